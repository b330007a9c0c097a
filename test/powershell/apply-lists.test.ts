import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sorted, useBench } from './bench.ts';
import { asInstalled, hasDotnet } from './engine.ts';
import { applyFor, forUsers, rollbackFor } from './scripts.ts';

const force = { Force: true, AcceptHighRisk: true };
const addresses = (count: number) => Array.from({ length: count }, (_, i) => `user${i + 1}@contoso.com`);

describe('a list of users', () => {
  it('stands in the script up to 50, and beside it from there on', () => {
    expect(applyFor(forUsers(...addresses(50))).lists).toEqual([]);
    const { text, lists } = applyFor(forUsers(...addresses(51)));
    expect(lists.map(({ name }) => name)).toEqual(['2-apply-users-1.csv']);
    expect(text).not.toContain('user7@contoso.com');
    expect(text).toContain("$users = $script:Lists['2-apply-users-1.csv']");
  });

  it('is a CSV of one column that spreadsheets read, too', () => {
    const [list] = applyFor(forUsers(...addresses(51))).lists;
    expect(list?.text.split('\r\n').slice(0, 3)).toEqual(['User', 'user1@contoso.com', 'user2@contoso.com']);
    expect(list?.text.endsWith('user51@contoso.com\r\n')).toBe(true);
    const [odd] = applyFor(forUsers('zoë@contoso.com', ...addresses(50))).lists;
    expect(odd?.text.startsWith('\ufeffUser\r\nzoë@contoso.com\r\n')).toBe(true);
  });

  it('is written once where the same users are named twice, and each where they differ', () => {
    const both = (users: readonly string[]) =>
      applyFor({
        ...forUsers(...addresses(60)),
        'client-policy.target': 'in-force',
        'client-policy.scope': 'user',
        'client-policy.users': users,
      }).lists.map(({ name }) => name);
    expect(both(addresses(60))).toEqual(['2-apply-users-1.csv']);
    expect(both(addresses(70))).toEqual(['2-apply-users-1.csv', '2-apply-users-2.csv']);
  });
});

describe.skipIf(!hasDotnet())('a script with a list beside it', () => {
  const bench = useBench();
  const users = ["o'neil@contoso.com", 'zoë@contoso.com', ...addresses(120)];
  const { text, lists } = applyFor(forUsers(...users));
  const [list] = lists;
  if (!list) throw new Error('122 users stand in a list');
  const store = asInstalled({ users: users.map((sip) => ({ name: sip, sip })) });
  const placed = (content: string | Buffer = list.text) => {
    const folder = bench.folder();
    writeFileSync(join(folder, list.name), content);
    return folder;
  };

  it('grants to everyone in it, shows one in a hundred, and writes each to the log', async () => {
    const result = await bench.run(text, { folder: placed(), store, args: force });
    expect(result, result.text).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(new Set(result.store.users.map((user) => user.ExternalAccessPolicy))).toEqual(new Set(['SkypeUsers']));
    expect(result.lines.filter(({ text: line }) => line.includes('Granted'))).toHaveLength(1);
    expect(result.text).toContain('Granted 100 of 122');
    const log = readFileSync(join(result.folder, result.log), 'utf8');
    expect(log).toContain("sip:o'neil@contoso.com: $null -> 'SkypeUsers'");
    expect(log).toContain('Granted 122 of 122: sip:user120@contoso.com');
    expect(log).toContain("Undo: Grant-CsExternalAccessPolicy -Identity 'sip:o''neil@contoso.com' -PolicyName $null");
    const back = await bench.run(rollbackFor(), {
      name: '4-rollback.ps1',
      folder: result.folder,
      store: result.store,
      args: force,
    });
    expect(back, back.text).toMatchObject({ exitCode: 0 });
    expect(sorted(back.store)).toEqual(sorted(store));
  });

  it('says each of them with -WhatIf, where there is no log', async () => {
    const result = await bench.run(text, { folder: placed(), store, args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, changed: [], store });
    expect(result.text).toContain("sip:user120@contoso.com: $null -> 'SkypeUsers'");
  });

  it('lists the one who fails, and grants to the others', async () => {
    const one = store.users.map((user, i) => (i === 60 ? { ...user, Protected: true } : user));
    const result = await bench.run(text, { folder: placed(), store: { ...store, users: one }, args: force });
    expect(result.exitCode).toBe(5);
    expect(result.store.users.filter((user) => user.ExternalAccessPolicy === undefined)).toHaveLength(1);
    expect(result.text.match(/^Not made: /gm)).toHaveLength(1);
  });

  it.each<[what: string, folder: () => string, said: string]>([
    ['changed', () => placed(list.text.replace('user7@', 'user8@')), 'This list of users was changed after the export'],
    ['cut off', () => placed(list.text.slice(0, 200)), 'This list of users was changed after the export'],
    ['in another encoding', () => placed(Buffer.from(list.text, 'utf16le')), 'has not the one column User'],
    ['of another column', () => placed(list.text.replace('User\r\n', 'SipAddress\r\n')), 'has not the one column User'],
    ['empty', () => placed(''), 'has not the one column User'],
    [
      'missing',
      () => {
        const folder = placed();
        rmSync(join(folder, list.name));
        return folder;
      },
      'The list of users is not beside this script',
    ],
  ])('ends with 4 and changes nothing where the list is %s', async (_, folder, said) => {
    const result = await bench.run(text, { folder: folder(), store, args: force });
    expect(result, result.text).toMatchObject({ exitCode: 4, calls: [], store });
    expect(result.text).toContain(said);
  });
});

