import { today } from './arbitrary.ts';

export const ana = { name: 'Ana Trujillo', microsoftAccount: 'ana@outlook.com', situation: 'has-account' };

/**
 * Answers files of which something is wrong: what is told begins with this. By whom it is seen: by the schema of answers
 * files already, or by the program alone, since it depends on other answers, on the day or on what a name means.
 */
type Wrong = readonly [file: object, said: string, seenBy: 'schema' | 'program'];

const label = 'a'.repeat(63);
const long = `${[label, label, label].join('.')}.${'b'.repeat(58)}.com`;

/** What is no SIP domain, and why, as a part of what is told. */
export const wrongDomains: readonly (readonly [domain: string, said: string, seenBy: Wrong[2]])[] = [
  ['sip.contoso.com', 'is a host name', 'program'],
  ['contoso', 'is one word; a full name has a dot.', 'schema'],
  ['*.contoso.com', 'is a wildcard, not one name.', 'schema'],
  ['contoso.com/', 'holds more than a name: a name has no slash, colon or @.', 'schema'],
  [long, 'is 254 octets long; a DNS name has 253 at most.', 'schema'],
  ['\u{1f600}.com', 'holds a character that no DNS name has.', 'schema'],
  ['contoso.com\nfabrikam.com', 'A line end stands after "contoso.com": take it out.', 'schema'],
  ['contoso\u200b.com', 'An invisible character (U+200B) stands after "contoso": take it out.', 'schema'],
  [
    'contoso\u202e.com',
    'A mark (U+202E) that turns the direction of text stands after "contoso": take it out.',
    'schema',
  ],
  ['contoso.com\u001b[31m', 'An escape code stands after "contoso.com": take it out.', 'schema'],
  ['', 'Nothing is there.', 'schema'],
  ['-contoso.com', 'has a part that DNS does not take', 'schema'],
  ['10.0.0.5', 'is an address, not a name.', 'schema'],
];

/** Ids that nobody knows, with the one that is nearest. */
export const unknownIds = [
  ['edge.pool', 'edge.pools'],
  ['edge.pols', 'edge.pools'],
  ['deployment.organization', 'deployment.organisation'],
  ['acess-policy.sites', 'access-policy.sites'],
  ['contacts.poeple', 'contacts.people'],
  ['edge.certficate', 'edge.certificate'],
] as const;

const pools = [{ name: 'sip.contoso.com', internal: 'edge01.contoso.local' }];
const routes = (value: unknown) => ({ 'edge.pools': pools, 'edge.federation-routes': value });
const person = (change: object) => ({ 'contacts.people': [{ ...ana, ...change }] });
const form = {
  'registration.way': 'form',
  'registration.agreement': 'volume-licensing',
  'registration.agreement-number': 'V1234567',
  'registration.contact': 'ana@contoso.com',
};

