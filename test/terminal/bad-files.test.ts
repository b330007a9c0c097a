import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { contoso } from './exported.ts';
import { keys } from './keys.ts';
import { focusOn, onFocus } from './screen.ts';
import { openTerminal } from './terminal.ts';
import { typeAndEnter } from './walk.ts';

const MB = 2 ** 20;
const stated = (more: object) => JSON.stringify({ ...contoso, ...more });

it.each<[string, () => string | Uint8Array, string]>([
  ['not JSON', () => 'organisation = Contoso', 'Line 1, column 1 is no JSON'],
  ['empty', () => '', 'Line 1, column 1 is no JSON: It is empty.'],
  ['cut short', () => stated({}).slice(0, 99), 'is no JSON: It ends in the middle of a value.'],
  ['an answer twice', () => '{"a": 1, "a": 2}', 'stands twice in one object.'],
  ['__proto__', () => '{"__proto__": {"deployment.hybrid": true}}', '__proto__: No answer and no task has this id'],
  ['nested deep', () => '['.repeat(1e5), 'nested more than 100 levels deep'],
  ['50 MB', () => `${' '.repeat(50 * MB)}x`, 'Line 1, column 52428801 is no JSON'],
  ['no text', () => Buffer.from([0x7b, 0xc3, 0x28]), 'It is not a text file.'],
  ['a wrong kind', () => stated({ 'deployment.hybrid': 'no' }), 'deployment.hybrid: "no" is text.'],
  ['an unknown id', () => stated({ 'edge.pool': [] }), 'edge.pool: No answer and no task has this id'],
  [
    'escape codes',
    () => stated({ 'deployment.owner': '\u001b[2J\u009b31m' }),
    'deployment.owner: An escape code stands at the start',
  ],
  ['a later rollout', () => '{"format": "skypefed-rollout", "schemaVersion": 7}', 'A later skypefed wrote this'],
  ['a foreign rollout', () => '{"format": "skypefed-rollout"}', 'This rollout cannot be read'],
])(
  'a file to open that is no answers file, %s: refused with the place, the name stays, nothing is kept',
  async (_, content, said) => {
    const home = freshFolder();
    writeFileSync(join(home, 'bad.json'), content());
    const terminal = openTerminal({ home, cwd: home });
    await terminal.until(focusOn('Start a rollout'));
    terminal.send(keys.down);
    await terminal.until(focusOn('Open an answers file'));
    terminal.send(keys.enter);
    await terminal.until(focusOn('File'));
    await typeAndEnter(terminal, 'bad.json');
    await terminal.until((lines) => lines.join(' ').replace(/\s+/g, ' ').includes(said));
    await terminal.until(onFocus((focus) => /^File +bad\.json/.test(focus)));
    expect(terminal.bytes()).not.toContain('\u001b[2J\u009b');
    expect(readdirSync(home)).not.toContain('rollouts');
  },
);

it.each([
  ['/dev/zero', 'It is larger than 256 MB'],
  ['.', 'a folder stands where a file belongs (EISDIR)'],
  ['missing.json', 'it is not there (ENOENT)'],
])('a file to open that nobody can read, %s', async (name, said) => {
  const terminal = openTerminal({ home: freshFolder() });
  await terminal.until(focusOn('Start a rollout'));
  terminal.send(keys.down);
  await terminal.until(focusOn('Open an answers file'));
  terminal.send(keys.enter);
  await terminal.until(focusOn('File'));
  await typeAndEnter(terminal, name);
  await terminal.until((lines) => lines.join(' ').replace(/\s+/g, ' ').includes(said));
  await terminal.until(onFocus((focus) => focus.startsWith('File') && focus.includes(name)));
});
