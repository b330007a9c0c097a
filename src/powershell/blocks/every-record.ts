import { blockReachesAll, topologyEnabled } from '../../facts/index.ts';
import type { Product, ThingKind } from '../../model/index.ts';
import { grantCmdlets, runCmdlets, things } from '../../plan/index.ts';
import { md } from '../../words/index.ts';
import { literal } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { block, hashtable, indented, said } from '../text.ts';
import { nounOf } from './ensure.ts';
import { grantProperties } from './grant.ts';

const { apart, turns, set: setEdge } = things['access-edge'];

/** Values of the Access Edge that go with -Identity. */
const together = ['AllowFederatedUsers'];

/** The kind of routing that the rollout leaves, and its settings, which come back with it. */
const leftRouting = 'UseDefaultRouting';
const turnedFrom = turns?.settings[leftRouting] ?? [];

/** Values of a site. */
const routed = ['FederationRoute'];

const quietly = '-Confirm:$false -ErrorAction Stop';

/** Values that a rollout may have changed, of each kind that Set- brings back; the reader of each reads them. */
export function changedProperties(kind: Exclude<ThingKind, 'provider'>, product: Product): readonly string[] {
  switch (kind) {
    case 'access-edge':
      return [...together, ...(apart?.properties ?? []), ...(turns ? [turns.property, ...turnedFrom] : [])];
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
    case 'site':
      return routed;
  }
}

/** The functions that set values back, each by its own name, and the function that goes through all records. */
export function everyRecord(product: Product): readonly string[] {
  return [
    ...(['client-policy', 'external-access-policy'] as const).map((kind) =>
      setsBack(nameOf(kind), things[kind].set, '-Identity $Identity', changedProperties(kind, product)),
    ),
    setsBack('AccessEdge', setEdge, '-Identity $Identity', together),
    ...(apart ? [setsBack('Discovery', setEdge, `-${apart.behind}`, apart.properties)] : []),
    ...(turns ? [restoreRouting] : []),
    restoreRoute,
    `# Run twice: to look, and to do. The order is that of the changes, backwards.
function Invoke-EveryRecord {
${indented(recordBlocks().join('\n\n'), 1)}
}`,
  ];
}

function recordBlocks(): readonly string[] {
  return [
    grantBlock('client-policy'),
    grantBlock('external-access-policy'),
    policyBlock('client-policy', 'Client policy', {
      Consent: `@{ Name = 'BlockConversationFromFederatedContacts'; Is = $true; Says = ${said(md`${blockReachesAll}`)} }`,
    }),
    'Invoke-ProviderUndo',
    policyBlock('external-access-policy', 'External access policy', {}),
    ...routeBlocks(),
    ...edgeBlocks(),
  ];
}

/** What kinds are called in our own functions and in a user's object. */
function nameOf(kind: ThingKind): string {
  return readerNames[kind].slice('Read-'.length);
}

function setsBack(name: string, cmdlet: string, head: string, properties: readonly string[]): string {
  const takes = head.includes('$Identity') ? '[string]$Identity, ' : '';
  return [
    `function Restore-${name}(${takes}[hashtable]$Before) {`,
    '    $back = @{}',
    ...properties.map((each) => `    if ($Before.ContainsKey('${each}')) { $back['${each}'] = $Before['${each}'] }`),
    `    ${cmdlet} ${head} @back ${quietly}`,
    '}',
  ].join('\n');
}

function edgeBlocks(): readonly string[] {
  const title = (names: readonly string[]) => literal(`Access Edge configuration: ${names.join(', ')}`);
  const alone = apart?.properties ?? [];
  return [
    eachRecord(
      'access-edge',
      {
        Title: title(alone),
        Names: alone.map(literal).join(', '),
        Set: '{ param($Before) Restore-Discovery $Before }',
      },
      [
        '# What there was not under the routing of before goes with that of now.',
        `if (${alone.map((name) => `$null -eq $record['Before']['${name}']`).join(' -and ')}) { continue }`,
      ],
    ),
    eachRecord('access-edge', {
      Title: title(together),
      Names: together.map(literal).join(', '),
      Set: '{ param($Before) Restore-AccessEdge $identity $Before }',
    }),
    ...(turns
      ? [
          eachRecord('access-edge', {
            Title: title([turns.property]),
            Names: literal(turns.property),
            Set: "{ Restore-Routing $record['Before'] }",
          }),
        ]
      : []),
  ];
}

/** The topology is enabled once for all routes that were set back. */
function routeBlocks(): readonly string[] {
  return [
    eachRecord('site', {
      Title: "'Federation route of site ' + $identity",
      Names: routed.map(literal).join(', '),
      Set: '{ param($Before) Restore-Route $identity $Before }',
    }),
    `Invoke-TopologyUndo ${hashtable({
      Risk: said(topologyEnabled.says),
      Enable: block(`${runCmdlets['enable-topology']} ${quietly}`),
    })}`,
  ];
}

/** Marked before it, so that the topology is enabled for it even by a later run. */
const restoreRoute = `function Restore-Route([string]$Identity, [hashtable]$Before) {
    Save-Mark ('Back|CsSite|' + $Identity)
    ${things.site.set} -Identity $Identity -FederationRoute $Before['FederationRoute'] ${quietly}
}`;

/** Default routing comes back only where no provider is left. */
const restoreRouting = `function Restore-Routing([hashtable]$Before) {
    $left = @(@(Get-CsPublicProvider -ErrorAction Stop) + @(Get-CsHostingProvider -ErrorAction Stop) | Where-Object { $_ } | ForEach-Object { [string]$_.Identity })
    if ($left.Count) { throw ('default routing comes back only once every public and hosting provider is removed; there are: ' + ($left -join ', ')) }
    $back = @{}
${turnedFrom.map((name) => `    if ($null -ne $Before['${name}']) { $back['${name}'] = $Before['${name}'] }\n`).join('')}    ${setEdge} -${leftRouting} @back ${quietly}
}`;

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

function eachRecord(kind: ThingKind, undo: Readonly<Record<string, string>>, first: readonly string[] = []): string {
  const table = hashtable({ ...undo, Record: '$record', Read: `{ ${readerNames[kind]} $identity }` });
  const lines = [...first, "$identity = $record['Identity']", `Invoke-Undo ${table}`].join('\n');
  return `foreach ($record in @(Select-Record ${literal(nounOf(things[kind]))})) {\n${indented(lines, 1)}\n}`;
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
