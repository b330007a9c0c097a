import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, TaskState } from '../../src/model/index.ts';
import { answersSchema, judge, readAnswers, readJson, taskProblems, writeAnswers } from '../../src/state/index.ts';
import { allFields, allTasks, people } from '../../src/steps/index.ts';
import { rollouts, today, valuesOf } from './arbitrary.ts';
import { enough } from './fixture.ts';
import { ana, everyWrongFile } from './wrong.ts';

const schema = answersSchema();
const ajv = new Ajv2020({ strict: true, allErrors: true });
const accepts = ajv.compile<unknown>(schema);
const problemsOf = (file: object) => {
  const read = readAnswers({ ...enough, ...file }, today);
  return read.ok ? [] : read.problems;
};
/** Does the schema take a file? Does the program? */
const judged = (file: object) => ({ schema: accepts(file), program: problemsOf(file).length === 0 });

const person = (change: object) => ({ 'contacts.people': [{ ...ana, ...change }] });
const tasks = (states: object) => person({ tasks: states });
const examples = join(import.meta.dirname, '../../examples');

describe('what the schema takes', () => {
  test.each(readdirSync(examples))('%s', (name) => {
    const read = readJson(readFileSync(join(examples, name), 'utf8'));
    expect(accepts(read.ok && read.value)).toBe(true);
    expect(accepts.errors).toBe(null);
  });

  test('the answers file of any rollout whose answers do', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        if (judge(rollout, today).wrong.length > 0) return;
        const file = JSON.parse(JSON.stringify(writeAnswers(rollout)));
        expect([accepts(file), accepts.errors]).toEqual([true, null]);
      }),
    );
  });

  test('an answers file that says where the schema is, or that nothing is answered yet', () => {
    expect(judged({ $schema: './answers.schema.json' })).toEqual({ schema: true, program: true });
    expect(judged({})).toEqual({ schema: true, program: true });
  });

  test.each([
    { 'deployment.sip-domains': [' CONTOSO.com '] },
    {
      'deployment.sip-domains': [
        'contoso.com',
        'b\u00fccher.example',
        '\u4f8b\u3048.example',
        'a-b.3com.com',
        'xn--mnchen-3ya.example',
      ],
    },
    { 'deployment.owner': ' Maria Anders\n' },
    { 'deployment.owner': '\u{1f469}\u200d\u{1f4bb} \u0645\u200c\u0627' },
    { 'access-policy.users': ['sip:ana@contoso.com', 'SIP: Thomas@Contoso.com', "o'brien+x@contoso.com"] },
    { 'access-policy.sites': ['site:Redmond'] },
    { 'skype-provider.icon-url': 'HTTPS://contoso.com:8443/a.png?b=@c#d' },
    { 'access-policy.policy-name': 'Global users' },
    { 'contacts.people': [] },
    { 'edge.federation-routes': [] },
    { 'edge.certificate': { state: 'done', at: ' 2014-11-03' } },
    tasks({ im: { state: 'waiting', since: '2014-11-03' }, merged: { state: 'todo' } }),
  ])('%j, as the program does', (file) => {
    expect(judged(file)).toEqual({ schema: true, program: true });
  });
});

describe('what the schema refuses', () => {
  const seenBy = (who: string) => everyWrongFile.filter(([, by]) => by === who).map(([file]) => [file] as const);

  test.each(seenBy('schema'))('%j, as the program does', (file) => {
    expect(judged(file)).toEqual({ schema: false, program: false });
  });

  test.each(seenBy('program'))('not %j, which the program alone can see', (file) => {
    expect(judged(file)).toEqual({ schema: true, program: false });
  });

  test.each([
    ...['contoso..com', 5].map((domain) => ({ 'deployment.sip-domains': [domain] })),
    { 'deployment.sip-domains': [] },
    { 'deployment.sip-domains': 'contoso.com' },
    { 'deployment.sip-domains': ['contoso.com', 'contoso.com'] },
    { 'deployment.organisation': ' ' },
    { 'deployment.organisation': 'x'.repeat(257) },
    { 'deployment.owner': 'Maria\u202eAnders' },
    { 'deployment.cu5': 7 },
    { 'edge.pools': [] },
    { 'edge.pools': [5] },
    { 'edge.pools': Array.from({ length: 11 }, (_, i) => ({ name: `sip${i}.contoso.com` })) },
    { 'access-policy.policy-name': 'Sky*' },
    { 'access-policy.policy-name': ' GLOBAL' },
    { 'access-policy.users': ['Ana Trujillo'] },
    { 'access-policy.users': ['*@contoso.com'] },
    { 'access-policy.users': ['ana@@contoso.com'] },
    { 'registration.contact': 'ana@contoso' },
    { 'skype-provider.icon-url': 'http://contoso.com/a.png' },
    { 'skype-provider.icon-url': 'https://ana:secret@contoso.com/a.png' },
    { 'edge.certificate': { state: 'done', at: '2025-13-01' } },
    { 'contacts.people': 'Ana' },
    { 'contacts.people': [1] },
    { 'contacts.people': [{ name: 'x', situation: 'unsure' }] },
    person({ phone: '5' }),
    person({ name: '' }),
  ])('%j, as the program does', (file) => {
    expect(judged(file)).toEqual({ schema: false, program: false });
  });

  test.each([
    { 'deployment.sip-domains': ['contoso.com', 'CONTOSO.com'] },
    { 'edge.pools': [{ name: 'sip.contoso.com' }, { name: 'sip.contoso.com', site: 'Dublin' }] },
  ])('not %j, in which the same stands in two ways', (file) => {
    expect(judged(file)).toEqual({ schema: true, program: false });
  });

  test.each([[null], [[]], ['text'], [5]])('%j, which is no answers file', (raw) => {
    expect([accepts(raw), readAnswers(raw, today).ok]).toEqual([false, false]);
  });

  test('a state of a task that lacks what every task demands, and no other', () => {
    const states = fc.record<TaskState>(
      {
        state: fc.constantFrom('todo', 'waiting', 'done', 'waived'),
        since: fc.constant(today),
        at: fc.constant(today),
        reason: fc.constant('a lab'),
        result: fc.constantFrom('worked', 'failed'),
      },
      { requiredKeys: ['state'] },
    );
    const view = { today } as Parameters<typeof taskProblems>[2];
    const [im] = allTasks.filter(({ id }) => id === 'contacts.im');
    const [rights] = allTasks.filter(({ id }) => id === 'deployment.rights');
    fc.assert(
      fc.property(states, (state) => {
        expect(accepts({ 'deployment.rights': state })).toBe(rights && taskProblems(rights, state, view).length === 0);
        expect(accepts(tasks({ im: state }))).toBe(im && taskProblems(im, state, view).length === 0);
      }),
    );
  });

  test('somebody whose situation needs an account or a name that is not there', () => {
    for (const situation of ['has-account', 'needs-account', 'needs-merge', 'skype-name-only'] as const) {
      for (const has of [{}, { microsoftAccount: 'ana@outlook.com' }, { skypeName: 'ana.trujillo' }]) {
        const file = {
          'deployment.product': 'sfb-2015',
          'contacts.people': [{ name: 'Ana Trujillo', situation, ...has }],
        };
        const needed = { 'has-account': 'microsoftAccount', 'skype-name-only': 'skypeName' }[String(situation)];
        const good = needed === undefined || Object.keys(has).includes(needed);
        expect([file, judged(file)]).toEqual([file, { schema: good, program: good }]);
      }
    }
  });
});

