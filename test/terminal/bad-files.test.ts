import { readdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** Files that are no answers files, and what is said of each. */
const files: readonly [what: string, content: () => string | Uint8Array, said: string][] = [
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
];

/** Names that nobody can read. */
const names = [
  ['/dev/zero', 'It is larger than 256 MB'],
  ['.', 'a folder stands where a file belongs (EISDIR)'],
  ['missing.json', 'it is not there (ENOENT)'],
] as const;

it('a file to open that is no answers file: refused with the place, the name stays, nothing is kept', async () => {
  const home = freshFolder();
  const terminal = openTerminal({ home, cwd: home });
  await terminal.until(focusOn('Start a rollout'));
  terminal.send(keys.down);
  await terminal.until(focusOn('Open an answers file'));
  terminal.send(keys.enter);
  await terminal.until(focusOn('File'));
  const expectRefused = async (name: string, said: string) => {
    await typeAndEnter(terminal, name);
    await terminal.until((lines) => {
      const [, told] = lines.join(' ').replace(/\s+/g, ' ').split(`× ${name}`);
      return told?.includes(said) ?? false;
    });
    await terminal.until(onFocus((focus) => focus.startsWith('File') && focus.includes(name)));
    terminal.send(keys.clear);
    await terminal.until(onFocus((focus) => focus.startsWith('File') && !focus.includes(name)));
  };
  for (const [i, [what, content, said]] of files.entries()) {
    const name = `bad-${i}.json`;
    writeFileSync(join(home, name), content());
    await expectRefused(name, said).catch((error: Error) => {
      throw new Error(`${what}: ${error.message}`);
    });
    rmSync(join(home, name));
  }
  for (const [name, said] of names) await expectRefused(name, said);
  expect(terminal.bytes()).not.toContain('\u001b[2J\u009b');
  expect(readdirSync(home)).not.toContain('rollouts');
}, 60_000);
