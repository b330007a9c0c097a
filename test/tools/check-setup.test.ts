import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { complaint } from '../../tools/check-setup.cjs';

const installed = true;

test.each(['22.13.0', '22.20.1', '24.21.0', '26.0.0'])('Node %s is let through', (version) => {
  expect(complaint(version, installed)).toBeUndefined();
});

test.each(['4.9.1', '20.19.0', '22.12.0'])('Node %s is named, with what is needed and what to type', (version) => {
  const said = complaint(version, installed);
  expect(said).toContain('needs Node 22.13 or later');
  expect(said).toContain(`this is Node ${version}.`);
  expect(said).toContain('"npm ci"');
});

test('a folder without dependencies is told to install them first, whatever the Node', () => {
  expect(complaint('20.19.0', !installed)).toBe(
    'skypefed is not set up in this folder. Run "npm ci" here, then the same command again.',
  );
});

test('package.json asks for the same Node', () => {
  expect(packageJson.engines.node).toBe('>=22.13');
  const [oldest] = packageJson.engines.node.match(/\d+\.\d+/) ?? [];
  expect(complaint(`${oldest}.0`, installed)).toBeUndefined();
});
