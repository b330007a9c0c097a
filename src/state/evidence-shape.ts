import * as z from 'zod/mini';
import type { SeenKind } from '../model/index.ts';
import { printable } from '../words/index.ts';

/** Names go into scripts and onto screens. */
export const name = z.string().check(
  z.minLength(1),
  z.maxLength(1000),
  z.refine((text) => printable(text) === text && text.isWellFormed()),
);

/** The item of each kind, and what of an object is kept: what a rollout changes, and what tells it from others. */
export const kinds: Readonly<Record<SeenKind, { item: string; names: readonly string[] }>> = {
  'access-edge': {
    item: 'accessEdge',
    names: [
      'AllowFederatedUsers',
      'RoutingMethod',
      'EnablePartnerDiscovery',
      'DiscoveredPartnerVerificationLevel',
      'BeClearingHouse',
      'DefaultRouteFqdn',
      'IsPublicProvider',
      'VerificationLevel',
    ],
  },
  provider: {
    item: 'publicProviders',
    names: [
      'ProxyFqdn',
      'IconUrl',
      'NameDecorationDomain',
      'NameDecorationRoutingDomain',
      'NameDecorationExcludedDomainList',
      'EnableSkypeIdRouting',
      'EnableSkypeDirectorySearch',
      'VerificationLevel',
      'Enabled',
    ],
  },
  'hosting-provider': { item: 'hostingProviders', names: ['ProxyFqdn'] },
  'external-access-policy': {
    item: 'externalAccessPolicies',
    names: [
      'EnableFederationAccess',
      'EnablePublicCloudAccess',
      'EnablePublicCloudAudioVideoAccess',
      'EnableOutsideAccess',
      'EnableXmppAccess',
    ],
  },
  'client-policy': {
    item: 'clientPolicies',
    names: ['EnableNotificationForNewSubscribers', 'BlockConversationFromFederatedContacts'],
  },
  site: { item: 'sites', names: ['DisplayName', 'FederationRoute'] },
};

const enumValue = z.strictObject({ name, number: z.int() });
/** What is not set may be an empty text, too. */
export const textOrNone = z.union([z.literal(''), name]);
export const seenValue = z.union([z.null(), z.boolean(), z.int(), textOrNone, enumValue]);

const kindNames = Object.keys(kinds) as [SeenKind, ...SeenKind[]];
const thing = z.strictObject({ identity: name, values: z.record(name, seenValue) });
const policyOf = z.strictObject({ 'external-access-policy': z.nullable(name), 'client-policy': z.nullable(name) });

const reference = {
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  file: name,
  at: z.iso.datetime(),
  computer: name,
  serverVersion: z.exactOptional(name),
  script: z.enum(['discover', 'verify']),
  place: z.enum(['front-end', 'edge']),
  people: z.enum(['names', 'hashes']),
};

/** Evidence as the log of a rollout has it. */
export const evidenceReference = z.strictObject(reference);

/** Evidence as a rollout has it. */
export const evidenceShape = z.strictObject({
  ...reference,
  seen: z.exactOptional(
    z.strictObject({
      things: z.partialRecord(z.enum(kindNames), z.array(thing)),
      users: z.exactOptional(
        z.array(
          z.strictObject({
            sip: name,
            upn: z.exactOptional(name),
            granted: policyOf,
            inForce: policyOf,
            leftOut: z.exactOptional(name),
          }),
        ),
      ),
      absent: z.exactOptional(z.array(name)),
      unread: z.partialRecord(z.enum([...kindNames, 'users']), name),
      takes: z.exactOptional(z.record(name, z.array(name))),
      checks: z.exactOptional(
        z.array(
          z.strictObject({ what: name, good: z.int().check(z.nonnegative()), differ: z.int().check(z.nonnegative()) }),
        ),
      ),
      routesWaiting: z.exactOptional(z.array(name)),
    }),
  ),
});
