import type { View } from '../../model/index.ts';
import { accessPolicy, clientPolicy } from '../../steps/index.ts';
import { array, indented } from '../text.ts';
import type { Lists } from './lists.ts';

/**
 * The function that gives whoever is named in the rollout: those who get a policy, in the lists that apply has too, and
 * the colleagues of the people on Skype.
 */
export function namedUsers(view: View, lists: Lists): string {
  const granted = [view.get(accessPolicy.users), view.get(clientPolicy.users)].flatMap((users) =>
    users?.length ? [users] : [],
  );
  const variables = new Set(granted.map((users) => lists.nameOf(users)));
  const listed = new Set(granted.flat().map((user) => user.toLowerCase()));
  const colleagues = view.people.flatMap(({ sip }) => (sip === undefined ? [] : [sip]));
  const others = new Map(colleagues.map((sip) => [sip.toLowerCase(), sip]));
  for (const user of listed) others.delete(user);
  const sum = [...variables, ...(others.size ? [array([...others.values()])] : [])].join(' + ') || '@()';
  const body = [lists.print(), `return ${sum}`].filter((lines) => lines !== '').join('\n');
  return `# Whoever is named in this rollout.\nfunction Get-NamedUser {\n${indented(body, 1)}\n}`;
}