/** Functions in place of the cmdlets about people that take no time of their own: what is measured is the script. */
const quickPeople = (count: number) => `
  Import-Module Lync
  New-Module -Name Lync -ScriptBlock {
    $granted = @{}
    foreach ($i in 1..${count}) { $granted["sip:user$i@contoso.com"] = $null }
    function Get-CsUser { [CmdletBinding()] param($Identity, $DomainController)
      foreach ($sip in $(if ($Identity) { 'sip:' + ($Identity -replace '^sip:') } else { @($granted.Keys) })) {
        New-Object PSObject -Property @{ SipAddress = $sip; UserPrincipalName = $sip.Substring(4); ExternalAccessPolicy = $granted[$sip] }
      }
    }
    function Get-CsEffectivePolicy { [CmdletBinding()] param($Identity) New-Object PSObject -Property @{ ExternalAccessPolicy = 'Global' } }
    function Grant-CsExternalAccessPolicy { [CmdletBinding(SupportsShouldProcess = $true)] param($Identity, $PolicyName)
      $granted[$Identity] = if ($PolicyName) { $PolicyName }
    }
    Export-ModuleMember -Function *
  } | Import-Module`;

describe.skipIf(!hasDotnet())('10,000 grants', () => {
  const bench = useBench();

  it('take less than 60 s of the processor, the server apart', async () => {
    const { text, lists } = applyFor(forUsers(...addresses(10_000)));
    const folder = bench.folder();
    for (const { name, text: list } of lists) writeFileSync(join(folder, name), list);
    writeFileSync(join(folder, '2-apply.ps1'), text);
    const spent = '[Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalSeconds';
    const run = `$before = ${spent}; & '${join(folder, '2-apply.ps1')}' -Force -AcceptHighRisk; $LASTEXITCODE; ${spent} - $before`;
    const result = await bench.engine.run({
      script: { text: [quickPeople(10_000), run].join('\n') },
      store: asInstalled(),
      limitMs: 550_000,
    });
    expect(result.terminated).toBeNull();
    const said = result.lines.map((line) => line.text);
    expect(said).toContain('Granted 10000 of 10000');
    expect(said.length).toBeLessThan(200);
    const [exitCode, seconds] = result.lines
      .filter(({ stream }) => stream === 'output')
      .map((line) => Number(line.text));
    expect(exitCode).toBe(0);
    expect(seconds).toBeLessThan(60);
  }, 600_000);
});
