import type { Change, Scope } from '../../model/index.ts';
import { isKept } from '../../plan/index.ts';
import { literal } from '../literal.ts';
import { array, hashtable } from '../text.ts';

/** A list of users in a file beside the script: its name there, and its whole text. */
export type ListFile = { name: string; text: string };

/** The lists of users that a script names, each once and by a variable. */
export type Lists = {
  /** The variable that holds these, in this order. */
  nameOf(users: readonly string[]): string;
  /** The lines that fill the variables. */
  print(): string;
  /** Lists that are too long for the script. */
  files(): readonly ListFile[];
};

/** As many a person reads through in a script, about a screen; more can be sorted and compared in a file of their own. */
const mostInScript = 50;

/** The lists of these changes; a file has the same name in every script that is printed of them. */
export function userLists(changes: readonly Change[]): Lists {
  const named = new Map<string, { name: string; users: readonly string[] }>();
  const long = longLists(changes);
  return {
    nameOf(users) {
      const key = JSON.stringify(users);
      const known = named.get(key) ?? { name: named.size ? `$users${named.size + 1}` : '$users', users };
      named.set(key, known);
      return known.name;
    },
    print: () =>
      [...named]
        .map(([key, { name, users }]) => {
          const file = long.get(key);
          return `${name} = ${file ? `$script:Lists[${literal(file.name)}]` : array(users)}`;
        })
        .join('\n'),
    files: () => [...named.keys()].flatMap((key) => long.get(key) ?? []),
  };
}

/** Files for the lists that are too long for a script, by what they list. */
function longLists(changes: readonly Change[]): ReadonlyMap<string, ListFile> {
  const lists = changes.flatMap(usersOf).filter((users) => users.length > mostInScript);
  const distinct = new Map(lists.map((users) => [JSON.stringify(users), users]));
  return new Map(
    [...distinct].map(([key, users], i) => [key, { name: `2-apply-users-${i + 1}.csv`, text: listText(users) }]),
  );
}

/** Every list of users that a change may name. */
function usersOf({ desired }: Change): readonly (readonly string[])[] {
  const named = (scopes: readonly Scope[]) => scopes.flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  switch (desired.do) {
    case 'grant':
      return [desired.users];
    case 'ensure':
      return [
        named(desired.copies ?? []),
        ...(desired.which.by === 'in-force' ? [named(desired.which.scopes)] : []),
        ...Object.values(desired.set).flatMap((value) => (isKept(value) ? [named(value.keep)] : [])),
      ];
    case 'run':
      return [];
  }
}

/** The one column of a list. */
export const listColumn = 'User';

/** A CSV of one column, as Excel and Windows PowerShell read it: CR LF, with a byte order mark where it is not ASCII. */
function listText(users: readonly string[]): string {
  const odd = users.find((user) => /[",\r\n]/.test(user));
  if (odd !== undefined) throw new Error(`cannot stand in a list: ${JSON.stringify(odd)}`);
  const text = [listColumn, ...users, ''].join('\r\n');
  return /^[\r\n\x20-\x7e]*$/.test(text) ? text : `\ufeff${text}`;
}

/** The lists and what the SHA-256 of each has to be, as PowerShell. */
export function listDigests(lists: Lists, digest: (text: string) => string): string {
  return hashtable(Object.fromEntries(lists.files().map(({ name, text }) => [literal(name), literal(digest(text))])));
}
