import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** What befalls a rollout, contoso, and what is said of it. */
export type Mishap = readonly [what: string, befall: (home: string) => void, said: RegExp];

export const placeIn = (home: string, ...names: readonly string[]) => join(home, 'rollouts', 'contoso', ...names);

export function edit(home: string, name: string, change: (text: string) => string): void {
  writeFileSync(placeIn(home, name), change(readFileSync(placeIn(home, name), 'utf8')));
}

export const half = (text: string) => text.slice(0, text.length / 2);

/** A window that somebody has open. */
export function lockedBy(home: string, host: string, pid: number): void {
  const holder = { host, pid, user: 'maria', since: '2025-11-23T09:12:00.000Z', key: 'x' };
  writeFileSync(placeIn(home, 'lock'), JSON.stringify(holder));
}

/** Every file below a home, with what it holds. */
export function contentsOf(home: string): Record<string, string> {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(home, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(home, name), 'latin1')]));
}

/** Its files do not hold what they should. */
export const unreadable: readonly Mishap[] = [
  [
    'half of it',
    (home) => edit(home, 'rollout.json', half),
    /rollout\.json is damaged: it ends in the middle of a value \(line 1/,
  ],
  [
    'nothing in it',
    (home) => edit(home, 'rollout.json', () => ''),
    /rollout\.json is damaged: it is empty \(line 1, column 1\)/,
  ],
  [
    'zeros',
    (home) => edit(home, 'rollout.json', () => '\0'.repeat(99)),
    /rollout\.json is damaged: the character U\+0000/,
  ],
  [
    'a foreign file',
    (home) => edit(home, 'rollout.json', () => '{"name": "x"}'),
    /rollout\.json does not hold what belongs there/,
  ],
  [
    'people cut short',
    (home) => edit(home, 'people.json', half),
    /people\.json is damaged: it ends in the middle of a value/,
  ],
  ['people gone', (home) => rmSync(placeIn(home, 'people.json')), /people\.json is missing\./],
  [
    'an escape in it',
    (home) => edit(home, 'rollout.json', (text) => text.replace('"by":"ana"', '"by":"\\u001b[2J"')),
    /rollout\.json does not hold what belongs there: .+\.by/,
  ],
  [
    'a later version',
    (home) => edit(home, 'rollout.json', (text) => text.replace('"schemaVersion":1', '"schemaVersion":7')),
    /^contoso was saved by a later skypefed \(version 7 of the file\)\. Open it with that one/,
  ],
  [
    'a folder in its place, which nobody reads',
    (home) => {
      rmSync(placeIn(home, 'rollout.json'));
      mkdirSync(placeIn(home, 'rollout.json'));
    },
    /^contoso cannot be read: a folder stands where a file belongs \(EISDIR\)\. It is in /,
  ],
];

/** Somebody has it open. */
export const open: readonly Mishap[] = [
  [
    'a window of another computer',
    (home) => lockedBy(home, 'DESKTOP-7', 4),
    /^contoso is open in another window: DESKTOP-7, maria, since 2025-11-23 09:12\. Leave it there\.$/m,
  ],
  ['a window of this one', (home) => lockedBy(home, hostname(), process.pid), /^contoso is open in another window: /],
];

/** Nobody can say whether it is open. */
export const unlockable: Mishap = [
  'a lock that cannot be made',
  (home) => mkdirSync(placeIn(home, 'lock')),
  /^contoso cannot be changed: a folder stands where/,
];
