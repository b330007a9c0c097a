import { blockReachesAll } from '../../facts/index.ts';
import type { Product, ThingKind } from '../../model/index.ts';
import { grantCmdlets, things } from '../../plan/index.ts';
import { md } from '../../words/index.ts';
import { literal } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { block, hashtable, indented, said } from '../text.ts';
import { nounOf } from './ensure.ts';
import { grantProperties } from './grant.ts';

const quietly = '-Confirm:$false -ErrorAction Stop';

/** Values that a rollout may have changed, of each kind that Set- brings back; the reader of each reads them. */
export function changedProperties(kind: Exclude<ThingKind, 'provider'>, product: Product): readonly string[] {
  switch (kind) {
    case 'access-edge':
      return ['AllowFederatedUsers', 'EnablePartnerDiscovery'];
    case 'external-access-policy':
      return [
        'EnableFederationAccess',
        'EnablePublicCloudAccess',
        'EnablePublicCloudAudioVideoAccess',
        'EnableOutsideAccess',
        // The switch came with Lync Server 2013.
        ...(product === 'lync-2010' ? [] : ['EnableXmppAccess']),
      ];
    case 'client-policy':
      return ['EnableNotificationForNewSubscribers', 'BlockConversationFromFederatedContacts'];
  }
}

/** The functions that set values back, each by its own name, and the function that goes through all records. */
export function everyRecord(product: Product): readonly string[] {
  return [
    ...(['client-policy', 'external-access-policy'] as const).map((kind) =>
      setsBack(nameOf(kind), things[kind].set, '-Identity $Identity', changedProperties(kind, product)),
    ),
    ...edgeParts(product).map(({ name, head, properties }) =>
      setsBack(name, things['access-edge'].set, head, properties),
    ),
    `# Run twice: to look, and to do. The order is that of the changes, backwards.\nfunction Invoke-EveryRecord {\n${indented(
      [
        ...(['client-policy', 'external-access-policy'] as const).map(grantBlock),
        policyBlock('client-policy', 'Client policy', {
          Consent: `@{ Name = 'BlockConversationFromFederatedContacts'; Is = $true; Says = ${said(md`${blockReachesAll}`)} }`,
        }),
        'Invoke-ProviderUndo',
        policyBlock('external-access-policy', 'External access policy', {}),
        ...edgeParts(product).map(edgeBlock),
      ].join('\n\n'),
      1,
    )}\n}`,
  ];
}

/** What kinds are called in our own functions and in a user's object. */
function nameOf(kind: ThingKind): string {
  return readerNames[kind].slice('Read-'.length);
}

function setsBack(name: string, cmdlet: string, head: string, properties: readonly string[]): string {
  return [
    `function Restore-${name}([string]$Identity, [hashtable]$Before) {`,
    '    $back = @{}',
    ...properties.map((each) => `    if ($Before.ContainsKey('${each}')) { $back['${each}'] = $Before['${each}'] }`),
    `    ${cmdlet} ${head} @back ${quietly}`,
    '}',
  ].join('\n');
}

/** Values of the Access Edge that go with -Identity, and those that go without. */
function edgeParts(product: Product) {
  const { apart } = things['access-edge'];
  const all = changedProperties('access-edge', product);
  const alone = all.filter((name) => apart?.properties.includes(name));
  return [
    { name: 'AccessEdge', head: '-Identity $Identity', properties: all.filter((name) => !alone.includes(name)) },
    { name: 'AccessEdgeRouting', head: `-${apart?.behind}`, properties: alone },
  ];
}

function edgeBlock({ name, properties }: { name: string; properties: readonly string[] }): string {
  return eachRecord('access-edge', {
    Title: literal(`Access Edge configuration: ${properties.join(', ')}`),
    Names: properties.map(literal).join(', '),
    Set: `{ param($Before) Restore-${name} $identity $Before }`,
  });
}

function policyBlock(
  kind: 'client-policy' | 'external-access-policy',
  title: string,
  more: Record<string, string>,
): string {
  const name = nameOf(kind);
  const { remove } = things[kind];
  return eachRecord(kind, {
    Title: `${literal(`${title} `)} + $identity`,
    Names: `$script:${name}Names`,
    ...more,
    Set: `{ param($Before) Restore-${name} $identity $Before }`,
    // -Force: the question about a policy that is assigned does not heed -Confirm:$false (facts 12.10).
    ...(remove
      ? {
          Holders: `{ if ($identity -notlike 'site:*') { Find-Holder ${literal(grantProperties[kind])} $identity } }`,
          Remove: `{ ${remove} -Identity $identity -Force ${quietly} }`,
        }
      : {}),
  });
}

function eachRecord(kind: ThingKind, undo: Readonly<Record<string, string>>): string {
  const table = hashtable({ ...undo, Record: '$record', Read: `{ ${readerNames[kind]} $identity }` });
  return `foreach ($record in @(Select-Record ${literal(nounOf(things[kind]))})) {\n${indented(`$identity = $record['Identity']\nInvoke-Undo ${table}`, 1)}\n}`;
}

function grantBlock(kind: 'client-policy' | 'external-access-policy'): string {
  const gives = [
    'param($User, $Policy)',
    '$at = @{}',
    "if ($script:DomainController) { $at['DomainController'] = $script:DomainController }",
    `${grantCmdlets[kind]} -Identity $User -PolicyName $Policy @at ${quietly}`,
  ];
  return `Invoke-GrantUndo ${hashtable({ Property: literal(grantProperties[kind]), Grant: block(gives.join('\n')) })}`;
}
