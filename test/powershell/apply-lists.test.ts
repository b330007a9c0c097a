import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sorted, useBench } from './bench.ts';
import { asInstalled, hasDotnet } from './engine.ts';
import { discoverFor, evidenceOf, valuesOf } from './evidence.ts';
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

describe.skipIf(!hasDotnet())('five hundred users', () => {
  const bench = useBench();
  const users = addresses(500);

  it('are seen, granted and taken back one by one, with a screenful said of them', async () => {
    const { text, lists } = applyFor(forUsers(...users));
    const folder = bench.folder();
    for (const { name, text: list } of lists) writeFileSync(join(folder, name), list);
    const before = asInstalled({ users: users.map((sip) => ({ name: sip, sip })) });
    const made = await bench.run(text, { folder, store: before, args: force });
    expect(made, made.text).toMatchObject({ exitCode: 0, terminated: null });
    expect(made.text).toContain('Granted 500 of 500');
    expect(made.lines.length).toBeLessThan(200);
    expect(made.store.users.every((user) => user.ExternalAccessPolicy === 'SkypeUsers')).toBe(true);
    const on = { store: made.store, folder };
    const seen = await bench.run(discoverFor(forUsers(...users)), { name: '1-discover.ps1', ...on });
    expect(seen, seen.text).toMatchObject({ exitCode: 0, changed: [] });
    expect(valuesOf(evidenceOf(seen), 'users')).toHaveLength(500);
    const back = await bench.run(rollbackFor(), { name: '4-rollback.ps1', ...on, args: force });
    expect(back, back.text).toMatchObject({ exitCode: 0, terminated: null });
    expect(sorted(back.store)).toEqual(sorted(before));
  }, 120_000);
});
