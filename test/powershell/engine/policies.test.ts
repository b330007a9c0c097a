import { beforeAll, describe, expect, it } from 'vitest';
import { accessPolicy, type Engine, hasDotnet, type Store, sharedEngine, textOf } from '../engine.ts';
import { contoso, refusal, runCommands } from './contoso.ts';

describe.skipIf(!hasDotnet())('the policies of the fake server', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await sharedEngine();
  });

  const run = (commands: string | readonly string[], store?: Store) => runCommands(engine, commands, store);
  const refused = (command: string, store?: Store) => refusal(engine, command, store);

  describe('policies', () => {
    it('of a site take the documented default for what is left out, not what Global has', async () => {
      const store = contoso();
      store.externalAccessPolicies = [accessPolicy('Global', { EnableOutsideAccess: true })];
      const result = await run(
        "$null = New-CsExternalAccessPolicy -Identity 'site:redmond' -EnablePublicCloudAccess $true",
        store,
      );
      expect(result.store.externalAccessPolicies.at(-1)).toEqual(
        accessPolicy('Site:redmond', { EnableFederationAccess: true, EnablePublicCloudAccess: true }),
      );
    });

    it('are one for a site, and only for a site that is there', async () => {
      const make = "$null = New-CsExternalAccessPolicy -Identity 'site:Redmond'";
      expect(await refused(`${make}\n${make}`)).toContain('already exists');
      expect(await refused("$null = New-CsExternalAccessPolicy -Identity 'site:Paris'")).toContain('not a site');
      expect(await refused("$null = New-CsClientPolicy -Identity 'Global'")).toContain('already exists');
    });

    it('are changed by Set-, which means Global where it names none', async () => {
      const result = await run('Set-CsExternalAccessPolicy -EnablePublicCloudAccess $true');
      expect(result.store.externalAccessPolicies).toEqual([accessPolicy('Global', { EnablePublicCloudAccess: true })]);
    });

    it('for clients have every property of the product unset, and can be unset again', async () => {
      const shown = await run(
        '$p = Get-CsClientPolicy\n@($p.PSObject.Properties | Where-Object { $null -eq $_.Value }).Count\n@($p.PolicyEntry).Count',
      );
      expect(Number(textOf(shown).split('\n')[0])).toBeGreaterThan(60);
      expect(textOf(shown).split('\n')[1]).toBe('0');
      const set = 'Set-CsClientPolicy -Identity Global -EnableNotificationForNewSubscribers';
      const on = await run(`${set} $true`);
      expect(on.store.clientPolicies).toEqual([{ Identity: 'Global', EnableNotificationForNewSubscribers: true }]);
      const off = await run([`${set} $true`, `${set} $null`]);
      expect(off.store.clientPolicies).toEqual([{ Identity: 'Global' }]);
    });

    it('keep their entries, which can be added, removed, replaced and copied', async () => {
      const store = contoso();
      store.clientPolicies = [{ Identity: 'Global', PolicyEntry: [{ Name: 'One', Value: '1' }] }];
      const result = await run(
        [
          '$two = New-CsClientPolicyEntry -Name Two -Value 2',
          'Set-CsClientPolicy -Identity Global -PolicyEntry @{ Add = $two }',
          '$entries = (Get-CsClientPolicy).PolicyEntry; $entries | ForEach-Object { $_.Name }',
          '$null = New-CsClientPolicy -Identity Copy -PolicyEntry @{ Add = $entries }',
          '$null = New-CsClientPolicy -Identity Other -PolicyEntry @{ Replace = $two }',
          'Set-CsClientPolicy -Identity Other -PolicyEntry @{ Remove = $two }',
        ],
        store,
      );
      expect(textOf(result)).toBe('One\nTwo');
      const both = [
        { Name: 'One', Value: '1' },
        { Name: 'Two', Value: '2' },
      ];
      expect(result.store.clientPolicies).toEqual([
        { Identity: 'Global', PolicyEntry: both },
        { Identity: 'Tag:Copy', PolicyEntry: both },
        { Identity: 'Tag:Other' },
      ]);
      expect(result.calls.at(-1)?.bound).toMatchObject({ PolicyEntry: { Remove: [{ Name: 'Two', Value: '2' }] } });
    });

    it('take for an entry only what New-CsClientPolicyEntry made', async () => {
      const made = 'New-Object PSObject -Property @{ Name = "Two"; Value = "2" }';
      expect(await refused(`Set-CsClientPolicy -Identity Global -PolicyEntry @{ Add = (${made}) }`)).toContain(
        'not an entry that New-CsClientPolicyEntry made',
      );
    });

    it('can be copied whole, property by property', async () => {
      const store = contoso();
      store.clientPolicies = [
        {
          Identity: 'Global',
          DisableSavingIM: true,
          MaximumNumberOfContacts: 250,
          HotdeskingTimeout: '00:05:00',
          IMWarning: 'Contoso',
          PolicyEntry: [{ Name: 'One', Value: '1' }],
        },
      ];
      const result = await run(
        [
          '$old = Get-CsClientPolicy',
          '$want = @{}',
          "foreach ($name in @((Get-Command New-CsClientPolicy).Parameters.Keys | Where-Object { $_ -ne 'Identity' -and $_ -ne 'PolicyEntry' })) {",
          '  if ($old.PSObject.Properties[$name] -and $null -ne $old.$name) { $want[$name] = $old.$name }',
          '}',
          '$null = New-CsClientPolicy -Identity Copy -PolicyEntry @{ Add = $old.PolicyEntry } @want',
        ],
        store,
      );
      expect(result.store.clientPolicies[1]).toEqual({ ...store.clientPolicies[0], Identity: 'Tag:Copy' });
    });

    it('reset Global with a warning instead of removing it', async () => {
      const store = contoso();
      store.externalAccessPolicies = [
        accessPolicy('Global', { EnableOutsideAccess: true }),
        accessPolicy('Tag:SkypeUsers'),
      ];
      const result = await run(
        ['Remove-CsExternalAccessPolicy -Identity Global', 'Remove-CsExternalAccessPolicy -Identity SkypeUsers'],
        store,
      );
      expect(textOf(result, 'warning')).toContain('cannot be removed');
      expect(result.store.externalAccessPolicies).toEqual([accessPolicy('Global')]);
    });
  });

  describe('users', () => {
    const withPolicies = (): Store => ({
      ...contoso(),
      externalAccessPolicies: ['Global', 'Site:Dublin', 'Tag:SkypeUsers', 'Tag:Old'].map((name) => accessPolicy(name)),
    });

    it('are found by SIP address, by principal name and by display name, where a star counts', async () => {
      const find = (name: string) => run(`Get-CsUser -Identity '${name}' | ForEach-Object { $_.SipAddress }`);
      expect(textOf(await find('ana@contoso.com'))).toBe('sip:ana@contoso.com');
      expect(textOf(await find('SIP:Maria@contoso.com'))).toBe('sip:maria@contoso.com');
      expect(textOf(await find('*a*'))).toBe('sip:ana@contoso.com\nsip:maria@contoso.com');
      expect(await refused("Get-CsUser -Identity 'thomas@contoso.com'")).toContain('not found');
    });

    it('hold a policy as an object that prints its name, or none', async () => {
      const text = '$u = Get-CsUser -Identity ana@contoso.com; "$($u.ExternalAccessPolicy)"; $null -eq $u.ClientPolicy';
      const grant = 'Grant-CsExternalAccessPolicy -Identity ana@contoso.com -PolicyName SkypeUsers';
      expect(textOf(await run([grant, text], withPolicies()))).toBe('SkypeUsers\nTrue');
    });

    it('lose a policy to $null', async () => {
      const grant = 'Grant-CsExternalAccessPolicy -Identity ana@contoso.com -PolicyName';
      const store = withPolicies();
      expect((await run([`${grant} SkypeUsers`, `${grant} Old`], store)).store.users[0]?.ExternalAccessPolicy).toBe(
        'Old',
      );
      expect((await run([`${grant} tag:SkypeUsers`, `${grant} $null`], store)).store).toEqual(store);
    });

    it('can be granted a user policy only', async () => {
      for (const name of ['Global', 'site:Dublin', 'Nobody']) {
        const command = `Grant-CsExternalAccessPolicy -Identity ana@contoso.com -PolicyName '${name}'`;
        expect(await refused(command, withPolicies())).toBe(
          `"${name}" is not a user policy. You can assign only a user policy to a specific user.`,
        );
      }
    });

    it('have in force what was granted, else what their site has, else Global', async () => {
      const result = await run(
        [
          'Grant-CsExternalAccessPolicy -Identity ana@contoso.com -PolicyName SkypeUsers',
          "'ana@contoso.com', 'maria@contoso.com' | ForEach-Object {",
          '  $p = Get-CsEffectivePolicy -Identity $_; "$($p.ExternalAccessPolicy) $($p.ClientPolicy)" }',
        ],
        withPolicies(),
      );
      expect(textOf(result)).toBe('Tag:SkypeUsers Global\nSite:Dublin Global');
    });
  });
});
