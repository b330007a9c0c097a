import {
  afterMerging,
  features,
  mergeOneWay,
  mergeScreens,
  microsoftAccountNeeded,
  offlineUntilAccepted,
  oneAccountOnly,
  oneToOneOnly,
  ownDomainTrap,
  personalAccount,
  productNames,
  requestFromSkype,
  signUpAddresses,
  signUpFlow,
  skypeClosed,
  skypeNamesLater,
  told,
  versionAtRelease,
  versionsForSkypeForBusiness,
  versionWithVideo,
  whoMayStart,
} from '../../facts/index.ts';
import type { Fact, Markdown, Product, Situation, View } from '../../model/index.ts';
import { accounts, deployment } from '../../steps/index.ts';
import { blocks, bullets, cite, citeSource, code, joined, listed, md, numbered } from '../../words/index.ts';
import type { Document, Section } from '../document.ts';

/** What is said of the Skype that could be reached from a product. */
const skypeNeeded: Readonly<Record<Product, readonly Fact[]>> = {
  'lync-2010': [versionAtRelease],
  'lync-2013': [versionAtRelease, versionWithVideo],
  'sfb-2015': [versionsForSkypeForBusiness],
  'sfb-2019': [versionsForSkypeForBusiness],
  'sfb-se': [versionsForSkypeForBusiness],
};

/** By what name somebody on Skype could be reached from a product. */
const reachedBy = (product: Product): readonly Fact[] =>
  product === 'lync-2010' || product === 'lync-2013'
    ? [microsoftAccountNeeded, personalAccount]
    : [microsoftAccountNeeded, personalAccount, skypeNamesLater];

/** A page to be mailed to people on Skype. It names none of them, so that all may have the same. */
export function skypeUserHandout(view: View, product: Product): Document {
  const us = view.get(deployment.organisation) ?? 'the other side';
  const sections = situations(view).map((situation) => forSituation[situation](view));
  return {
    title: md`For people on Skype: how to be reached from ${us}`.markdown,
    head: blocks(
      md`**For the record: nothing on this page can be done any more.** ${skypeClosed}`,
      md`People at ${us} have ${productNames[product]} and an address that ends in ${endings(view)}. ${told(product, reachedBy(product))}`,
    ),
    sections: [...sections, { title: 'Accept the request', body: request(product) }],
  };
}

/** The situations of those who are listed, as far as the answers leave something to do; all of these while nobody is. */
function situations({ get, people }: View): readonly Situation[] {
  const needed = get(accounts.needed);
  const isThere = (...ones: readonly Situation[]) =>
    people.length === 0 || people.some(({ situation }) => ones.includes(situation));
  return [
    ...(isThere('has-account') ? (['has-account'] as const) : []),
    // Whoever has a Skype name alone needs the account that it is merged with.
    ...(needed !== 'none' && isThere('needs-account', 'needs-merge') ? (['needs-account'] as const) : []),
    ...(needed === 'create-and-merge' && isThere('needs-merge') ? (['needs-merge'] as const) : []),
    ...(people.some(({ situation }) => situation === 'skype-name-only') ? (['skype-name-only'] as const) : []),
  ];
}

const forSituation: Readonly<Record<Situation, (view: View) => Section>> = {
  'has-account': () => ({
    title: 'If you sign in to Skype with a Microsoft account',
    body: md`There is nothing to prepare. Tell your contact the e-mail address of that account, not a Skype name.`,
  }),
  'needs-account': (view) => ({
    title: 'If you have no Microsoft account',
    body: numbered([
      md`Make one. ${signUpFlow} ${signUpAddresses}`,
      md`Its e-mail address must not end in ${endings(view)}: you would be made to change it later${cite(ownDomainTrap)}.`,
      md`Start Skype and sign in with it. Tell your contact its e-mail address.`,
    ]),
  }),
  'needs-merge': () => ({
    title: 'If you have a Skype name of old',
    body: blocks(
      md`It is merged with your Microsoft account. Take that for final, although sources disagree:`,
      bullets(voices(mergeOneWay)),
      md`${mergeScreens} Before the last step, read which two accounts are shown, and stop if either is the wrong one.`,
      md`${oneAccountOnly} ${afterMerging}`,
    ),
  }),
  'skype-name-only': () => ({
    title: 'If you have a Skype name and no Microsoft account',
    body: md`There is nothing to prepare. Tell your contact your Skype name: it is addressed as ${code('<name>@skypeids.net')}${cite(skypeNamesLater)}.`,
  }),
};

function request(product: Product): Markdown {
  const shared = features[product].filter(({ has, id }) => has && id !== 'search');
  return blocks(
    numbered([
      md`Keep Skype up to date. ${told(product, skypeNeeded[product])}`,
      md`Your contact adds you and a request comes up in Skype. Accept it: until then you show as offline there${cite(offlineUntilAccepted)}.`,
      md`Then try ${listed(shared.map(({ label }) => label.toLowerCase()))} with your contact. ${oneToOneOnly}`,
    ]),
    md`Could you begin? Sources disagree:`,
    bullets(voices(whoMayStart)),
    md`To try it: ${requestFromSkype}`,
  );
}

/** Who says what, where sources disagree. */
function voices({ sides = [] }: Fact): readonly Markdown[] {
  return sides.map(({ who, says, sources }) => md`${who}: ${says}${citeSource(...sources)}`);
}

/** How the addresses of our own people end. */
function endings(view: View): Markdown {
  const domains = view.get(deployment.sipDomains) ?? [];
  return joined(
    domains.map((domain) => code(`@${domain}`)),
    ' or ',
  );
}
