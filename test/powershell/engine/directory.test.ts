import { beforeAll, describe, expect, it } from 'vitest';
import {
  accessPolicy,
  changesOf,
  type Engine,
  hasDotnet,
  type RunOptions,
  type Store,
  sharedEngine,
  textOf,
} from '../engine.ts';
import { contoso, runCommands } from './contoso.ts';

const ANA = 'ana@contoso.com';
const grant = (policy: string) => `Grant-CsExternalAccessPolicy -Identity ${ANA} -PolicyName ${policy} -Confirm:$false`;
const show = (rest = '') => `"[$((Get-CsUser -Identity ${ANA} ${rest}).ExternalAccessPolicy)]"`;

describe.skipIf(!hasDotnet())('the directory of the fake server', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await sharedEngine();
  });

  const run = (commands: string | readonly string[], store: Store = withPolicies(), rest?: Partial<RunOptions>) =>
    runCommands(engine, commands, store, rest);

  function withPolicies(ana: Partial<Store['users'][number]> = {}): Store {
    const store = contoso();
    return {
      ...store,
      externalAccessPolicies: ['Global', 'Site:Dublin', 'Tag:SkypeUsers', 'Tag:Old'].map((name) => accessPolicy(name)),
      users: store.users.map((user) => (user.SipAddress === `sip:${ANA}` ? { ...user, ...ana } : user)),
    };
  }

  describe('of two domain controllers', () => {
    const domainControllers = { names: ['dc01.contoso.local', 'dc02.contoso.local'], staleFor: 3 };
    const two = { domainControllers };
    const at = (name: string) => `-DomainController ${name}.contoso.local`;

    it('the one that was not written to is stale for some calls', async () => {
      const result = await run(
        [`${grant('Old')} ${at('dc01')}`, show(at('dc01')), show(at('dc02')), show(at('DC02')), show(at('dc02'))],
        withPolicies(),
        two,
      );
      expect(textOf(result)).toBe('[Old]\n[]\n[]\n[Old]');
    });

    it('one is written to and the other is read where none is named', async () => {
      const effective = `"$((Get-CsEffectivePolicy -Identity ${ANA}).ExternalAccessPolicy)"`;
      const result = await run([grant('Old'), show(), effective, show(at('dc01'))], withPolicies(), two);
      expect(textOf(result)).toBe('[]\nGlobal\n[Old]');
      expect(result.store.users[0]?.ExternalAccessPolicy).toBe('Old');
    });

    it('a stale one shows what stood before the first of several changes', async () => {
      const store = withPolicies({ ExternalAccessPolicy: 'SkypeUsers' });
      expect(textOf(await run([grant('Old'), grant('$null'), show()], store, two))).toBe('[SkypeUsers]');
    });

    it('there is no third', async () => {
      const result = await run(show(at('dc03')), withPolicies(), two);
      expect(result.terminated?.message).toBe('The domain controller "dc03.contoso.local" cannot be contacted.');
    });

    it('the first is the PDC emulator, which .NET tells, but for a machine without a domain', async () => {
      const told = '[DirectoryServices.ActiveDirectory.Domain]::GetCurrentDomain().PdcRoleOwner.Name';
      expect(textOf(await run(told, withPolicies(), two))).toBe('dc01.contoso.local');
      expect((await run(told)).terminated?.message).toContain('not associated with an Active Directory domain');
    });
  });

  describe('of its users', () => {
    it('does not know who has no SIP address', async () => {
      const store = withPolicies({ SipEnabled: false });
      expect((await run(show(), store)).terminated?.message).toContain('not found for identity');
      expect((await run(grant('Old'), store)).terminated?.message).toContain('not found for identity');
      expect(textOf(await run('@(Get-CsUser).Count', store))).toBe('1');
    });

    it('grants nothing to a protected account', async () => {
      const store = withPolicies({ Protected: true });
      const result = await run(grant('Old'), store);
      expect(result.terminated?.message).toBe('Insufficient access rights to perform the operation.');
      expect(result.store).toEqual(store);
    });

    it('tells who is switched off and who is homed elsewhere', async () => {
      const text = `$u = Get-CsUser -Identity ${ANA}; "$($u.Enabled) $($u.HostingProvider)"`;
      expect(textOf(await run(text))).toBe('True SRV:');
      const away = withPolicies({ Enabled: false, HostingProvider: 'sipfed.online.lync.com' });
      expect(textOf(await run(text, away))).toBe('False sipfed.online.lync.com');
    });

    it('finds two who share a display name, and takes the identity that it gave out', async () => {
      const store = withPolicies();
      store.users = store.users.map((user) => ({ ...user, DisplayName: 'Ana Trujillo' }));
      expect(textOf(await run("@(Get-CsUser -Identity 'Ana Trujillo').Count", store))).toBe('2');
      const again = `$u = Get-CsUser -Identity ${ANA}; $u.Identity -is [string]; (Get-CsUser -Identity "$($u.Identity)").SipAddress`;
      expect(textOf(await run(again, store))).toBe(`False\nsip:${ANA}`);
    });

    it('gives as many as are asked for', async () => {
      expect(textOf(await run('@(Get-CsUser -ResultSize 1).Count; @(Get-CsUser -ResultSize Unlimited).Count'))).toBe(
        '1\n2',
      );
    });
  });

  describe('of a policy that is held', () => {
    const remove = 'Remove-CsExternalAccessPolicy -Identity Old -Confirm:$false';
    const held = () => withPolicies({ ExternalAccessPolicy: 'Old' });

    it('asks before it is removed, whatever -Confirm says', async () => {
      const nobody = await run(remove, held());
      expect(nobody.terminated?.message).toContain('NonInteractive');
      expect(nobody.store).toEqual(held());
      const no = await run(remove, held(), { answers: ['N'] });
      expect(changesOf(no)).toMatchObject([{ outcome: 'declined' }]);
      expect(no.store).toEqual(held());
      const yes = await run(remove, held(), { answers: ['Y'] });
      expect(yes.store.externalAccessPolicies).toHaveLength(3);
    });

    it('does not ask with -Force, or where nobody holds it', async () => {
      expect(await run(`${remove} -Force`, held())).toMatchObject({ terminated: null, questions: [] });
      expect(await run(remove)).toMatchObject({ terminated: null, questions: [] });
      const clients = { ...held(), clientPolicies: [{ Identity: 'Global' }, { Identity: 'Tag:Old' }] };
      const other = await run('Remove-CsClientPolicy -Identity tag:Old -Confirm:$false', clients);
      expect(other).toMatchObject({ terminated: null, questions: [] });
    });

    it('is not held again when one of its name is made', async () => {
      const result = await run(
        [`${remove} -Force`, '$null = New-CsExternalAccessPolicy -Identity Old', show()],
        held(),
      );
      expect(textOf(result)).toBe('[]');
    });
  });

  describe('of an account', () => {
    const no = 'Insufficient access rights to perform the operation.';
    const groups = (...names: string[]) => ({ account: { groups: names.map((name) => `CONTOSO\\${name}`) } });

    it.each<[what: string, command: string, needs: string[], less: string[]]>([
      ['reads', 'Get-CsSite', ['RTCUniversalReadOnlyAdmins'], ['Domain Users']],
      ['grants', grant('Old'), ['RTCUniversalUserAdmins'], ['RTCUniversalReadOnlyAdmins']],
      [
        'changes',
        'Enable-CsPublicProvider -Identity Messenger',
        ['RTCUniversalServerAdmins'],
        ['RTCUniversalUserAdmins', 'Domain Admins'],
      ],
      [
        'enables the topology',
        'Enable-CsTopology',
        ['RTCUniversalServerAdmins', 'Domain Admins'],
        ['RTCUniversalServerAdmins'],
      ],
    ])('who %s is in these groups', async (_, command, needs, less) => {
      expect(await run(`$null = ${command}`, withPolicies(), groups(...needs))).toMatchObject({ terminated: null });
      const refused = await run(command, withPolicies(), groups(...less));
      expect(refused).toMatchObject({ terminated: { message: no }, store: withPolicies() });
    });

    it('tells the groups through .NET, or cannot', async () => {
      const told =
        '[Security.Principal.WindowsIdentity]::GetCurrent().Groups | ForEach-Object { $_.Translate([Security.Principal.NTAccount]).Value }';
      const known = groups('RTCUniversalServerAdmins', 'Domain Admins');
      expect(textOf(await run(told, withPolicies(), known))).toBe(
        'CONTOSO\\RTCUniversalServerAdmins\nCONTOSO\\Domain Admins',
      );
      const numbers = '[Security.Principal.WindowsIdentity]::GetCurrent().Groups | ForEach-Object { $_.Value }';
      expect(textOf(await run(numbers, withPolicies(), known))).toMatch(/^S-1-5-21-[\d-]+\nS-1-5-21-[\d-]+-512$/);
      const untold = { account: { ...known.account, told: false } };
      for (const rest of [untold, {}]) {
        expect((await run(told, withPolicies(), rest)).terminated?.message).toContain('not supported on this platform');
      }
    });
  });
});
