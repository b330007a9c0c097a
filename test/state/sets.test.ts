import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, Rollout } from '../../src/model/index.ts';
import { applyEvent, readAnswers, readGiven, readSets, restate, writeAnswers } from '../../src/state/index.ts';
import { allFields, allTasks, people } from '../../src/steps/index.ts';
import { pathText } from '../../src/words/index.ts';
import { rollouts, today, valuesOf } from './arbitrary.ts';
import { answered, enough, moved, rolloutAfter } from './fixture.ts';

const stated = (...words: string[]) => readSets(words, today).stated;
const problemsOf = (...words: string[]) =>
  readSets(words, today).problems.map(({ id, path, said }) => `${pathText(id, path)}: ${said}`);

/** Every way in which a value can be typed. */
function typedAs(kind: Kind<unknown>, value: unknown): readonly string[] {
  switch (kind.form) {
    case 'line':
      return [kind.show(value)];
    case 'choice': {
      const letters = Object.entries(kind.keys ?? {}).filter(([, one]) => one === value);
      return [String(value), kind.show(value), ...letters.map(([letter]) => letter)];
    }
    case 'list': {
      const items = kind.items(value);
      const plain =
        items.every((item) => !item.includes(',')) && !items[0]?.startsWith('[') && !items[0]?.startsWith('{');
      return [JSON.stringify(items), ...(plain ? [items.join(','), items.join(' , ')] : [])];
    }
    case 'records':
      return [JSON.stringify(value), JSON.stringify(value, null, 2)];
  }
}

