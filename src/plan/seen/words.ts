import type { Change, SeenObject, SeenValue, Sign } from '../../model/index.ts';
import { count } from '../../words/index.ts';

/** A value for a person: an enum by its name; an empty text is none, as in the scripts. */
export function shown(value: SeenValue): string {
  if (value === null || value === '') return 'not set';
  if (typeof value === 'object') return value.name;
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** A few names, and how many more. */
export function some(names: readonly string[]): string {
  const [first, more] = [names.slice(0, 3), names.length - 3];
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What the evidence tells of a change, in a few words; nothing where there is none. */
export function seenInShort({ desired, sign, seen }: Pick<Change, 'desired' | 'sign' | 'seen'>): string {
  if (!seen) return '';
  if (seen.but) return seen.but.stops ? `the script would stop: ${seen.but.says}` : seen.but.says;
  if (desired.do === 'run') return sign === '=' ? 'not needed' : 'after the changes before it';
  const differ = seen.objects.filter((object) => object.sign !== '=');
  if (differ.length === 0) return 'as wanted';
  if (desired.do === 'grant') return `${differ.length} of ${count(seen.objects.length, 'user')}`;
  return differ.map((object) => objectInShort(object, differ.length > 1 || desired.which.by === 'in-force')).join('; ');
}

function objectInShort(object: SeenObject, isNamed: boolean): string {
  const { identity, sign, wanted, kept = {}, copyOf } = object;
  const names = Object.keys({ ...wanted, ...kept });
  const named = isNamed ? `${identity}: ` : '';
  if (sign === '-') return `${identity} goes`;
  if (sign === '+')
    return `${named}new, ${copyOf === undefined ? count(names.length, 'value') : `a copy of ${copyOf}`}`;
  return names.length > 2 ? `${named}${count(names.length, 'value')}` : `${named}${differences(object).join(', ')}`;
}

/** "AllowFederatedUsers False -> True", one for each value that will be written. */
function differences({ now, wanted, kept = {} }: SeenObject): readonly string[] {
  const written = Object.entries(wanted).map(([name, value]) => {
    return now ? `${name} ${shown(now[name] ?? null)} -> ${shown(value)}` : `${name} ${shown(value)}`;
  });
  return [...written, ...Object.entries(kept).map(([name, value]) => `${name} ${shown(value)} (as in force)`)];
}

/** As many users are named one by one. */
const mostNamed = 20;

/** All that the evidence tells, an object a line: its sign, its name, and what differs. */
export function seenWhole(change: Change): readonly string[] {
  const { seen } = change;
  if (!seen) return [];
  if (seen.but || change.desired.do === 'run') return [seenInShort(change)];
  const lines = seen.objects.slice(0, mostNamed).map(objectWhole);
  const more = seen.objects.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function objectWhole(object: SeenObject): string {
  const { identity, sign, now = {}, copyOf } = object;
  if (sign === '=') return `= ${identity}: as wanted`;
  if (sign === '-') {
    const had = Object.entries(now).filter(([, value]) => value !== null && value !== '');
    return `- ${identity}: goes, with ${had.map(([name, value]) => `${name} ${shown(value)}`).join(', ')}`;
  }
  const copied = copyOf === undefined ? '' : `a copy of ${copyOf}, `;
  return `${sign} ${identity}: ${copied}${differences(object).join(', ')}`;
}

/** What each sign of a plan says, for whoever sees it for the first time. */
export const signsTold = '+ new, ~ changed, - removed, = as wanted, ? not known';

/** "4 changes, 1 unknown"; without evidence, how many lines there are. */
export function countOfChanges(changes: readonly { sign: Sign; seen?: unknown }[]): string {
  if (!changes.some(({ seen }) => seen)) return count(changes.length, 'change');
  const [unknown, same] = (['?', '='] as const).map((sign) => changes.filter((change) => change.sign === sign).length);
  const some = [unknown ? `${unknown} unknown` : '', same ? `${same} as wanted` : ''].filter((part) => part !== '');
  return [count(changes.length - (unknown ?? 0) - (same ?? 0), 'change'), ...some].join(', ');
}
