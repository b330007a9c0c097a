import type { Import, Reading } from './read.ts';

/** The rooms, each group free to use those above it. */
const order = [
  ['model'],
  ['words'],
  ['facts'],
  ['kinds'],
  ['steps'],
  ['state'],
  ['plan'],
  ['powershell'],
  ['runbook', 'wizard'],
  ['export', 'checks'],
  ['screens', 'plain'],
  ['cli'],
];
const lastPure = 'runbook';
/** Packages that compute and nothing else; node:url for the names of domains. */
const purePackages: ReadonlySet<string> = new Set(['marked', 'node:url', 'zod']);

const rankOf = (room: string) => order.findIndex((rooms) => rooms.includes(room));

/** The room of a file, or undefined for one outside src or directly in it. */
function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Where state meets the disk: the one door of a pure room that leads outside. */
const isStore = (path: string) => /^src\/state\/store(\.ts$|\/)/.test(path);

function isPure(path: string): boolean {
  const room = roomOf(path);
  return room !== undefined && rankOf(room) <= rankOf(lastPure) && !isStore(path);
}

function isEntry(path: string): boolean {
  return /^src\/[^/]+\/index\.tsx?$/.test(path) || /^src\/state\/store(\/index)?\.ts$/.test(path);
}

function breach(path: string, { to }: Import, why: string): string {
  return `${path} imports ${to}: ${why}`;
}

/**
 * What breaks the rules of the house, a sentence each; none when all is well. The rules: a file stands in a room that is
 * known; a room uses only those before it, types included; another room is entered through its index, or state's store;
 * only cli reads what lies outside src; pure rooms load no package but pure ones and reach for neither clock nor process;
 * no cycle among the files that load each other.
 */
export function breachesOf(readings: readonly Reading[]): string[] {
  return [
    ...readings.flatMap((reading) => [...placing(reading), ...asking(reading), ...purity(reading)]),
    ...cycles(readings),
  ];
}

function placing({ path }: Reading): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path} stands in no room`];
  return rankOf(room) < 0 ? [`${path} stands in a room that has no place in the order: ${room}`] : [];
}

function asking({ path, imports }: Reading): string[] {
  const room = roomOf(path);
  if (room === undefined) return [];
  return imports.flatMap((asked) => {
    if (asked.from === 'package') return [];
    if (asked.from === 'unreadable') return [breach(path, asked, 'nobody can say which file that is')];
    const other = roomOf(asked.to);
    if (other === room) return [];
    if (other === undefined) return room === 'cli' ? [] : [breach(path, asked, 'only cli looks outside the rooms')];
    if (rankOf(other) >= rankOf(room)) return [breach(path, asked, `${room} may not use ${other}`)];
    return isEntry(asked.to) ? [] : [breach(path, asked, `${other} is entered through its index`)];
  });
}

function purity({ path, imports, world }: Reading): string[] {
  if (!isPure(path)) return [];
  const impure = imports.filter(({ from, to }) => (from === 'package' ? !purePackages.has(to) : isStore(to)));
  return [
    ...impure.map((asked) => breach(path, asked, 'its room is pure')),
    ...world.map((said) => `${path} uses ${said}: its room is pure`),
  ];
}

/** Each cycle once, from the file that was met first; an import of types loads nothing and closes no cycle. */
function cycles(readings: readonly Reading[]): string[] {
  const loaded = new Map(
    readings.map(({ path, imports }) => [path, imports.filter(({ loads }) => loads).map(({ to }) => to)]),
  );
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const met = trail.indexOf(path);
    if (met >= 0) found.push(`a cycle: ${[...trail.slice(met), path].join(' -> ')}`);
    if (met >= 0 || finished.has(path)) return;
    for (const next of loaded.get(path) ?? []) visit(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of loaded.keys()) visit(path, []);
  return found;
}
