import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { products as named } from '../../src/cli/schemas/names.ts';
import { products } from '../../src/facts/index.ts';
import { allFields, allTasks, people, steps } from '../../src/steps/index.ts';
import { tree } from '../export/made.ts';
import { outputOf } from './outputs.ts';
import { Bench, example, exampleAnswers } from './program.ts';
import { lockedBy } from './unusable.ts';

const bench = new Bench();
const examples = join(example, '..');

/** The same export but for what tells how it came about: the change record, the log, and what sums these two up. */
function without(files: Record<string, string>): Record<string, string> {
  const { 'manifest.json': _, 'rollout.json': rollout = '{}', 'runbook.md': runbook = '', ...others } = files;
  const { events: _events, ...rest } = JSON.parse(rollout);
  return {
    ...others,
    'rollout.json': JSON.stringify(rest),
    'runbook.md': runbook.replace(/\n## Change record\n.*?\n(?=## )/s, ''),
  };
}

async function exported(folder: string, ...args: string[]): Promise<Record<string, string>> {
  const out = bench.place(folder);
  const { code, stderr } = await bench.run('export', ...args, '--out', out);
  expect([code, stderr.replace(/^warning: .*\n/gm, '')]).toEqual([0, '']);
  return tree(out);
}

describe('answers', () => {
  test.each(['contoso', 'fabrikam', 'adatum-lab'])(
    'of %s lead to the export of it, with comments or without',
    async (name) => {
      const env = { SOURCE_DATE_EPOCH: String(Date.parse('2026-11-25T12:00:00Z') / 1000) };
      const run = (...args: string[]) => bench.runWith(env, ...args);
      expect((await run('import', join(examples, `${name}.json`))).code).toBe(0);
      const [plain, commented] = [bench.place('plain.json'), bench.place('commented.json')];
      expect(await run('answers', name, '--out', plain)).toEqual({
        code: 0,
        stdout: `Written to ${plain}\n`,
        stderr: '',
      });
      const printed = await run('answers', name, '--comments');
      expect([printed.code, printed.stderr]).toEqual([0, '']);
      bench.write('commented.json', printed.stdout);
      await run('export', name, '--out', bench.place('kept'));
      const kept = without(tree(bench.place('kept')));
      expect(Object.keys(kept).length).toBeGreaterThan(7);
      for (const file of [plain, commented]) {
        expect((await run('export', '--answers', file, '--out', bench.out, '--force')).code).toBe(0);
        expect(without(tree(bench.out))).toEqual(kept);
      }
    },
  );

  test('are JSON in the order of the steps, for their owner alone in a file', async () => {
    await bench.run('import', example);
    const { stdout } = await bench.run('answers', 'Contoso');
    const { 'deployment.goal': _, ...stated } = exampleAnswers();
    const moved = Object.fromEntries(
      Object.entries(stated).filter(([, value]) => (value as { state?: string }).state !== 'todo'),
    );
    expect(JSON.parse(stdout)).toEqual(moved);
    const order = Object.keys(JSON.parse(stdout)).map((id) => steps.findIndex((step) => id.startsWith(`${step.id}.`)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    await bench.run('answers', 'contoso', '--out', bench.place('a.json'));
    expect(readFileSync(bench.place('a.json'), 'utf8')).toBe(stdout);
    expect(statSync(bench.place('a.json')).mode & 0o777).toBe(0o600);
  });

  test('a file that is there stays, unless --force; a link is replaced and never written through', async () => {
    await bench.run('import', example);
    const file = bench.write('mine.json', 'mine');
    const refused = await bench.run('answers', 'contoso', '--out', file);
    expect(refused).toMatchObject({
      code: 4,
      stdout: '',
      stderr: `${file} is there already. Name another file; --force replaces it.\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    symlinkSync(file, bench.place('link.json'));
    const forced = await bench.run('answers', 'contoso', '--out', bench.place('link.json'), '--force', '--quiet');
    expect(forced).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect([
      readFileSync(file, 'utf8'),
      JSON.parse(readFileSync(bench.place('link.json'), 'utf8'))['deployment.product'],
    ]).toEqual(['mine', 'lync-2013']);
  });

  test.each([
    [
      'no folder',
      () => bench.place('none', 'a.json'),
      /none\/a\.json cannot be written: it is not there \(ENOENT\)\.\n$/,
    ],
    ['a folder', () => bench.folder, / is there already\./],
  ])('into %s: exit 4', async (_, file, said) => {
    await bench.run('import', example);
    const { code, stderr } = await bench.run('answers', 'contoso', '--out', file());
    expect([code, stderr]).toEqual([4, expect.stringMatching(said)]);
  });

  test('are read while the rollout is open elsewhere; one that is not there is named', async () => {
    await bench.run('import', example);
    lockedBy(bench.home, hostname(), process.pid);
    expect((await bench.run('answers', 'contoso')).code).toBe(0);
    expect(await bench.run('answers', 'contso')).toMatchObject({
      code: 2,
      stderr: 'There is no rollout contso; the nearest is contoso.\n',
    });
  });
});

test('the command table has the products that there are facts about', () => {
  expect(named).toEqual(products);
});

describe('questions', () => {
  const ids = [...allFields, people, ...allTasks].map(({ id }) => id);

  test('tell a person every field and task, in lines that a terminal shows whole', async () => {
    const { code, stdout, stderr } = await bench.run('questions');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    const heads = lines.flatMap(
      (line) =>
        /^(?:([a-z-]+\.[a-z0-9-]+)|contacts\.people\[\]\.tasks\.([a-z-]+))(?:$|[: ])/.exec(line)?.slice(1) ?? [],
    );
    for (const id of ids)
      expect([id, heads.includes(id) || heads.includes(id.replace('contacts.', ''))]).toEqual([id, true]);
    expect(stdout).toContain('    Asked where access-policy.scope is user. Default: "SkypeUsers".\n');
    expect(stdout).toContain('    Default: "level-2" for lync-2013, else "product-default".\n');
  });

  test('--json says the same in the published form, every field and task once', async () => {
    const { code, stdout, stderr } = await bench.run('questions', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { ok, product, fields, tasks, taskState } = outputOf('questions', stdout);
    expect([ok, product]).toEqual([true, null]);
    expect([...fields, ...tasks].map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted());
    expect(taskState.map(({ id }: { id: string }) => id)).toContain('reason');
    const byId = new Map<string, Record<string, unknown>>([...fields, ...tasks].map((one) => [one.id, one]));
    expect(byId.get('edge.shared-name')).toMatchObject({
      ...{ kind: 'line', required: false, example: 'sip.contoso.com' },
      asked: { said: 'edge.pools lists 2 or more', all: [{ id: 'edge.pools', atLeast: 2 }] },
      default: { from: ['deployment.sip-domains'], such: 'sip.contoso.com' },
    });
    expect(byId.get('skype-provider.icon-url')?.asked).toMatchObject({
      all: [{ id: 'deployment.product', is: [null, 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'] }],
    });
    expect(byId.get('accounts.merged')).toMatchObject({
      places: ['accounts.merged', 'contacts.people[].tasks.merged'],
      irreversible: true,
    });
  });

  test('--product leaves out what is not asked with it, and says what holds', async () => {
    const { stdout } = await bench.run('questions', '--product', 'lync-2010', '--json');
    const { product, fields } = outputOf('questions', stdout);
    const byId = new Map(fields.map((one: { id: string }) => [one.id, one]));
    expect(product).toBe('lync-2010');
    expect(['deployment.cu5', 'skype-provider.icon-url', 'access-policy.xmpp'].filter((id) => byId.has(id))).toEqual(
      [],
    );
    expect(byId.get('skype-provider.identity')).toMatchObject({ default: { value: 'MSN' }, asked: { all: [] } });
  });

  test('of a product that is not there: exit 2, and the nearest', async () => {
    expect(await bench.run('questions', '--product', 'lync-2012')).toMatchObject({
      ...{ code: 2, stdout: '' },
      stderr: expect.stringMatching(/^There is no product lync-2012; the nearest is lync-2010\.\n/),
    });
  });

  test.each(products)(
    'of %s begin with a file that an export takes, of which nothing can be left out',
    async (product) => {
      const { stdout } = await bench.run('questions', '--product', product);
      const [text = ''] = /^\{\n[\s\S]*?^\}$/m.exec(stdout) ?? [];
      const exportOf = async (file: object) => {
        const written = bench.write('a.json', JSON.stringify(file));
        return bench.run('export', '--answers', written, '--out', bench.out, '--force');
      };
      const least: Record<string, unknown> = JSON.parse(text);
      expect(await exportOf(least)).toMatchObject({ code: 0, stderr: '' });
      for (const id of Object.keys(least)) {
        const { [id]: _, ...rest } = least;
        const { code, stderr } = await exportOf(rest);
        expect([code, stderr]).toEqual([4, expect.stringContaining(`  ${id}: `)]);
      }
    },
  );
});

describe('standard input, as -', () => {
  const piped = (text: string | Uint8Array, ...args: readonly string[]) => bench.start(args, {}, text).ended;
  const text = readFileSync(example, 'utf8');

  test('is read as a file is: by export, plan and import', async () => {
    const out = bench.place('piped');
    expect(await piped(text, 'export', '--answers', '-', '--out', out)).toMatchObject({ code: 0 });
    expect(tree(out)).toEqual(await exported('named', '--answers', example));
    const plan = await bench.run('plan', '--answers', example);
    expect(await piped(text, 'plan', '--answers', '-')).toMatchObject(plan);
    expect(await piped(Buffer.from(`\ufeff${text}`, 'utf16le'), 'import', '-', '--quiet')).toMatchObject({
      ...{ code: 0, stdout: 'contoso\n' },
    });
  });

  test.each([
    ['', 'standard input: Line 1, column 1 is no JSON: It is empty.'],
    ['{"edge.pools": 5}', 'standard input: Not all of it can be taken.'],
  ])('%j is called so where it does not do', async (input, said) => {
    const { code, stdout, stderr } = await piped(input, 'plan', '--answers', '-');
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', said]);
  });

  test('without end is refused', async () => {
    const running = bench.start(['import', '-'], {}, Buffer.alloc(257 * 2 ** 20, ' '));
    expect(await running.ended).toMatchObject({
      ...{ code: 2, stdout: '' },
      stderr: 'standard input: It is larger than 256 MB, and no file that this reads.\n',
    });
  });
});

test('the printed schema of answers files takes the examples and each answers file that is printed', async () => {
  const printed = await bench.run('schema', 'answers');
  expect([printed.code, printed.stderr]).toEqual([0, '']);
  const accepts = new Ajv2020({ strict: true }).compile(JSON.parse(printed.stdout));
  await bench.run('import', example);
  for (const text of [readFileSync(example, 'utf8'), (await bench.run('answers', 'contoso')).stdout]) {
    expect([accepts(JSON.parse(text)), accepts.errors]).toEqual([true, null]);
  }
});

describe('--set', () => {
  beforeEach(async () => {
    expect((await bench.run('import', example)).code).toBe(0);
  });

  const saved = () => tree(join(bench.home, 'rollouts', 'contoso'));
  const only = (...ids: string[]) => `Only here, and not saved in contoso: ${ids.join(' and ')}.\n`;

  test('on export of a rollout holds for this export alone, and says so', async () => {
    const before = saved();
    const args = [
      'export',
      'contoso',
      '--set',
      'client-policy.target=leave',
      '--set=edge.certificate=todo',
      '--out',
      bench.out,
    ];
    const { code, stdout, stderr } = await bench.run(...args);
    expect([code, stdout.split('\n')[0]]).toEqual([0, `Written to ${bench.out}`]);
    expect(stderr.startsWith(only('client-policy.target', 'edge.certificate'))).toBe(true);
    expect(saved()).toEqual(before);
    const rollout = JSON.parse(readFileSync(bench.place('out', 'rollout.json'), 'utf8'));
    expect(rollout.answers['client-policy.target']).toBe('leave');
    expect(rollout.tasks['edge.certificate']).toBe(undefined);
    expect(rollout.events.slice(-2)).toMatchObject([
      { type: 'answered', by: 'ana', field: 'client-policy.target', was: 'in-force' },
      { type: 'task-moved', task: 'edge.certificate' },
    ]);
    expect((await bench.run(...args, '--quiet')).stderr).toBe('');
  });

  test('on export of a file holds in place of what it states, as if it stated that', async () => {
    const words = [
      '--set',
      'deployment.organisation=Adatum',
      '--set',
      'access-policy.scope=global',
      '--set',
      'edge.firewall=done',
    ];
    const set = await exported('set', '--answers', example, ...words);
    const file = bench.answers({
      'deployment.organisation': 'Adatum',
      'access-policy.scope': 'global',
      'edge.firewall': { state: 'done', at: '2025-11-23' },
    });
    expect(set).toEqual(await exported('stated', '--answers', file));
  });

  test('alone, does without a rollout and a file, where it states enough', async () => {
    const least = {
      ...{ 'deployment.organisation': 'Adatum', 'deployment.product': 'lync-2013' },
      ...{ 'deployment.sip-domains': ['adatum.com'], 'edge.pools': [{ name: 'sip.adatum.com' }] },
      ...{ 'access-policy.scope': 'global', 'client-policy.target': 'leave', 'accounts.one-way-understood': true },
    };
    const words = Object.entries(least).flatMap(([id, value]) => [
      '--set',
      `${id}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ]);
    const file = bench.write('least.json', JSON.stringify(least));
    expect(await exported('set', ...words)).toEqual(await exported('stated', '--answers', file));
    expect((await bench.run('plan', ...words)).stdout).toBe((await bench.run('plan', '--answers', file)).stdout);
    expect(await bench.run('export', ...words.slice(2), '--out', bench.out)).toMatchObject({
      ...{ code: 4, stdout: '' },
      stderr: expect.stringMatching(
        /^--set: 1 required answer missing\. Nothing was written\.\n {2}deployment\.organisation: /,
      ),
    });
    expect(await bench.run('plan', '--set', 'deployment.sip-domains=adatum')).toMatchObject({
      ...{ code: 2, stdout: '' },
      stderr: expect.stringMatching(/^--set: Not all of it can be taken\.\n {2}deployment\.sip-domains\[0\]: /),
    });
  });

  test('on plan shows what would change otherwise, for a rollout and for a file', async () => {
    const plan = async (...args: string[]) => {
      const { code, stdout, stderr } = await bench.run('plan', ...args, '--json');
      return { code, stderr, ...outputOf('plan', stdout) };
    };
    const count = ({ changes }: { changes: readonly unknown[] }) => changes.length;
    const kept = await plan('contoso', '--set', 'client-policy.target=leave');
    expect([kept.code, kept.stderr]).toEqual([0, only('client-policy.target')]);
    expect(count(kept)).toBeLessThan(count(await plan('contoso')));
    expect(count(await plan('--answers', example, '--set', 'client-policy.target=leave'))).toBe(count(kept));
  });

  test.each([
    [
      'edge.pool=x',
      'edge.pool: No answer and no task has this id; edge.pools is the nearest. Expected a known id, such as edge.pools.',
    ],
    [
      'deployment.sip-domains=contoso',
      'deployment.sip-domains[0]: "contoso" is one word; a full name has a dot. Expected a SIP domain, such as contoso.com.',
    ],
    [
      'edge.firewall=finished',
      'edge.firewall.state: "finished" is not a choice here. Expected one of todo, waiting, done or waived.',
    ],
    [
      'deployment.hybrid=maybe',
      'deployment.hybrid: "maybe" is not a choice here. Expected yes or no, such as deployment.hybrid=yes.',
    ],
    [
      'deployment.owner',
      '"deployment.owner" has no equals sign. Expected an id, an equals sign and a value, such as deployment.product=lync-2013.',
    ],
    [
      '=x',
      '"=x" has no id before its equals sign. Expected an id, an equals sign and a value, such as deployment.product=lync-2013.',
    ],
    [
      '\u001b[2J=x',
      '\\u{1b}[2J: No answer and no task has this id. Expected a known id, such as deployment.organisation.',
    ],
  ])('%s: exit 2, with what was expected and an example, and nothing is written', async (word, said) => {
    for (const args of [
      ['export', 'contoso', '--out', bench.out],
      ['export', '--answers', example, '--out', bench.out],
      ['plan', 'contoso'],
    ]) {
      const { code, stdout, stderr } = await bench.run(...args, '--set', word);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.split('\n')[0]).toBe('--set: Not all of it can be taken.');
      if (!word.startsWith('\u001b')) expect(stderr.split('\n')[1]).toBe(`  ${said}`);
      expect(stderr).not.toContain('\u001b');
      expect(existsSync(bench.out)).toBe(false);
    }
  });

  test('an answer that does not go with the others: exit 4 for a rollout, 2 for a file', async () => {
    const word = 'edge.federation-routes={"site": "Redmond", "pool": "edge07.contoso.local"}';
    const kept = await bench.run('export', 'contoso', '--set', word, '--out', bench.out);
    expect([kept.code, kept.stderr]).toEqual([4, expect.stringContaining('edge.federation-routes[0].pool: ')]);
    const file = await bench.run('export', '--answers', example, '--set', word, '--out', bench.out);
    expect([file.code, file.stderr]).toEqual([2, expect.stringContaining('edge.federation-routes[0].pool: ')]);
    expect(file.stderr.split('\n')[0]).toBe(`${example} with --set: Not all of it can be taken.`);
  });

  test('a rollout that is open elsewhere can be exported so, since nothing of it is saved', async () => {
    lockedBy(bench.home, hostname(), process.pid);
    expect((await bench.run('export', 'contoso', '--set', 'edge.firewall=done', '--out', bench.out)).code).toBe(0);
    expect((await bench.run('export', 'contoso', '--out', bench.out)).code).toBe(5);
  });

  test('on new begins nothing without a terminal', async () => {
    const { code } = await bench.start(['new', '--set', 'deployment.organisation=Adatum']).ended;
    expect(code).toBe(3);
    expect(existsSync(join(bench.home, 'rollouts', 'adatum'))).toBe(false);
  });
});
