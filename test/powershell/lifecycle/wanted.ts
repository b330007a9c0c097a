import type { Product } from '../../../src/model/index.ts';
import { sorted } from '../bench.ts';
import type { Provider, Store, Thing } from '../engine.ts';
import { type ScopeName, users } from '../servers.ts';

/** What was decided, as the answers have it; sites and users are those of the servers. */
export type Decided = {
  product: Product;
  scope: ScopeName;
  target: 'in-force' | 'new-copy' | 'leave';
  federated: boolean | 'keep';
  publicUsers: boolean;
  audioVideo: boolean;
  remote: boolean | 'keep';
  xmpp: boolean | 'keep';
  discovery: boolean | 'keep';
  enabled: boolean;
  level: 'product-default' | 'AlwaysUnverifiable' | 'level-2';
  decorate: boolean;
  skypeNames: boolean;
  notify: boolean;
  mayStart: boolean;
};

/** The names of the sites. */
export const sites = ['Redmond', 'Dublin'] as const;

/**
 * The server once that is so, worked out from the facts alone: nothing of the product is asked. `stop` where users who
 * shall keep a switch differ in it. Lists are in the order of names.
 */
export function wantedOf(store: Store, decided: Decided): Store | 'stop' {
  const policies = accessPolicies(store, decided);
  const client = clientPolicies(store, decided);
  if (policies === 'stop' || client === 'stop') return 'stop';
  const granted = {
    ExternalAccessPolicy: 'SkypeUsers',
    ...(decided.target === 'new-copy' ? { ClientPolicy: 'SkypeClients' } : {}),
  };
  return sorted({
    ...store,
    accessEdge: {
      ...store.accessEdge,
      AllowFederatedUsers: true,
      ...(decided.discovery === 'keep' ? {} : { EnablePartnerDiscovery: decided.discovery }),
    },
    publicProviders: providers(store, decided),
    externalAccessPolicies: policies,
    clientPolicies: client,
    users:
      decided.scope === 'user'
        ? store.users.map((user) => (isNamed(user) ? { ...user, ...granted } : user))
        : store.users,
  });
}

const isNamed = ({ UserPrincipalName }: { UserPrincipalName: string }) =>
  users.some((user) => user === UserPrincipalName);

/** Facts 4.1 and 4.3: whatever is kept in a new policy has the value of the one that it hides. */
function accessPolicies(store: Store, decided: Decided): Thing[] | 'stop' {
  const all = store.externalAccessPolicies;
  const set = switchesOf(decided);
  const made = (identity: string, hidden: readonly Thing[]): Thing | 'stop' => {
    const there = all.find(({ Identity }) => Identity === identity);
    if (there) return withKnown(there, set);
    const kept = Object.keys(set).filter((name) => set[name] === 'keep');
    if (kept.some((name) => new Set(hidden.map((policy) => policy[name])).size > 1)) return 'stop';
    const [from] = hidden;
    const values = kept.flatMap((name) => (from?.[name] === undefined ? [] : [[name, from[name]] as const]));
    return withKnown({ Identity: identity, ...Object.fromEntries(values) }, set);
  };
  const wanted =
    decided.scope === 'global'
      ? [made('Global', [])]
      : decided.scope === 'site'
        ? sites.map((site) => made(`Site:${site}`, [named(all, 'Global')]))
        : [
            made(
              'Tag:SkypeUsers',
              users.map((user) => inForce(store, 'ExternalAccessPolicy', user)),
            ),
          ];
  if (wanted.includes('stop')) return 'stop';
  return replaced(all, wanted as Thing[]);
}

function switchesOf(decided: Decided): Readonly<Record<string, boolean | 'keep'>> {
  return {
    EnableFederationAccess: decided.federated,
    EnablePublicCloudAccess: decided.publicUsers,
    EnablePublicCloudAudioVideoAccess: decided.audioVideo,
    EnableOutsideAccess: decided.remote,
    ...(decided.product === 'lync-2010' ? {} : { EnableXmppAccess: asksXmpp(decided) ? decided.xmpp : 'keep' }),
  };
}

/** The gateway was gone in 2019: facts 4.1. */
function asksXmpp({ product }: Decided): boolean {
  return product === 'lync-2013' || product === 'sfb-2015';
}

