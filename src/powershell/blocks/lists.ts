import { array } from '../text.ts';

/** The lists of users that a script names, each once and by a variable. */
export type Lists = {
  /** The variable that holds these, in this order. */
  nameOf(users: readonly string[]): string;
  /** The lines that fill the variables. */
  print(): string;
};

export function userLists(): Lists {
  const named = new Map<string, { name: string; users: readonly string[] }>();
  return {
    nameOf(users) {
      const key = JSON.stringify(users);
      const known = named.get(key) ?? { name: named.size ? `$users${named.size + 1}` : '$users', users };
      named.set(key, known);
      return known.name;
    },
    print: () => [...named.values()].map(({ name, users }) => `${name} = ${array(users)}`).join('\n'),
  };
}