describe('each kind', () => {
  const kinds: readonly (readonly [string, Kind<unknown>])[] = [
    ...[...allFields, people].map(({ id, kind }) => [id, kind] as const),
    ...[people, ...allFields].flatMap(({ id, kind }) =>
      kind.form === 'records' ? kind.columns.map((column) => [`${id}.${column.id}`, column.kind] as const) : [],
    ),
  ];

  /** Has each record what another of its columns asks for? */
  const isWhole = (kind: Kind<unknown>, value: unknown) =>
    kind.form !== 'records' ||
    kind
      .rows(value)
      .every((row) =>
        kind.columns.every(
          ({ id, requiredWhere: where }) => row[id] !== undefined || row[where?.column ?? ''] !== where?.is,
        ),
      );

  test.each(kinds)('%s: its schema takes what it keeps', (_, kind) => {
    const takes = ajv.compile<unknown>(kind.schema());
    fc.assert(
      fc.property(
        valuesOf(kind).filter((value) => isWhole(kind, value)),
        (value) => {
          expect([value, takes(JSON.parse(JSON.stringify(value)))]).toEqual([value, true]);
        },
      ),
      { numRuns: 50 },
    );
  });

  const lines = [
    ...new Map(kinds.flatMap(([, kind]) => (kind.form === 'line' ? [[kind.expected, kind] as const] : []))),
  ];

  test.each(lines)('%s: its schema refuses no line that it takes', (_, kind) => {
    const takes = ajv.compile<unknown>(kind.schema());
    const part = fc.constantFrom(
      ...'aZ5.-@: /\\?#\t\n*_'.split(''),
      'sip:',
      'https://',
      'contoso.com',
      '2014-11-03',
      '\u00fc',
      '\u4f8b',
      '\u200d',
      '\u200b',
    );
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(line, (text) => {
        if (kind.parse(text).ok) expect([text, takes(text)]).toEqual([text, true]);
      }),
      { numRuns: 2000 },
    );
  });
});

test('every field and task that a file can state has a place, described for whoever writes one', () => {
  const { properties = {} } = schema;
  const top = [...allFields, people, ...allTasks.filter(({ per }) => per !== 'person')].map(({ id }) => id);
  expect(Object.keys(properties).toSorted()).toEqual(['$schema', ...top].toSorted());
  expect(Object.keys(properties['contacts.people']?.items?.properties?.tasks?.properties ?? {})).toHaveLength(
    allTasks.filter(({ per }) => per !== 'rollout').length,
  );
  for (const { title, description = '' } of Object.values(properties)) {
    expect(title).toMatch(/./);
    expect(description).toMatch(/\.$/);
  }
  expect(properties['skype-provider.verification']?.description).toContain(
    'Default: "level-2" for lync-2013, else "product-default".',
  );
  expect(properties['access-policy.xmpp']?.description).toContain(
    'Asked where deployment.product is lync-2013 or sfb-2015.',
  );
});

test('its patterns are of the kind that every reader of schemas knows', () => {
  const patterns: string[] = [];
  JSON.stringify(schema, (key, value) => {
    if (key === 'pattern') patterns.push(value);
    return value;
  });
  expect(patterns.length).toBeGreaterThan(20);
  for (const pattern of patterns) {
    expect(pattern).not.toMatch(/\(\?[=!<]|\\[pPdDwW]/);
    expect(() => new RegExp(pattern)).not.toThrow();
  }
});
