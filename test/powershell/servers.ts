import type { Product } from '../../src/model/index.ts';
import { entry } from './bench.ts';
import { accessPolicy, asInstalled, type Store, type Thing, withoutXmpp } from './engine.ts';
import type { Answers } from './scripts.ts';

/** A kind of scope that a policy may have. */
export const scopes = ['site', 'user', 'global'] as const;
export type ScopeName = (typeof scopes)[number];

const people = [
  { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
  { name: 'Maria Anders', sip: 'maria@contoso.com', site: 'Dublin' },
];
const outsider = { name: "Thomas O'Hardy", sip: "thomas.o'hardy@contoso.com" };

/** Contoso with two sites and two users, everything else by default. */
export const answersFor = (product: Product, scope: ScopeName): Answers => ({
  'deployment.product': product,
  'access-policy.scope': scope,
  'access-policy.sites': ['Redmond', 'Dublin'],
  'access-policy.users': people.map(({ sip }) => sip),
});

/** Two sites, two users who are named in the answers, and one who is not. */
export function plain(product: Product): Store {
  return asInstalled({
    product,
    sites: [{ name: 'Redmond' }, { name: 'Dublin' }],
    users: [...people, outsider],
  });
}

const proxy = 'federation.messenger.msn.com';
const withPolicies = (store: Store, ...policies: readonly Thing[]): Store => ({
  ...store,
  externalAccessPolicies: [
    ...store.externalAccessPolicies.filter(({ Identity }) => !policies.some((policy) => policy.Identity === Identity)),
    ...policies.map((policy) => (store.product === 'lync-2010' ? withoutXmpp(policy) : policy)),
  ],
});
const withGlobalClient = (store: Store, values: Omit<Thing, 'Identity'>): Store => ({
  ...store,
  clientPolicies: [{ ...values, Identity: 'Global' }],
});
const others = ({ publicProviders }: Store) => publicProviders.filter(({ ProxyFqdn }) => ProxyFqdn !== proxy);
const nameOfOurs = ({ product }: Store) => (product === 'lync-2010' ? 'MSN' : 'Skype');

/** An entry with the name that the answers want, and a value that is not wanted. */
function ours(store: Store, values: object): Store {
  const icon = 'https://images.edge.messenger.live.com/Messenger_16x16.png';
  const wanted = {
    ProxyFqdn: proxy,
    ...(store.product === 'lync-2010' ? {} : { IconUrl: icon }),
    ...(store.product === 'lync-2010' || (store.product === 'lync-2013' && !store.cu5)
      ? {}
      : {
          NameDecorationRoutingDomain: 'msn.com',
          NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
        }),
    ...(store.product.startsWith('sfb') ? { EnableSkypeIdRouting: true, EnableSkypeDirectorySearch: true } : {}),
    VerificationLevel: 'UseSourceVerification' as const,
  };
  return { ...store, publicProviders: [...others(store), entry(nameOfOurs(store), { ...wanted, ...values })] };
}

/** Servers that an administrator meets before the change, each made of one as installed. */
export const servers: Readonly<Record<string, (store: Store) => Store>> = {
  'as installed': (store) => store,
  'with a legacy entry of the same proxy': (store) => ({
    ...store,
    publicProviders: [...others(store), entry('Messenger', { ProxyFqdn: proxy, Enabled: false })],
  }),
  'with our name at another proxy, and our proxy at another name': (store) => ({
    ...store,
    publicProviders: [
      ...others(store),
      entry(nameOfOurs(store), { ProxyFqdn: 'im.adatum.com', VerificationLevel: 'AlwaysUnverifiable' }),
      entry('Legacy', { ProxyFqdn: proxy }),
    ],
  }),
  'whose provider has another icon': (store) =>
    ours(store, store.product === 'lync-2010' ? {} : { IconUrl: 'https://contoso.com/old.png' }),
  'whose provider has another level': (store) => ours(store, { VerificationLevel: 'AlwaysUnverifiable' }),
  'whose provider is switched off': (store) => ours(store, { Enabled: false }),
  'before cumulative update 5': (store) => ({ ...store, cu5: false }),
  'whose sites have policies with other flags': (store) =>
    withPolicies(
      store,
      accessPolicy('Site:Redmond', { EnableFederationAccess: true, EnableOutsideAccess: true }),
      accessPolicy('Site:Dublin', { EnablePublicCloudAudioVideoAccess: true, EnableOutsideAccess: true }),
    ),
  'whose Global lets people in from outside': (store) =>
    withPolicies(store, accessPolicy('Global', { EnableOutsideAccess: true, EnableFederationAccess: true })),
  'whose Global client policy has six values and two policy entries': (store) =>
    withGlobalClient(store, {
      DisableSavingIM: true,
      DisplayPhoto: 'PhotosFromADOnly',
      EnableNotificationForNewSubscribers: false,
      EnableIMAutoArchiving: true,
      MaximumNumberOfContacts: 300,
      DisableEmoticons: true,
      PolicyEntry: [
        { Name: 'OnlineFeedbackURL', Value: 'https://contoso.com/feedback' },
        { Name: 'EnableAppearOffline', Value: 'true' },
      ],
    }),
  'whose client policy blocks': (store) =>
    withGlobalClient(store, {
      BlockConversationFromFederatedContacts: true,
      EnableNotificationForNewSubscribers: false,
    }),
  'with open federation on': (store) => ({
    ...store,
    accessEdge: { ...store.accessEdge, AllowFederatedUsers: true, EnablePartnerDiscovery: true },
  }),
  'with a user who has other policies': (store) => ({
    ...withPolicies(store, accessPolicy('Tag:Sales', { EnablePublicCloudAccess: true })),
    clientPolicies: [...store.clientPolicies, { Identity: 'Tag:Quiet', DisableSavingIM: true }],
    users: store.users.map((user, i) =>
      i === 1 ? { ...user, ExternalAccessPolicy: 'Sales', ClientPolicy: 'Quiet' } : user,
    ),
  }),
  'whose policy of our name is there and held by others': (store) => ({
    ...withPolicies(store, accessPolicy('Tag:SkypeUsers', { EnableFederationAccess: true })),
    users: store.users.map((user, i) => (i === 2 ? { ...user, ExternalAccessPolicy: 'SkypeUsers' } : user)),
  }),
  'with a site that is called otherwise': (store) => ({
    ...store,
    sites: store.sites.map((site, i) => (i === 1 ? { ...site, DisplayName: 'Dublin office' } : site)),
  }),
};