/** One thing is wrong in each. */
export const wrongAnswers: readonly Wrong[] = [
  [{ 'edge.routing': 'use-default' }, 'edge.routing: "use-default" is not a choice here', 'schema'],
  [{ 'client-policy.target': 'copy' }, 'client-policy.target: "copy" is not a choice here', 'schema'],
  [
    { 'client-policy.policy-name': 'site:Redmond' },
    'client-policy.policy-name: "site:Redmond" holds a colon',
    'schema',
  ],
  [{ 'client-policy.policy-name': 5 }, 'client-policy.policy-name: the number 5 stands where', 'schema'],
  [{ 'deployment.product': 'lync-2015' }, 'deployment.product: "lync-2015" is not a choice here', 'schema'],
  [{ 'deployment.goal': 'retire' }, 'deployment.goal: Retiring is not offered by this version', 'schema'],
  [
    routes([{ site: 'Redmond', pool: 'edge07.contoso.local' }]),
    'edge.federation-routes[0].pool: edge07.contoso.local is the',
    'program',
  ],
  [routes('Redmond'), 'edge.federation-routes: a string stands where a list belongs.', 'schema'],
  [routes([{ site: 'Redmond' }]), 'edge.federation-routes[0].pool: Edge pool is missing.', 'schema'],
  [{ 'contacts.invited': { state: 'done' } }, 'contacts.invited: Invited is a task of each person.', 'schema'],
  [
    { 'edge.pools': [{ name: 'sip.contoso.com', internal: '10.0.0.5' }] },
    'edge.pools[0].internal: "10.0.0.5" is an',
    'schema',
  ],
  [
    { 'edge.pools': [{ name: 'sip.contoso.com', sites: 'x' }] },
    'edge.pools[0].sites: A pool has nothing of this name',
    'schema',
  ],
  [{ 'edge.pools': {} }, 'edge.pools: an object stands where a list belongs', 'schema'],
  [
    { 'deployment.sip-domains': ['contoso.com', 'sip.contoso.com'] },
    'deployment.sip-domains[1]: sip.contoso.com is a',
    'program',
  ],
  [{ 'access-policy.remote-users': 'yes' }, 'access-policy.remote-users: "yes" is text.', 'schema'],
  [{ 'deployment.hybrid': 'false' }, 'deployment.hybrid: "false" is text.', 'schema'],
  [{ 'contacts.people': [ana, { name: 'x' }] }, 'contacts.people[1].situation: Situation is missing.', 'schema'],
  [person({ tasks: [] }), 'contacts.people[0].tasks: The tasks of a person do not', 'schema'],
  [person({ tasks: { invted: {} } }), 'contacts.people[0].tasks.invted: No task of a person', 'schema'],
  [
    person({ tasks: { merged: { state: 'over' } } }),
    'contacts.people[0].tasks.merged.state: "over" is not a choice',
    'schema',
  ],
  [
    { 'contacts.people': [{ name: 'x', situation: 'has-account' }] },
    'contacts.people[0].microsoftAccount: "x" has a Microsoft account',
    'schema',
  ],
  [{ 'accounts.one-way-understood': false }, 'accounts.one-way-understood: ', 'program'],
  [{ $schema: 5 }, '$schema: This is not the place of a schema.', 'schema'],
  ...['im', 'audio', 'video', 'skype-start'].map(
    (test): Wrong => [
      person({ tasks: { [test]: { state: 'done' } } }),
      `contacts.people[0].tasks.${test}.result: `,
      'schema',
    ],
  ),
  [
    { ...form, 'registration.submitted': { state: 'done', at: '2019-08-16' } },
    'registration.submitted.at: The registration site closed on 15 Aug 2019',
    'program',
  ],
  [
    person({ situation: 'skype-name-only', skypeName: 'ana.trujillo' }),
    'contacts.people[0].situation: "Ana Trujillo" has a Skype name only',
    'program',
  ],
];

/** What is no state of a task, and where it is told below that task. */
export const wrongStates: readonly (readonly [task: string, state: unknown, said: string, seenBy: Wrong[2]])[] = [
  ['edge.certificate', 'done', ': a string stands where a task belongs.', 'schema'],
  ['edge.certificate', {}, '.state: ', 'schema'],
  ['edge.certificate', { state: 'finished' }, '.state: "finished" is not a choice', 'schema'],
  ['edge.certificate', { state: 'done', date: today }, '.date: A task has nothing of this name.', 'schema'],
  [
    'edge.certificate',
    { state: 'done', at: '23.11.2025' },
    '.at: "23.11.2025" is not written as YYYY-MM-DD.',
    'schema',
  ],
  ['edge.certificate', { state: 'done', at: '2025-02-29' }, '.at: "2025-02-29" is not a day', 'program'],
  ['edge.certificate', { state: 'done', at: '2025-11-24' }, '.at: 2025-11-24 is still to come.', 'program'],
  ['edge.certificate', { state: 'waived' }, '.reason: Certificate', 'schema'],
  ['edge.certificate', { state: 'waived', reason: ' ' }, '.reason: ', 'schema'],
  ['edge.dns-published', { state: 'waiting' }, '.since: ', 'schema'],
  ['edge.dns-published', { state: 'waiting', since: '2025-11-24' }, '.since: 2025-11-24 is still to come.', 'program'],
  ['edge.certificate', { state: 'done', result: 'well' }, '.result: "well" is not a choice', 'schema'],
];

/** All of them, as files. */
export const everyWrongFile: readonly (readonly [file: object, seenBy: Wrong[2]])[] = [
  ...wrongDomains.map(([domain, , seenBy]) => [{ 'deployment.sip-domains': [domain] }, seenBy] as const),
  ...unknownIds.map(([id]) => [{ [id]: 'x' }, 'schema'] as const),
  ...wrongAnswers.map(([file, , seenBy]) => [file, seenBy] as const),
  ...wrongStates.map(([task, state, , seenBy]) => [{ [task]: state }, seenBy] as const),
];
