import {
  addContactPath,
  addContactPathSfb,
  addressForm,
  clientOptions,
  clientOptionsSfb,
  clientSfbSearches,
  clientsThatCan,
  directorySearchSfb,
  features,
  offlineUntilAccepted,
  oneToOneOnly,
  ownDomainTrap,
  presenceUnknown,
  productNames,
  requestOnNewTab,
  signInAgain,
  skypeClosed,
  told,
  unansweredStays,
  wrongAddressOffline,
} from '../../facts/index.ts';
import type { Markdown, Person, Product, View } from '../../model/index.ts';
import { clientPolicy, contacts, deployment, skypeProvider } from '../../steps/index.ts';
import { blocks, blocksOf, bullets, cite, code, md, numbered } from '../../words/index.ts';
import type { Document } from '../document.ts';

/** A page to be mailed to the colleagues inside who add people on Skype to their contacts. */
export function colleagueHandout(view: View, product: Product): Document {
  const us = view.get(deployment.organisation) ?? 'our side';
  return {
    title: md`For colleagues at ${us}: people on Skype among your contacts`.markdown,
    head: blocks(
      md`**For the record: nobody on Skype can be reached any more.** ${skypeClosed} ${unansweredStays}`,
      md`This is for ${productNames[product]}. ${told(product, [clientsThatCan, clientSfbSearches])}`,
    ),
    sections: [
      { title: 'Set your client', body: settings(view, product) },
      {
        title: 'Add the contact',
        body: blocks(told(product, [addContactPath, addContactPathSfb]), search(view, product), whatToType(view)),
      },
      {
        title: 'Offline until accepted',
        body: md`${offlineUntilAccepted} ${wrongAddressOffline} ${presenceUnknown} So compare what you typed with this page before you wait.`,
      },
      { title: 'Try it', body: tests(view, product) },
    ],
  };
}

function settings(view: View, product: Product): Markdown {
  const changed = view.get(clientPolicy.target) === 'in-force';
  return blocks(
    numbered([
      ...(changed ? [md`Once you are told that the policy is changed, sign out and in again. ${signInAgain}`] : []),
      told(product, [clientOptions, clientOptionsSfb]),
    ]),
    md`${requestOnNewTab}`,
  );
}

/** What to type in place of an address, where the server lets its users search. */
function search(view: View, product: Product): Markdown | false {
  const can = features[product].some(({ id, has }) => id === 'search' && has);
  return (
    can &&
    view.get(skypeProvider.directorySearch) === true &&
    md`Or search the Skype directory there: by name, name and place, mail address, phone number with its country code, or Skype name${cite(directorySearchSfb)}.`
  );
}

/** For each colleague the people to add, each with the address to type. */
function whatToType(view: View): Markdown {
  if (view.people.length === 0) return md`Nobody is listed yet. ${addressForm}`;
  const line = (person: Person) => md`${person.name}: ${contacts.addressText(person, view)}${ownDomain(person, view)}`;
  const named = Map.groupBy(view.people, ({ sip }) => sip);
  return blocksOf(
    [...named].flatMap(([sip, people]) => [
      sip === undefined ? md`Nobody is named yet to add:` : md`${code(sip)} adds:`,
      bullets(people.map(line)),
    ]),
  );
}

/** What stops somebody whose account is in one of our own SIP domains. */
function ownDomain({ microsoftAccount: account }: Person, view: View): Markdown {
  const domain = account === undefined ? undefined : contacts.ownDomain(account, view);
  return domain === undefined
    ? md``
    : md` Ask for an account of another domain first: ${code(domain)} is ours${cite(ownDomainTrap)}.`;
}

function tests(view: View, product: Product): Markdown {
  const tried = features[product].filter(({ has, id }) => has && id !== 'search');
  const owner = view.get(deployment.owner);
  return blocks(
    md`Once the other side has accepted, the contact shows as something other than offline. Then try, and note what worked:`,
    bullets([
      ...tried.map(({ label, note }) => md`${label}: ${note}`),
      md`A start from the other side: have the person search for your address and send a request`,
    ]),
    md`${oneToOneOnly} Tell ${owner ?? 'whoever sent you this page'} the result.`,
  );
}
