import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useBench } from './bench.ts';
import { asInstalled, hasDotnet } from './engine.ts';
import { discoverFor, evidenceOf, valuesOf, verifyFor } from './evidence.ts';
import { type Answers, applyFor, forUsers } from './scripts.ts';

const addresses = (count: number) => Array.from({ length: count }, (_, i) => `user${i + 1}@contoso.com`);

describe('lists of users beside the scripts', () => {
  it('are those of apply, by name and by digest', () => {
    const answers: Answers = {
      ...forUsers(...addresses(60)),
      'client-policy.target': 'in-force',
      'client-policy.scope': 'user',
      'client-policy.users': addresses(70),
    };
    const digests = (script: string) => script.match(/'2-apply-users-\d\.csv' += '[0-9a-fA-F]{64}'/g);
    const apply = digests(applyFor(answers).text);
    expect(apply).toHaveLength(2);
    expect(digests(discoverFor(answers))).toEqual(apply);
    expect(digests(verifyFor(answers))).toEqual(apply);
    for (const script of [discoverFor(answers), verifyFor(answers)]) expect(script).not.toContain('user7@contoso.com');
  });

  it('are none where all stand in the script', () => {
    for (const script of [discoverFor(forUsers(...addresses(50))), verifyFor(forUsers(...addresses(50)))]) {
      expect(script).not.toContain('.csv');
      expect(script).not.toContain('Read-UserList');
    }
  });
});

describe.skipIf(!hasDotnet())('discover and verify with a list beside them', () => {
  const bench = useBench();
  const users = ["o'neil@contoso.com", 'zoë@contoso.com', ...addresses(120)];
  const answers = forUsers(...users);
  const { text, lists } = applyFor(answers);
  const [list] = lists;
  if (!list) throw new Error('122 users stand in a list');
  const store = asInstalled({ users: users.map((sip) => ({ name: sip, sip })) });
  const placed = (content = list.text) => {
    const folder = bench.folder();
    writeFileSync(join(folder, list.name), content);
    return folder;
  };
  const both = [
    ['1-discover.ps1', discoverFor(answers)],
    ['3-verify.ps1', verifyFor(answers)],
  ] as const;

  it('know everybody in it, and agree with apply', async () => {
    const seen = await bench.run(discoverFor(answers), { name: '1-discover.ps1', folder: placed(), store });
    expect(seen).toMatchObject({ exitCode: 0, terminated: null });
    expect(valuesOf(evidenceOf(seen), 'users')).toHaveLength(122);
    expect(valuesOf(evidenceOf(seen), 'namedUsers').filter(({ found }) => found === 1)).toHaveLength(122);
    const args = { Force: true, AcceptHighRisk: true };
    const applied = await bench.run(text, { folder: placed(), store, args });
    expect(applied.exitCode).toBe(0);
    const verified = await bench.run(verifyFor(answers), {
      name: '3-verify.ps1',
      folder: placed(),
      store: applied.store,
    });
    expect(verified).toMatchObject({ exitCode: 0, terminated: null, changed: [] });
    const grants = evidenceOf(verified).checks?.filter(({ what }) => what.startsWith('Grant')) ?? [];
    expect(grants.map(({ name }) => name)).toEqual(users);
    const log = readdirSync(verified.folder).find((file) => file.startsWith('verify-')) ?? '';
    expect(readFileSync(join(verified.folder, log), 'utf8')).toContain(
      'Good: Grant of SkypeUsers to 122 users: user120@',
    );
    expect(verified.text).not.toContain('user120@contoso.com');
  });

  it.each(both)('%s refuses another list, or none', async (name, script) => {
    for (const folder of [
      placed(list.text.replace('user7@', 'user8@')),
      placed(list.text.replace('User', 'Users')),
      bench.folder(),
    ]) {
      const run = await bench.run(script, { name, folder, store });
      expect(run).toMatchObject({ exitCode: 4, terminated: null, calls: [] });
      expect(run.text).toContain(list.name);
    }
  });
});
