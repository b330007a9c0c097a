import { ownDomainTrap } from '../../facts/index.ts';
import type { Markdown, Situation, View } from '../../model/index.ts';
import { blocks, bullets, cite, code, md, sides, table } from '../../words/index.ts';
import { ownDomain } from '../contacts/fields.ts';

/** The trap of an account in one of the organisation's own SIP domains, with each person who is in it by name. */
export function ownDomainTold(view: View): Markdown {
  const trapped = view.people.flatMap(({ name, microsoftAccount: account }) => {
    const domain = account === undefined ? undefined : ownDomain(account, view);
    if (account === undefined || domain === undefined) return [];
    return [
      md`${name}: ${code(account)} is in ${domain}; an account of another domain is needed${cite(ownDomainTrap)}.`,
    ];
  });
  return blocks(sides(ownDomainTrap), trapped.length > 0 ? bullets(trapped) : md`Nobody listed here is in it.`);
}

/** Those whom a page is for, with both accounts; undefined where nobody listed is meant. */
export function peopleTable(situations: readonly Situation[], view: View): Markdown | undefined {
  const people = view.people.filter(({ situation }) => situations.includes(situation));
  if (people.length === 0) return undefined;
  const account = (value: string | undefined) => (value === undefined ? md`not entered` : code(value));
  return table(
    [md`Person`, md`Microsoft account`, md`Skype name`],
    people.map(({ name, microsoftAccount, skypeName }) => [md`${name}`, account(microsoftAccount), account(skypeName)]),
  );
}
