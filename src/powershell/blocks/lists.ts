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

export function userLists(): Lists {
  const named = new Map<string, { name: string; users: readonly string[]; file: string | undefined }>();
  const long = () => [...named.values()].filter(({ file }) => file !== undefined);
  return {
    nameOf(users) {
      const key = JSON.stringify(users);
      const known = named.get(key) ?? {
        name: named.size ? `$users${named.size + 1}` : '$users',
        users,
        file: users.length > mostInScript ? `2-apply-users-${long().length + 1}.csv` : undefined,
      };
      named.set(key, known);
      return known.name;
    },
    print: () =>
      [...named.values()]
        .map(({ name, users, file }) => `${name} = ${file ? `$script:Lists[${literal(file)}]` : array(users)}`)
        .join('\n'),
    files: () => long().map(({ users, file = '' }) => ({ name: file, text: listText(users) })),
  };
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

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export type TextDigest = (text: string) => string;

/** The lists and what the SHA-256 of each has to be, as PowerShell; undefined where all stand in the script. */
export function listDigests(lists: Lists, digest: TextDigest): string | undefined {
  if (lists.files().length === 0) return undefined;
  return hashtable(Object.fromEntries(lists.files().map(({ name, text }) => [literal(name), literal(digest(text))])));
}