describe('what is typed', () => {
  test.each(allFields)('as $id is read as it is shown', (field) => {
    fc.assert(
      fc.property(valuesOf(field.kind), (value) => {
        for (const typed of typedAs(field.kind, value)) {
          const { stated: found, problems } = readSets([`${field.id}=${typed}`], today);
          expect([typed, problems]).toEqual([typed, []]);
          expect(field.kind.parse(found[field.id])).toEqual({ ok: true, value });
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each<[string, unknown]>([
    ['deployment.hybrid=yes', true],
    ['deployment.hybrid=n', false],
    ['edge.partner-discovery=k', 'keep'],
    ['edge.partner-discovery=true', true],
    ['access-policy.scope=Selected people', 'user'],
    ['deployment.cu5=no', 'no'],
    ['deployment.owner=a=b, c', 'a=b, c'],
    ['deployment.sip-domains=contoso.com,fabrikam.com', ['contoso.com', 'fabrikam.com']],
    ['access-policy.sites=["Redmond, WA"]', ['Redmond, WA']],
    ['access-policy.sites="Redmond, WA"; Dublin', ['Redmond, WA', 'Dublin']],
    ['edge.pools={"name": "sip.contoso.com"}', [{ name: 'sip.contoso.com' }]],
    ['edge.federation-routes=[]', []],
    ['edge.dns-published=done', { state: 'done', at: today }],
    ['edge.dns-published=waiting', { state: 'waiting', since: today }],
    ['edge.dns-published=to do', { state: 'todo' }],
    ['edge.firewall={"state": "waived", "reason": "a lab",}', { state: 'waived', reason: 'a lab' }],
    ['contacts.people=[]', []],
  ])('%s', (word, value) => {
    const [id = ''] = word.split('=');
    expect(problemsOf(word)).toEqual([]);
    expect(stated(word)).toEqual({ [id]: value });
  });

  test('of one id the last counts', () => {
    expect(stated('deployment.cu5=yes', 'deployment.cu5=no')).toEqual({ 'deployment.cu5': 'no' });
  });

  test.each([
    ['deployment.organisation', ': "deployment.organisation" has no equals sign.'],
    ['', ': "" has no equals sign.'],
    ['edge.pool=x', 'edge.pool: No answer and no task has this id; edge.pools is the nearest.'],
    ['contacts.invited=done', 'contacts.invited: Invited is a task of each person.'],
    ['deployment.owner=', 'deployment.owner: Nothing is there.'],
    ['access-policy.sites= ,', 'access-policy.sites[0]: Nothing is there.'],
    ['deployment.hybrid=maybe', 'deployment.hybrid: "maybe" is not a choice here.'],
    ['edge.partner-discovery=', 'edge.partner-discovery: "" is not a choice here.'],
    ['deployment.product=lync-2015', 'deployment.product: "lync-2015" is not a choice here.'],
    ['deployment.goal=retire', 'deployment.goal: Retiring is not offered by this version; it comes later.'],
    ['deployment.sip-domains=contoso.com,contoso', 'deployment.sip-domains[1]: "contoso" is one word'],
    [
      'deployment.sip-domains=["a.com"',
      'deployment.sip-domains: Column 9 is no JSON: It ends in the middle of a value.',
    ],
    ['edge.pools=sip.contoso.com', 'edge.pools: "sip.contoso.com" is no JSON.'],
    ['edge.pools={"name": "10.0.0.5"}', 'edge.pools[0].name: "10.0.0.5" is an address'],
    ['edge.firewall=finished', 'edge.firewall.state: "finished" is not a choice here.'],
    ['edge.firewall={"state": "done", "at": "today"}', 'edge.firewall.at: "today" is not written as YYYY-MM-DD.'],
    ['contacts.people={"name": "x"}', 'contacts.people[0].situation: Situation is missing.'],
    ['__proto__=x', '__proto__: No answer and no task has this id'],
    ['constructor=x', 'constructor: No answer and no task has this id'],
  ])('%s is refused', (word, said) => {
    const [problem = '', ...others] = problemsOf(word);
    expect(others).toEqual([]);
    expect(problem.startsWith(said), problem).toBe(true);
  });

  test.each([
    ['deployment.hybrid=maybe', 'yes or no', 'deployment.hybrid=yes'],
    ['edge.partner-discovery=maybe', 'keep, yes or no', 'edge.partner-discovery=keep'],
    ['edge.routing=maybe', 'one of stop-if-default or switch-to-dns-srv', 'stop-if-default'],
  ])('%s: what can be typed there', (word, expected, example) => {
    expect(readSets([word], today).problems).toMatchObject([{ expected, example }]);
  });

  test('whatever it is, every word that is wrong is named', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(problemsOf(...words).length).toBeGreaterThanOrEqual(
          new Set(words.map((word) => word.split('=')[0])).size,
        );
      }),
    );
  });
});

const at = { at: `${today}T23:00:00.000Z`, by: 'maria' };

describe('a rollout with other answers', () => {
  const over = (rollout: Rollout, ...words: string[]) => restate(rollout, stated(...words), at);

  test('holds them, and its log says what was there before', () => {
    const rollout = rolloutAfter(...answered(enough), moved('edge.certificate', { state: 'done', at: today }));
    const other = over(rollout, 'deployment.product=sfb-2015', 'edge.certificate=todo', 'edge.firewall=done');
    expect(other.answers).toEqual({ ...enough, 'deployment.product': 'sfb-2015' });
    expect(other.tasks).toEqual({ 'edge.firewall': { state: 'done', at: today } });
    expect(other.events.slice(rollout.events.length)).toEqual([
      { ...at, type: 'answered', field: 'deployment.product', value: 'sfb-2015', was: 'lync-2013' },
      { ...at, type: 'task-moved', task: 'edge.certificate', was: { state: 'done', at: today } },
      { ...at, type: 'task-moved', task: 'edge.firewall', to: { state: 'done', at: today } },
    ]);
  });

  test('is itself where nothing is other', () => {
    const rollout = rolloutAfter(...answered(enough), moved('edge.certificate', { state: 'done', at: today }));
    expect(over(rollout, 'deployment.product=lync-2013', 'edge.certificate=done', 'edge.firewall=todo')).toEqual(
      rollout,
    );
    expect(over(rollout)).toEqual(rollout);
  });

  test('is what its log leads to, and what is stated holds in it', () => {
    fc.assert(
      fc.property(rollouts, rollouts, (rollout, other) => {
        const file = writeAnswers(other);
        const made = restate(rollout, file, at);
        expect(made.events.slice(rollout.events.length).reduce(applyEvent, rollout)).toEqual(made);
        expect(made.answers).toEqual({ ...rollout.answers, ...other.answers });
        const read = readAnswers({ 'contacts.people': file[people.id] ?? [] }, today);
        const bare = ({ people: all }: Pick<Rollout, 'people'>) => all.map(({ id: _, tasks: _tasks, ...one }) => one);
        if (file[people.id] && read.ok) expect(bare(made)).toEqual(bare(read));
        expect(new Set(made.people.map(({ id }) => id)).size).toBe(made.people.length);
      }),
    );
  });
});

describe('what is stated beside a file', () => {
  const given = (file: object, ...words: string[]) => {
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    return readGiven(bytes, { now: at.at, offset: 0, by: at.by, stated: stated(...words) });
  };

  test('holds in its place, and mends what is wrong there or missing', () => {
    const { 'deployment.organisation': _, ...nameless } = enough;
    const read = given({ ...nameless, 'deployment.cu5': 7 }, 'deployment.organisation=Adatum', 'deployment.cu5=no');
    expect(read).toMatchObject({ state: 'read', rollout: { id: 'adatum' }, missing: [] });
    expect(read.state === 'read' && read.rollout.answers['deployment.cu5']).toBe('no');
  });

  test('holds in place of what an exported rollout has, whose log goes on', () => {
    const rollout = rolloutAfter(...answered(enough));
    const read = given(rollout, 'deployment.product=sfb-2019');
    expect(read.state === 'read' && read.rollout.answers['deployment.product']).toBe('sfb-2019');
    expect(read.state === 'read' && read.rollout.events).toHaveLength(rollout.events.length + 1);
  });

  test('is judged with all else', () => {
    const route = 'edge.federation-routes={"site": "Redmond", "pool": "edge07.contoso.local"}';
    expect(given(enough, route)).toMatchObject({
      state: 'refused',
      problems: [{ id: 'edge.pools' }, { id: 'edge.federation-routes' }],
    });
    expect(given(rolloutAfter(...answered(enough)), route)).toMatchObject({ state: 'refused' });
  });
});

test('each task can be told by its state alone, waived with a reason', () => {
  for (const { id } of allTasks.filter(({ per }) => per !== 'person')) {
    expect(problemsOf(`${id}=done`, `${id}=waiting`, `${id}=todo`)).toEqual([]);
  }
});