/** Facts 5.2 to 5.5: Set- changes two values only; name and proxy are each unique, and whoever has one is in the way. */
function providers(store: Store, decided: Decided): Provider[] {
  const name = decided.product === 'lync-2010' ? 'MSN' : 'Skype';
  const proxy = 'federation.messenger.msn.com';
  const fixed = {
    ProxyFqdn: proxy,
    ...(decided.product === 'lync-2010'
      ? {}
      : { IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png' }),
    ...(decorates(store, decided)
      ? {
          NameDecorationRoutingDomain: 'msn.com',
          NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
        }
      : {}),
    ...(isLater(decided) ? { EnableSkypeIdRouting: decided.skypeNames, EnableSkypeDirectorySearch: true } : {}),
  };
  const level = {
    'product-default': undefined,
    'level-2': 'UseSourceVerification' as const,
    AlwaysUnverifiable: 'AlwaysUnverifiable' as const,
  }[decided.level];
  const there = store.publicProviders.find(({ Identity }) => Identity === name);
  const isMended = there && Object.entries(fixed).every(([property, value]) => there[property] === value);
  const others = store.publicProviders.filter(
    ({ Identity, ProxyFqdn }) => Identity !== name && (isMended || ProxyFqdn !== proxy),
  );
  const rest = isMended ? there : { Identity: name, ...fixed };
  return [
    ...others,
    {
      ...rest,
      ...fixed,
      Enabled: decided.enabled,
      VerificationLevel: level ?? (isMended ? there.VerificationLevel : 'AlwaysVerifiable'),
    },
  ];
}

function decorates(store: Store, { product, decorate }: Decided): boolean {
  return decorate && product !== 'lync-2010' && (product !== 'lync-2013' || store.cu5);
}

function isLater({ product }: Decided): boolean {
  return product === 'sfb-2015' || product === 'sfb-2019' || product === 'sfb-se';
}

/**
 * Facts 12.1: the policies in force are changed, or copied whole where there is none of the copy's name; a copy cannot be
 * of several. For everyone there is nothing to copy.
 */
function clientPolicies(store: Store, decided: Decided): Thing[] | 'stop' {
  if (decided.target === 'leave') return store.clientPolicies;
  const all = store.clientPolicies;
  const met =
    decided.scope === 'global'
      ? [named(all, 'Global')]
      : decided.scope === 'site'
        ? sites.map((site) => all.find(({ Identity }) => Identity === `Site:${site}`) ?? named(all, 'Global'))
        : users.map((user) => inForce(store, 'ClientPolicy', user));
  if (decided.target === 'new-copy' && decided.scope === 'user' && new Set(met).size > 1) return 'stop';
  const copied = (policy: Thing, i: number): Thing =>
    decided.target === 'in-force' || decided.scope === 'global'
      ? policy
      : { ...policy, Identity: decided.scope === 'site' ? `Site:${sites[i]}` : 'Tag:SkypeClients' };
  const values = {
    EnableNotificationForNewSubscribers: decided.notify,
    BlockConversationFromFederatedContacts: !decided.mayStart,
  };
  return replaced(
    all,
    met.map((policy, i) => ({ ...copied(policy, i), ...values })),
  );
}

/** Facts 4.3: user before site before Global. */
function inForce(store: Store, kind: 'ExternalAccessPolicy' | 'ClientPolicy', upn: string): Thing {
  const policies = kind === 'ClientPolicy' ? store.clientPolicies : store.externalAccessPolicies;
  const user = store.users.find(({ UserPrincipalName }) => UserPrincipalName === upn);
  const site = sites.find((name) => user?.RegistrarPool === `pool01.${name.toLowerCase()}.contoso.local`);
  const own = policies.find(({ Identity }) => Identity === `Tag:${user?.[kind]}`);
  return own ?? policies.find(({ Identity }) => Identity === `Site:${site}`) ?? named(policies, 'Global');
}

function named(policies: readonly Thing[], identity: string): Thing {
  const found = policies.find(({ Identity }) => Identity === identity);
  if (!found) throw new Error(`the server has no ${identity}`);
  return found;
}

function withKnown(policy: Thing, set: Readonly<Record<string, boolean | 'keep'>>): Thing {
  const settled = Object.entries(set).flatMap(([name, value]) => (value === 'keep' ? [] : [[name, value] as const]));
  return { ...policy, ...Object.fromEntries(settled) };
}

function replaced(all: readonly Thing[], by: readonly Thing[]): Thing[] {
  const names = new Set(by.map(({ Identity }) => Identity));
  const each = new Map(by.map((policy) => [policy.Identity, policy]));
  return [...all.filter(({ Identity }) => !names.has(Identity)), ...each.values()];
}
