import type { Change, Desired, LeftOut, Run, SeenObject, SeenOf, SeenValue, Sign } from '../../model/index.ts';
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
export function seenInShort(change: Pick<Change, 'desired' | 'sign' | 'seen'>): string {
  const { seen } = change;
  if (!seen) return '';
  const { leftOut = [] } = seen;
  const whom = some(leftOut.map(leftOutSaid));
  return [toldInShort(change, seen), ...(leftOut.length > 0 ? [`${leftOut.length} left out: ${whom}`] : [])].join('; ');
}

function toldInShort({ desired, sign }: Pick<Change, 'desired' | 'sign'>, { objects, but }: SeenOf): string {
  const told = objects.filter(({ isLeftOut }) => !isLeftOut);
  if (desired.do === 'run' || told.length === 0) return but ? butSaid(but) : whetherRun(sign);
  if (!but) return objectsInShort(desired, told, 'as wanted');
  return `${objectsInShort(desired, told, 'the others as wanted')}; ${butSaid(but)}`;
}

function whetherRun(sign: Sign): string {
  return sign === '=' ? 'not needed' : 'after the changes before it';
}

function butSaid({ says, stops }: NonNullable<SeenOf['but']>): string {
  return stops ? `the script would stop: ${says}` : says;
}

function objectsInShort(desired: Exclude<Desired, Run>, told: readonly SeenObject[], same: string): string {
  const differ = told.filter((object) => object.sign !== '=');
  if (differ.length === 0) return same;
  if (desired.do === 'grant') return `${differ.length} of ${count(desired.users.length, 'user')}`;
  return differ.map((object) => objectInShort(object, differ.length > 1 || desired.which.by === 'in-force')).join('; ');
}

/** "ana@contoso.com is not enabled on the server". */
function leftOutSaid({ user, because }: LeftOut): string {
  return `${user} ${because}`;
}

function objectInShort(object: SeenObject, isNamed: boolean): string {
  const { identity, sign, wanted, kept = {}, copyOf, depends } = object;
  const names = Object.keys({ ...wanted, ...kept });
  const named = isNamed ? `${identity}: ` : '';
  if (sign === '-') return `${identity} goes`;
  if (sign === '+') {
    const more = depends ? `, ${Object.keys(depends.values).length} more where the server takes them` : '';
    return `${named}new, ${copyOf === undefined ? count(names.length, 'value') : `a copy of ${copyOf}`}${more}`;
  }
  return names.length > 2 ? `${named}${count(names.length, 'value')}` : `${named}${differences(object).join(', ')}`;
}

/** "AllowFederatedUsers False -> True", one for each value that will be written. */
function differences({ now, wanted, kept = {} }: SeenObject): readonly string[] {
  const written = Object.entries(wanted).map(([name, value]) => {
    return now ? `${name} ${shown(now[name] ?? null)} -> ${shown(value)}` : `${name} ${shown(value)}`;
  });
  return [...written, ...Object.entries(kept).map(([name, value]) => `${name} ${shown(value)} (as in force)`)];
}

/** As many objects or users are named one by one. */
const mostNamed = 20;

/** All that the evidence tells, an object a line: its sign, its name, and what differs; then who is left out. */
export function seenWhole(change: Change): readonly string[] {
  const { desired, seen } = change;
  if (!seen) return [];
  const { objects, leftOut = [], but } = seen;
  return [
    ...(but ? [butSaid(but)] : desired.do === 'run' ? [whetherRun(change.sign)] : []),
    ...firstOf(objects.filter(({ isLeftOut }) => !isLeftOut).map(objectWhole)),
    ...firstOf(
      leftOut.map((one) => `left out: ${leftOutSaid(one)}`),
      ' left out',
    ),
  ];
}

function firstOf(lines: readonly string[], which = ''): readonly string[] {
  const more = lines.length - mostNamed;
  return more > 0 ? [...lines.slice(0, mostNamed), `and ${more} more${which}`] : lines;
}

function objectWhole(object: SeenObject): string {
  const { identity, sign, now = {}, copyOf } = object;
  if (sign === '=') return [`= ${identity}: as wanted`, ...decided(object)].join('; ');
  if (sign === '-') {
    const had = Object.entries(now).filter(([, value]) => value !== null && value !== '');
    return `- ${identity}: goes, with ${had.map(([name, value]) => `${name} ${shown(value)}`).join(', ')}`;
  }
  const copied = copyOf === undefined ? '' : `a copy of ${copyOf}, `;
  return [`${sign} ${identity}: ${copied}${differences(object).join(', ')}`, ...decided(object)].join('; ');
}

/** What becomes of values for which not every server has a parameter. */
function decided({ lacks = [], depends }: SeenObject): readonly string[] {
  const values = Object.entries(depends?.values ?? {}).map(([name, value]) => `${name} ${shown(value)}`);
  return [
    ...(lacks.length > 0 ? [`left out, for this server has no such parameter: ${lacks.join(', ')}`] : []),
    ...(depends ? [`only where ${depends.cmdlet} has such a parameter there: ${values.join(', ')}`] : []),
  ];
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
