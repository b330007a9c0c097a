import { beforeAll, describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import { planOf } from '../../src/plan/index.ts';
import cmdlets from '../../src/powershell/cmdlets.json' with { type: 'json' };
import { viewWith } from '../steps/view.ts';
import { type Digest, type Engine, hasDotnet, sharedEngine } from './engine.ts';
import { rollbackFor } from './scripts.ts';
import { answersFor, scopes } from './servers.ts';

const scriptOf = (product: (typeof products)[number]) => rollbackFor({ 'deployment.product': product });
const isServer = (name: string | null): name is string => name !== null && /-Cs/.test(name);

describe.each(products)('the text of a rollback script for %s', (product) => {
  it('is ASCII, with CR LF at the end of every line, and names no answer but the rollout and the organisation', () => {
    const text = scriptOf(product);
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const other = rollbackFor({ ...answersFor(product, 'user'), 'skype-provider.identity': 'Qqq' });
    expect(other).toBe(text);
  });

  it('knows every value that a rollout changes', () => {
    const text = scriptOf(product);
    const answers = {
      'edge.partner-discovery': false,
      'edge.routing': 'switch-to-dns-srv',
      'access-policy.xmpp': true,
    };
    const wants = scopes.flatMap((scope) => planOf(viewWith({ ...answersFor(product, scope), ...answers })));
    const names = wants.flatMap(({ desired }) => (desired.do === 'ensure' ? Object.keys(desired.set) : []));
    expect(new Set(names).size).toBeGreaterThan(9);
    expect([...new Set(names)].filter((name) => !text.includes(`'${name}'`))).toEqual([]);
  });
});

describe.skipIf(!hasDotnet()).each(products)('a rollback script for %s, in the parser,', (product) => {
  let digest: Digest;
  beforeAll(async () => {
    const engine: Engine = await sharedEngine();
    digest = await engine.parse(scriptOf(product));
  });

  it('parses, has help, and takes what the contract says', () => {
    expect(digest.errors).toEqual([]);
    expect(digest.synopsis).toMatch(/^Takes back on /);
    expect(digest.parameters).toEqual(['OutputFolder', 'StateFile', 'Overwrite', 'Force', 'AcceptHighRisk']);
    expect(digest.expandable).toEqual([]);
  });

  it('has no function that it does not call', () => {
    const called = new Set(digest.commands.map(({ name }) => name));
    expect(digest.functions.map(({ name }) => name).filter((name) => !called.has(name) || isServer(name))).toEqual([]);
  });

  it('calls server cmdlets by name, as the table has them, looks for each beforehand, and stops on their errors', () => {
    const calls = digest.commands.filter(({ name }) => isServer(name));
    for (const { name, parameters, text } of calls) {
      const row = Object.entries(cmdlets).find(([cmdlet]) => cmdlet === name)?.[1];
      const known = [...Object.keys(row?.parameters ?? {}), 'Confirm', 'ErrorAction'];
      expect(
        parameters.filter((parameter) => !known.includes(parameter)),
        text,
      ).toEqual([]);
      expect(text).toContain('-ErrorAction Stop');
      if (row?.changes) expect(text).toContain('-Confirm:$false');
    }
    const named = digest.strings.map(({ value }) => value).filter((value) => /^[A-Z][a-z]+-Cs[A-Za-z]+$/.test(value));
    expect(new Set(named)).toEqual(new Set(calls.map(({ name }) => name)));
  });
});
