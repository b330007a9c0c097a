import { describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/model/index.ts';
import { type Run, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store } from './engine.ts';
import { type Check, evidenceOf, verifyFor } from './evidence.ts';
import { type Answers, contosoAnswers, forUsers, scriptFor } from './scripts.ts';

const users = [
  { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
  { name: 'Maria Anders', sip: 'maria@contoso.com', site: 'Dublin' },
  { name: 'Thomas Hardy', sip: 'thomas@contoso.com' },
];
const contact = (sip: string): PersonAnswer => ({ name: 'On Skype', situation: 'has-account', sip });

function contoso(granted: Readonly<Record<string, string>> = {}, product: Store['product'] = 'lync-2013'): Store {
  const people = users.map((user) => {
    const policy = granted[user.sip];
    return policy === undefined ? user : { ...user, externalAccessPolicy: policy };
  });
  const store = asInstalled({ product, sites: [{ name: 'Redmond' }, { name: 'Dublin' }], users: people });
  store.externalAccessPolicies.push(accessPolicy('Tag:Sales'));
  return store;
}

const globalAnswers: Answers = { 'access-policy.scope': 'global', 'client-policy.target': 'leave' };
const sitesAnswers: Answers = { ...contosoAnswers, 'client-policy.target': 'leave' };
const people = [contact('ana@contoso.com'), contact('maria@contoso.com')];
const sip = (name: string) => `sip:${name}@contoso.com`;

describe.skipIf(!hasDotnet())('verify tells of people', () => {
  const bench = useBench();
  const verified = async (answers: Answers, store: Store, named: readonly PersonAnswer[] = people) => {
    const done = await bench.run(scriptFor(answers, named), { store, answers: yes });
    expect(done.exitCode).toBe(0);
    return bench.run(verifyFor(answers, named), { name: '3-verify.ps1', store: done.store, folder: done.folder });
  };
  const inForce = (run: Run): readonly Check[] =>
    (evidenceOf(run).checks ?? []).filter(({ what }) => what.includes('policy in force'));

  it.each(['lync-2013', 'lync-2010'] as const)('what is in force for each who is named, on %s', async (product) => {
    const run = await verified({ ...globalAnswers, 'deployment.product': product }, contoso({}, product));
    expect(run.exitCode).toBe(0);
    expect(inForce(run)).toEqual([
      { what: 'External access policy in force', name: sip('ana'), expected: 'Global', found: 'Global', good: true },
      { what: 'External access policy in force', name: sip('maria'), expected: 'Global', found: 'Global', good: true },
    ]);
  });

  it('that one has a policy of their own, which is no difference, named in the rollout or not', async () => {
    for (const answers of [globalAnswers, sitesAnswers]) {
      const run = await verified(answers, contoso({ 'ana@contoso.com': 'Sales', 'thomas@contoso.com': 'Sales' }));
      expect(run.exitCode).toBe(0);
      const expected = answers === globalAnswers ? 'Global' : 'Site:Redmond';
      const own = { what: 'External access policy in force, of their own', expected, found: 'Sales', good: true };
      const checks = inForce(run);
      expect(checks).toContainEqual({ ...own, name: sip('ana') });
      expect(checks).toContainEqual({ ...own, name: sip('thomas') });
      expect(run.text).toContain(`Named: External access policy in force, of their own: ${sip('thomas')}`);
    }
  });

  it('that one is at a site which this rollout does not reach, and nothing of others there', async () => {
    const run = await verified(sitesAnswers, contoso({ 'maria@contoso.com': 'Sales' }));
    expect(run.exitCode).toBe(0);
    expect(inForce(run)).toEqual([
      {
        what: 'External access policy in force',
        name: sip('ana'),
        expected: 'Site:Redmond',
        found: 'Site:Redmond',
        good: true,
      },
      {
        what: 'External access policy in force, not reached by this rollout',
        name: sip('maria'),
        expected: null,
        found: 'Sales',
        good: true,
      },
    ]);
    const unnamed = await verified(sitesAnswers, contoso({ 'maria@contoso.com': 'Sales' }), []);
    expect(inForce(unnamed)).toEqual([]);
  });

  it('that the policy of a site comes before Global, which is no difference', async () => {
    const store = contoso();
    store.externalAccessPolicies.push(accessPolicy('Site:Dublin'));
    const run = await verified(globalAnswers, store);
    expect(run.exitCode).toBe(0);
    expect(inForce(run)).toContainEqual({
      what: 'External access policy in force, of the site',
      name: sip('maria'),
      expected: 'Global',
      found: 'Site:Dublin',
      good: true,
    });
  });

  it('that the policy of their site does not reach them, before apply', async () => {
    const run = await bench.run(verifyFor(sitesAnswers, people), { name: '3-verify.ps1', store: contoso() });
    expect(run.exitCode).toBe(6);
    expect(inForce(run)[0]).toMatchObject({ name: sip('ana'), expected: 'Site:Redmond', found: 'Global', good: false });
  });

  it('which client policy is in force, where one is changed', async () => {
    const store = contoso();
    store.clientPolicies.push({ Identity: 'Site:Dublin' });
    const run = await verified(
      { 'access-policy.scope': 'global', 'client-policy.scope': 'site', 'client-policy.sites': ['Redmond', 'Dublin'] },
      store,
    );
    expect(run.exitCode).toBe(0);
    expect(
      inForce(run).filter(({ what }) => what.startsWith('Client policy in force') && !what.includes('for ')),
    ).toMatchObject([
      { name: sip('ana'), expected: 'Global', found: 'Global' },
      { name: sip('maria'), expected: 'Site:Dublin', found: 'Site:Dublin' },
    ]);
  });

  describe('who were to be granted a policy:', () => {
    const answers = forUsers('ana@contoso.com', 'maria@contoso.com');
    const grants = (run: Run) =>
      (evidenceOf(run).checks ?? [])
        .filter(({ what }) => what.startsWith('Grant'))
        .map(({ name, expected, found, good }) => [name, expected, found, good]);
    const look = (store: Store, text = verifyFor(answers)) => bench.run(text, { name: '3-verify.ps1', store });
    const done = async () => (await bench.run(scriptFor(answers), { store: contoso(), answers: yes })).store;

    it('each has it', async () => {
      expect(grants(await look(await done()))).toEqual([
        ['ana@contoso.com', 'SkypeUsers', 'SkypeUsers', true],
        ['maria@contoso.com', 'SkypeUsers', 'SkypeUsers', true],
      ]);
    });

    it('one has another, one is gone, and each is a difference', async () => {
      const store = await done();
      const [ana] = store.users;
      if (!ana) throw new Error('Ana is there');
      store.users = [{ ...ana, ExternalAccessPolicy: 'Sales' }];
      const run = await look(store);
      expect(run.exitCode).toBe(6);
      expect(grants(run)).toEqual([
        ['ana@contoso.com', 'SkypeUsers', 'Sales', false],
        ['maria@contoso.com', 'SkypeUsers', '0 users have this address', false],
      ]);
    });

    it('what is in force cannot be told, or the users cannot be read, and that is a difference', async () => {
      const store = await done();
      const says = () => "& { throw 'No.' }";
      const untold = await look(store, verifyFor(answers).replace('Get-CsEffectivePolicy -Identity $who', says));
      expect(grants(untold)[0]).toEqual(['ana@contoso.com', 'SkypeUsers', 'could not be read: No.', false]);
      const unread = await look(store, verifyFor(answers).replace('Get-CsUser @at -ErrorAction Stop', says));
      expect(unread).toMatchObject({ exitCode: 6, terminated: null });
      expect(grants(unread)).toEqual([['users', 'can be read', 'No.', false]]);
    });
  });
});
