import { describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import { frontEnd } from '../../src/powershell/parts/sightings.ts';
import { type Run, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type RunOptions, type Store } from './engine.ts';
import { discoverFor, type Evidence, evidenceOf, evidenceText, valuesOf } from './evidence.ts';
import { contosoAnswers, forUsers, rollbackFor, scriptFor } from './scripts.ts';

const users = [
  { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
  { name: 'Maria Anders', sip: 'maria@contoso.com', externalAccessPolicy: 'Sales', site: 'Dublin' },
  { name: 'Thomas Hardy', sip: 'thomas@contoso.com' },
];

/** Two sites, one with an Edge pool, a policy for users and one of a site, and somebody who holds the former. */
function contoso(product: Store['product'] = 'lync-2013'): Store {
  const edge = { internal: 'edge01.contoso.local', external: 'sip.contoso.com' };
  const store = asInstalled({ product, sites: [{ name: 'Redmond', edge }, { name: 'Dublin' }], users });
  store.externalAccessPolicies.push(accessPolicy('Tag:Sales'), accessPolicy('Site:Redmond'));
  return store;
}

/** A machine that can tell all that a Windows one can. */
const windows = {
  account: { groups: ['CONTOSO\\RTCUniversalReadOnlyAdmins', 'CONTOSO\\Domain Admins', 'CONTOSO\\Sales'] },
  domainControllers: { names: ['dc01.contoso.local'], staleFor: 0 },
} as const satisfies Partial<RunOptions>;

const answers = { ...forUsers('ana@contoso.com'), 'deployment.goal': 'deploy' };
const unread = ({ items }: Evidence) => Object.keys(items).filter((name) => !items[name]?.read);
const everywhere = ['account', 'groups', 'module', 'parameters', 'serverVersion', 'system'];
const central = [...everywhere, ...frontEnd.map(({ item }) => item), 'namedUsers', 'userCounts', 'users'].sort();

/** Changed nothing, asked nothing, called nothing but Get-Cs*, and wrote nothing but evidence, log and transcript. */
function expectOnlyRead(run: Run, store: Store): void {
  expect(run).toMatchObject({ terminated: null, errors: [], questions: [], openTranscripts: [], changed: [], store });
  expect(run.calls.filter(({ cmdlet }) => !/^Get-Cs/.test(cmdlet))).toEqual([]);
  expect(run.files).toEqual(['discover.log', expect.stringMatching(/^evidence-.+\.json$/), 'transcript.txt']);
}

describe.skipIf(!hasDotnet())('discover on a Front End Server', () => {
  const bench = useBench();
  const name = '1-discover.ps1';

  it.each(products)('reads all there is of %s and changes nothing', async (product) => {
    const store = contoso(product);
    const text = discoverFor({ ...answers, 'deployment.product': product });
    const run = await bench.run(text, { name, store, ...windows });
    expect(run.exitCode).toBe(0);
    expectOnlyRead(run, store);
    const evidence = evidenceOf(run);
    expect(evidence).toMatchObject({ script: 'discover', rollout: 'contoso', place: 'front-end', people: 'names' });
    expect(Object.keys(evidence.items).sort()).toEqual(central);
    expect(unread(evidence)).toEqual([]);
    expect(valuesOf(evidence, 'groups')).toEqual(['CONTOSO\\RTCUniversalReadOnlyAdmins', 'Domain Admins']);
    expect(valuesOf(evidence, 'serverVersion')).toEqual([store.version]);
    expect(valuesOf(evidence, 'users').map(({ SipAddress }) => SipAddress)).toEqual([
      'sip:ana@contoso.com',
      'sip:maria@contoso.com',
    ]);
  });

  describe('writes evidence that', () => {
    const seen = async (store = contoso(), options: Partial<RunOptions> = windows) =>
      evidenceOf(await bench.run(discoverFor(answers), { name, store, ...options }));

    it('says when each thing was read and where from', async () => {
      const { items, written } = await seen(contoso(), { ...windows, now: '2026-11-23T21:30:00Z' });
      expect(written).toBe('2026-11-23T21:30:00.000Z');
      expect(items.accessEdge).toMatchObject({ at: written, from: 'central', read: true });
      expect(items.system).toMatchObject({ at: written, from: 'machine', read: true });
    });

    it('has every property, enums by name and number whichever way round, identities as text', async () => {
      for (const enums of ['documented', 'reversed'] as const) {
        const evidence = await seen({ ...contoso(), enums });
        const [level] = valuesOf(evidence, 'publicProviders').map(({ VerificationLevel }) => VerificationLevel);
        expect(level).toEqual({ name: 'UseSourceVerification', number: expect.any(Number) });
        const [edge] = valuesOf(evidence, 'accessEdge');
        expect(edge).toMatchObject({
          Identity: 'Global',
          RoutingMethod: { name: 'UseDnsSrvRouting' },
          BeClearingHouse: null,
        });
        expect(valuesOf(evidence, 'externalAccessPolicies').map(({ Identity }) => Identity)).toEqual([
          'Global',
          'Tag:Sales',
          'Site:Redmond',
        ]);
      }
    });

    it('has a client policy whole, its entries included', async () => {
      const PolicyEntry = [
        { Name: 'EnableWidget', Value: 'true' },
        { Name: 'Quoted', Value: '"a\\b"' },
      ];
      const store = contoso();
      store.clientPolicies = [{ Identity: 'Global', PolicyEntry, DisableSavingIM: true, MaximumNumberOfContacts: 250 }];
      const [policy] = valuesOf(await seen(store), 'clientPolicies');
      expect(policy).toMatchObject({ PolicyEntry, DisableSavingIM: true, DisableEmoticons: null });
      expect(Object.keys(policy).length).toBeGreaterThan(70);
    });

    it('has who is named or holds a policy of their own, what is in force for them, and numbers for all', async () => {
      const evidence = await seen();
      expect(valuesOf(evidence, 'users')).toEqual([
        {
          Named: true,
          SipAddress: 'sip:ana@contoso.com',
          UserPrincipalName: 'ana@contoso.com',
          DistinguishedName: 'CN=ana@contoso.com,CN=Users,DC=contoso,DC=local',
          Enabled: true,
          HostingProvider: 'SRV:',
          RegistrarPool: 'pool01.redmond.contoso.local',
          Site: 'Site:Redmond',
          ExternalAccessPolicy: null,
          ClientPolicy: null,
          EffectiveExternalAccessPolicy: 'Site:Redmond',
          EffectiveClientPolicy: 'Global',
        },
        expect.objectContaining({
          Named: false,
          Site: 'Site:Dublin',
          ExternalAccessPolicy: 'Sales',
          EffectiveExternalAccessPolicy: 'Sales',
        }),
      ]);
      expect(valuesOf(evidence, 'userCounts')).toEqual([
        {
          users: 3,
          enabled: 3,
          told: 2,
          pools: { 'pool01.redmond.contoso.local': 2, 'pool01.dublin.contoso.local': 1 },
        },
      ]);
      expect(valuesOf(evidence, 'namedUsers')).toEqual([{ asked: 'ana@contoso.com', found: 1 }]);
    });

    it('has what is in force on Lync Server 2010 too, which has no cmdlet for it', async () => {
      const text = discoverFor({ ...answers, 'deployment.product': 'lync-2010' });
      const run = await bench.run(text, { name, store: contoso('lync-2010'), ...windows });
      const told = valuesOf(evidenceOf(run), 'users');
      expect(told.map((user) => user.EffectiveExternalAccessPolicy)).toEqual(['Site:Redmond', 'Sales']);
      expect(told.map((user) => user.EffectiveClientPolicy)).toEqual(['Global', 'Global']);
    });

    it('names everybody of the rollout once, and says of each how many answer to the name', async () => {
      const people = [
        { name: 'Adele', situation: 'has-account', sip: 'ANA@contoso.com' } as const,
        { name: 'Bert', situation: 'has-account', sip: 'nobody@contoso.com' } as const,
      ];
      const run = await bench.run(discoverFor(answers, people), { name, store: contoso(), ...windows });
      expect(valuesOf(evidenceOf(run), 'namedUsers')).toEqual([
        { asked: 'ana@contoso.com', found: 1 },
        { asked: 'nobody@contoso.com', found: 0 },
      ]);
    });

    it('has the parameters that the cmdlets have here', async () => {
      const parametersWith = async (cu5: boolean) => {
        const all = valuesOf(await seen({ ...contoso(), cu5 }), 'parameters');
        return all.find(({ cmdlet }) => cmdlet === 'New-CsPublicProvider').parameters;
      };
      expect(await parametersWith(true)).toContain('NameDecorationRoutingDomain');
      expect(await parametersWith(false)).not.toContain('NameDecorationRoutingDomain');
    });

    it('says why where the machine cannot tell, and goes on', async () => {
      const { items } = await seen(contoso(), {});
      expect(items.groups).toMatchObject({ read: false, why: expect.stringContaining('not supported') });
      expect(items.users?.read).toBe(true);
    });
  });

  const reads = [...frontEnd, { cmdlet: 'Get-CsUser', item: 'users' }].filter(({ item }) => item !== 'publicProviders');

  it.each([0, 1, 2])('goes on where one in three cannot be read, and says why at each (%i)', async (turn) => {
    const failing = reads.filter((_, i) => i % 3 === turn);
    const text = failing.reduce(
      (before, { cmdlet }) =>
        before.replaceAll(new RegExp(`${cmdlet} [^|}]*-ErrorAction Stop`, 'g'), `& { throw '${cmdlet} says no.' }`),
      discoverFor(answers),
    );
    const run = await bench.run(text, { name, store: contoso(), ...windows });
    expect(run).toMatchObject({ exitCode: 0, terminated: null });
    const evidence = evidenceOf(run);
    for (const { item, cmdlet } of failing) {
      expect(evidence.items[item]).toEqual({
        at: expect.any(String),
        from: 'central',
        read: false,
        why: `${cmdlet} says no.`,
      });
      expect(run.text).toContain(`Could not be read: ${item}: ${cmdlet} says no.`);
    }
    const items = failing.map(({ item }) => item);
    expect(unread(evidence).sort()).toEqual(
      [...items, ...(items.includes('users') ? ['namedUsers', 'userCounts'] : [])].sort(),
    );
  });

  it('goes on where one user cannot be told what is in force for', async () => {
    const text = discoverFor(answers).replace(
      'Get-CsEffectivePolicy -Identity $who',
      "throw 'No.'; Get-CsEffectivePolicy -Identity $who",
    );
    const run = await bench.run(text, { name, store: contoso(), ...windows });
    expect(valuesOf(evidenceOf(run), 'users')[0]).toMatchObject({ EffectiveWhy: 'No.', Enabled: true });
  });

  describe('tells what this rollout made here:', () => {
    const apply = (folder: string, store: Store) =>
      bench.run(scriptFor({ ...contosoAnswers, ...answers }), {
        folder,
        store,
        answers: yes,
        now: '2026-11-20T10:00:00Z',
      });
    const look = (folder: string, store: Store) => bench.run(discoverFor(answers), { name, folder, store, ...windows });

    it('unknown where there is no state file', async () => {
      expect(evidenceOf(await look(bench.folder(), contoso())).made).toBe('unknown');
    });

    it('each thing that apply began, whether it stood there, and what was wanted', async () => {
      const folder = bench.folder();
      const { store } = await apply(folder, contoso());
      const { made } = evidenceOf(await look(folder, store));
      expect(made).toContainEqual({
        kind: 'CsExternalAccessPolicy',
        identity: 'SkypeUsers',
        existed: false,
        values: expect.objectContaining({ EnablePublicCloudAccess: true, EnableOutsideAccess: false }),
        copied: null,
        time: '2026-11-20T10:00:00.000Z',
        waits: false,
      });
      expect(made).toContainEqual({
        kind: 'Grant of ExternalAccessPolicy',
        identity: 'sip:ana@contoso.com',
        existed: true,
        values: { Policy: 'SkypeUsers' },
        copied: null,
        time: '2026-11-20T10:00:00.000Z',
        waits: false,
      });
      expect(made).toContainEqual(
        expect.objectContaining({ kind: 'CsPublicProvider', identity: 'Messenger', values: null }),
      );
    });

    it('unknown again once it was taken back, or where the file is of another rollout or damaged', async () => {
      const folder = bench.folder();
      const { store } = await apply(folder, contoso());
      const other = discoverFor(answers).replace("$script:Rollout = 'contoso'", "$script:Rollout = 'fabrikam'");
      expect(evidenceOf(await bench.run(other, { name, folder, store, ...windows })).made).toBe('unknown');
      const back = await bench.run(rollbackFor(), { name: '4-rollback.ps1', folder: folder, store, answers: yes });
      expect(back.exitCode).toBe(0);
      const again = bench.folder();
      expect(evidenceOf(await look(again, back.store)).made).toBe('unknown');
    });
  });

  describe('ends', () => {
    const text = discoverFor(answers);

    it('with 2 where the module is not here, or is of another service', async () => {
      const none = await bench.run(text, { name, store: contoso(), installed: ['SkypeForBusiness'] });
      expect(none).toMatchObject({ exitCode: 2, files: ['discover.log', 'transcript.txt'] });
      const teams = await bench.run(text, { name, store: contoso(), imported: ['Lync', 'MicrosoftTeams'] });
      expect(teams.exitCode).toBe(2);
      expect(teams.text).toContain('comes from MicrosoftTeams');
    });

    it('with 2 where the product is another one', async () => {
      const run = await bench.run(text, { name, store: contoso('sfb-2019'), installed: ['Lync'] });
      expect(run.exitCode).toBe(2);
    });

    it('with 2 where neither store can be read', async () => {
      const run = await bench.run(text, { name, store: contoso(), account: { groups: [] } });
      expect(run).toMatchObject({ exitCode: 2 });
      expect(run.text).toContain('The configuration cannot be read');
    });

    it('with 1 and one sentence where nothing can be written', async () => {
      const run = await bench.run(text, { name, store: contoso(), args: { OutputFolder: '/proc/nowhere' } });
      expect(run).toMatchObject({ exitCode: 1, terminated: null, changed: [] });
      expect(run.text).toContain('No evidence was written: ');
    });

    it('with 0 under -Force, into the folder that -OutputFolder names, where no transcript can be kept', async () => {
      const folder = bench.folder();
      const run = await bench.run(text, {
        name,
        store: contoso(),
        args: { OutputFolder: folder, Force: true },
        canTranscribe: false,
      });
      expect(run).toMatchObject({ exitCode: 0, files: [] });
      expect(JSON.parse(evidenceText({ folder }))).toMatchObject({ format: 'skypefed-evidence', version: 1 });
    });
  });

  it('names no server cmdlet but Get-Cs* in its whole parse tree, and nothing that Windows PowerShell 2.0 lacks', async () => {
    for (const product of products) {
      const text = discoverFor({ ...answers, 'deployment.product': product });
      const { errors, commands, synopsis, parameters } = await bench.engine.parse(text);
      expect(errors).toEqual([]);
      expect(synopsis).toContain('It changes nothing');
      expect(parameters).toEqual(['OutputFolder', 'Force', 'NoUserNames']);
      const named = commands.flatMap((command) => command.name ?? []);
      expect(named.filter((cmdlet) => /-Cs/.test(cmdlet) && !/^Get-Cs/.test(cmdlet))).toEqual([]);
      expect(named.filter((cmdlet) => /-Json$|FileHash|^Invoke-/.test(cmdlet))).toEqual([]);
      expect(text).not.toMatch(/\[ordered\]|\$PSScriptRoot|-Raw\b|-LiteralPath|::new\(| -in /);
      expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    }
  });
});
