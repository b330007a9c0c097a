import type { Product } from '../../../src/model/index.ts';
import { accessPolicy, asInstalled, type Provider, type Store, type Thing, withoutXmpp } from '../engine.ts';

export const users = ['ana@contoso.com', 'maria@contoso.com'] as const;

/** A server as an admin may meet it. `only`: the products on which it can be met, else all. */
type Met = { made(product: Product): Store; only?: readonly Product[] };

/** Lync Server 2010 has no XMPP switch and no icon. */
const hasXmpp = (product: Product) => product !== 'lync-2010';
const policy = (product: Product, identity: string, allowed: Readonly<Record<string, boolean>>): Thing => {
  const made = accessPolicy(identity, allowed);
  return hasXmpp(product) ? made : withoutXmpp(made);
};

/** Two sites with an Edge pool each, somebody in each site, and one who is not in the rollout. */
function installed(product: Product): Store {
  return asInstalled({
    product,
    sites: [
      { name: 'Redmond', edge: { internal: 'edge01.contoso.local', external: 'sip.contoso.com' } },
      { name: 'Dublin', edge: { internal: 'edge02.contoso.local', external: 'access-dublin.contoso.com' } },
    ],
    users: [
      { name: 'Ana Trujillo', sip: users[0] },
      { name: 'Maria Anders', sip: users[1], site: 'Dublin' },
      { name: 'Thomas Hardy', sip: 'thomas@contoso.com', site: 'Dublin' },
    ],
  });
}

function entry(identity: string, proxy: string, values: Partial<Provider> = {}): Provider {
  return { Identity: identity, ProxyFqdn: proxy, Enabled: true, VerificationLevel: 'UseSourceVerification', ...values };
}

const skypeProxy = 'federation.messenger.msn.com';
const sfb: readonly Product[] = ['sfb-2015', 'sfb-2019', 'sfb-se'];
const from2013: readonly Product[] = ['lync-2013', ...sfb];

/** The server with other entries of its own in place of the shipped one for Skype's proxy. */
function withProviders(product: Product, ...entries: readonly Provider[]): Store {
  const store = installed(product);
  const others = store.publicProviders.filter(({ ProxyFqdn }) => ProxyFqdn !== skypeProxy);
  return { ...store, publicProviders: [...others, ...entries] };
}

function granted(store: Store, kind: 'ExternalAccessPolicy' | 'ClientPolicy', policies: readonly [string, string][]) {
  const of = new Map(policies);
  return store.users.map((user) => {
    const name = of.get(user.UserPrincipalName);
    return name === undefined ? user : { ...user, [kind]: name };
  });
}

/** What may stand there before a rollout, by a name for the words of a test. */
const servers: Readonly<Record<string, Met>> = {
  'as installed': { made: installed },
  'an entry of old with the same proxy': {
    made: (product) => withProviders(product, entry('Messenger', skypeProxy, { Enabled: false })),
  },
  'an entry of our name with another icon': {
    made: (product) => withProviders(product, entry('Skype', skypeProxy, { IconUrl: 'https://contoso.com/icon.png' })),
    only: from2013,
  },
  'two entries in the way, by name and by proxy': {
    made: (product) => withProviders(product, entry('Skype', 'sip.adatum.com'), entry('Messenger', skypeProxy)),
    only: from2013,
  },
  'the entry of 2010 switched off, with another level': {
    made: (product) =>
      withProviders(product, entry('MSN', skypeProxy, { Enabled: false, VerificationLevel: 'AlwaysUnverifiable' })),
    only: ['lync-2010'],
  },
  'no cumulative update 5': { made: (product) => ({ ...installed(product), cu5: false }), only: ['lync-2013'] },
  'site policies with other flags': {
    made: (product) => ({
      ...installed(product),
      externalAccessPolicies: [
        policy(product, 'Global', {}),
        policy(product, 'Site:Redmond', { EnablePublicCloudAccess: true }),
        policy(product, 'Site:Dublin', { EnableFederationAccess: true }),
      ],
    }),
  },
  'remote access for everyone': {
    made: (product) => ({
      ...installed(product),
      externalAccessPolicies: [policy(product, 'Global', { EnableOutsideAccess: true, EnableFederationAccess: true })],
    }),
  },
  'a Global client policy with values of its own': {
    made: (product) => ({
      ...installed(product),
      clientPolicies: [
        {
          Identity: 'Global',
          DisableSavingIM: true,
          DisableEmoticons: false,
          MaximumNumberOfContacts: 200,
          CustomStateUrl: 'https://contoso.com/states.xml',
          EnableNotificationForNewSubscribers: false,
          IMWarning: 'It is recorded.',
          PolicyEntry: [
            { Name: 'EnableOne', Value: 'True' },
            { Name: 'EnableTwo', Value: "it's" },
          ],
        },
      ],
    }),
  },
  'a client policy that blocks': {
    made: (product) => ({
      ...installed(product),
      clientPolicies: [
        { Identity: 'Global', BlockConversationFromFederatedContacts: true },
        { Identity: 'Site:Dublin', BlockConversationFromFederatedContacts: true, DisableSavingIM: true },
      ],
    }),
  },
  'open federation': {
    made: (product) => {
      const store = installed(product);
      const accessEdge = { ...store.accessEdge, AllowFederatedUsers: true, EnablePartnerDiscovery: true };
      return { ...store, accessEdge };
    },
  },
  'a user who has other policies': {
    made: (product) => {
      const store = installed(product);
      return {
        ...store,
        externalAccessPolicies: [policy(product, 'Global', {}), policy(product, 'Tag:Travel', {})],
        clientPolicies: [{ Identity: 'Global' }, { Identity: 'Tag:Desk', EnableNotificationForNewSubscribers: false }],
        users: granted(
          { ...store, users: granted(store, 'ExternalAccessPolicy', [[users[0], 'Travel']]) },
          'ClientPolicy',
          users.map((user) => [user, 'Desk']),
        ),
      };
    },
  },
  'a policy of our name that others hold': {
    made: (product) => {
      const store = installed(product);
      return {
        ...store,
        externalAccessPolicies: [policy(product, 'Global', {}), policy(product, 'Tag:SkypeUsers', {})],
        users: granted(store, 'ExternalAccessPolicy', [['thomas@contoso.com', 'SkypeUsers']]),
      };
    },
  },
  'sites that are shown by another name': {
    made: (product) => {
      const store = installed(product);
      const shown: Readonly<Record<string, string>> = {
        'Site:Redmond': 'Redmond, Washington',
        'Site:Dublin': 'Ireland',
      };
      return {
        ...store,
        sites: store.sites.map((site) => ({ ...site, DisplayName: shown[site.Identity] ?? site.Identity })),
      };
    },
  },
};

/** The servers on which the product can be met, each with its store. */
export function serversOf(product: Product): ReadonlyMap<string, Store> {
  const met = Object.entries(servers).filter(([, { only }]) => only?.includes(product) ?? true);
  return new Map(met.map(([name, { made }]) => [name, made(product)]));
}
