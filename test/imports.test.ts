import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource, type Source } from './house/read.ts';
import { breachesOf } from './house/rules.ts';

const root = join(import.meta.dirname, '..');

async function sourcesOfTheProgram(): Promise<Source[]> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return Promise.all(
    files.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: relative(root, file).split(sep).join('/'), code: await readFile(file, 'utf8') };
    }),
  );
}

/** What the rules say of a made-up program, given as path and code. */
function breachesIn(program: Record<string, string>): string[] {
  return breachesOf(Object.entries(program).map(([path, code]) => readSource({ path, code })));
}

test('the program keeps the rules of the house', async () => {
  const sources = await sourcesOfTheProgram();
  expect(sources.map(({ path }) => path)).toContain('src/model/index.ts');
  expect(breachesOf(sources.map(readSource))).toEqual([]);
});

describe('the order of the rooms', () => {
  test('each room may use every room before it', () => {
    expect(
      breachesIn({
        'src/words/md.ts': "import type { Fact } from '../model/index.ts';",
        'src/plan/index.ts': "import { steps } from '../steps/index.ts';\nimport { read } from '../state/index.ts';",
        'src/checks/dns.ts': "import { cite } from '../facts/index.ts';",
        'src/cli/main.ts': "await import('../screens/index.tsx');",
      }),
    ).toEqual([]);
  });

  test.each([
    ['a later room', "import { plan } from '../plan/index.ts';", 'plan'],
    ['a later room for its types', "import type { Plan } from '../plan/index.ts';", 'plan'],
    ['a later room, passed on', "export { plan } from '../plan/index.ts';", 'plan'],
    ['a later room, all of it passed on', "export * from '../plan/index.ts';", 'plan'],
    ['a later room when it is needed', "await import('../plan/index.ts');", 'plan'],
    ['a later room inside a type', "type P = import('../plan/index.ts').Plan;", 'plan'],
  ])('%s is refused', (_, code, other) => {
    expect(breachesIn({ 'src/steps/index.ts': code })).toEqual([
      `src/steps/index.ts imports src/${other}/index.ts: steps may not use ${other}`,
    ]);
  });

  test.each([
    ['export', 'checks'],
    ['checks', 'export'],
    ['screens', 'plain'],
    ['plain', 'screens'],
  ])('%s and its neighbour %s do not know each other', (room, other) => {
    expect(breachesIn({ [`src/${room}/index.ts`]: `import '../${other}/index.ts';` })).toEqual([
      `src/${room}/index.ts imports src/${other}/index.ts: ${room} may not use ${other}`,
    ]);
  });

  test('a file in an unknown room, or in none, is named', () => {
    expect(breachesIn({ 'src/utils/index.ts': '', 'src/helpers.ts': '' })).toEqual([
      'src/utils/index.ts stands in a room that has no place in the order: utils',
      'src/helpers.ts stands in no room',
    ]);
  });
});

describe('the doors', () => {
  test('inside a room every file is open', () => {
    expect(
      breachesIn({ 'src/steps/edge/pages.ts': "import { pool } from './fields.ts';\nimport '../list.ts';" }),
    ).toEqual([]);
  });

  test.each(['fields.ts', 'edge/index.ts', 'table.json'])('%s of another room is refused', (file) => {
    expect(breachesIn({ 'src/plan/index.ts': `import x from '../steps/${file}';` })).toEqual([
      `src/plan/index.ts imports src/steps/${file}: steps is entered through its index`,
    ]);
  });

  test.each(['store.ts', 'store/index.ts'])(
    'state has a second door, %s, for rooms that may touch the disk',
    (file) => {
      const code = `import { open } from '../state/${file}';`;
      expect(breachesIn({ 'src/screens/home.tsx': code })).toEqual([]);
      expect(breachesIn({ 'src/runbook/index.ts': code })).toEqual([
        `src/runbook/index.ts imports src/state/${file}: its room is pure`,
      ]);
    },
  );

  test('what lies outside the rooms is for cli alone', () => {
    const code = "import packageJson from '../../package.json' with { type: 'json' };";
    expect(breachesIn({ 'src/cli/main.ts': code })).toEqual([]);
    expect(breachesIn({ 'src/export/index.ts': code })).toEqual([
      'src/export/index.ts imports package.json: only cli looks outside the rooms',
    ]);
  });

  test('a computed import is refused, since no rule can be held over it', () => {
    expect(breachesIn({ 'src/cli/main.ts': 'await import(name);' })).toEqual([
      'src/cli/main.ts imports a computed name: nobody can say which file that is',
    ]);
  });
});

describe('purity', () => {
  const pure = ['model', 'words', 'facts', 'kinds', 'steps', 'state', 'plan', 'powershell', 'runbook'];

  test.each(pure)('%s loads no react, ink, inquirer, conf or module of Node', (room) => {
    for (const name of [
      'react',
      'ink',
      'inquirer',
      'conf',
      'node:fs',
      'node:process',
      'node:os',
      'fs',
      '@inquirer/core',
    ]) {
      expect(breachesIn({ [`src/${room}/a.ts`]: `import x from '${name}';` })).toEqual([
        `src/${room}/a.ts imports ${name}: its room is pure`,
      ]);
    }
  });

  test('a path inside a package counts as the package', () => {
    expect(breachesIn({ 'src/plan/a.ts': "import 'react/jsx-runtime';\nimport '@scope/name/part';" })).toEqual([
      'src/plan/a.ts imports react: its room is pure',
      'src/plan/a.ts imports @scope/name: its room is pure',
    ]);
  });

  test('packages that only compute are let in', () => {
    expect(
      breachesIn({ 'src/words/a.ts': "import { marked } from 'marked';", 'src/state/b.ts': "import 'zod';" }),
    ).toEqual([]);
  });

  test.each([
    ['Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Date()', 'Date()'],
    ['process.env', 'process'],
    ['({ process })', 'process'],
    ['const { env } = process', 'process'],
    ['globalThis.process', 'globalThis'],
    ['console.log(1)', 'console'],
    ['performance.now()', 'performance'],
    ['crypto.randomUUID()', 'crypto'],
    ['Math.random()', 'Math.random'],
    ['setTimeout(run)', 'setTimeout'],
    ['import.meta.url', 'import.meta'],
  ])('%s is refused', (code, said) => {
    expect(breachesIn({ 'src/kinds/date.ts': `export const x = () => { ${code}; };` })).toEqual([
      `src/kinds/date.ts uses ${said}: its room is pure`,
    ]);
  });

  test('the same words are harmless as a date that is given, a member, a key, a comment or a string', () => {
    const code = `
      // new Date() and process.env would be wrong here
      type Step = { process: string; console(): void };
      export const x = (step: Step) => [new Date(2014, 5, 1), Date.UTC(2014, 5), step.process, 'Date.now()', { process: 1 }];
    `;
    expect(breachesIn({ 'src/steps/a.ts': code })).toEqual([]);
  });

  test('rooms that meet the world may do all of it, and so may the store', () => {
    const code = "import { readFileSync } from 'node:fs';\nimport Conf from 'conf';\nconst now = Date.now();";
    expect(
      breachesIn({
        ...{ 'src/export/a.ts': code, 'src/checks/a.ts': code, 'src/screens/a.tsx': code, 'src/plain/a.ts': code },
        ...{ 'src/cli/a.ts': code, 'src/state/store.ts': code, 'src/state/store/lock.ts': code },
      }),
    ).toEqual([]);
  });
});

describe('cycles', () => {
  test('two files that load each other are named in order', () => {
    expect(
      breachesIn({ 'src/words/a.ts': "import { b } from './b.ts';", 'src/words/b.ts': "export { a } from './a.ts';" }),
    ).toEqual(['a cycle: src/words/a.ts -> src/words/b.ts -> src/words/a.ts']);
  });

  test('a long way round is found from the middle, and told once', () => {
    expect(
      breachesIn({
        'src/steps/index.ts': "import './one.ts';",
        'src/steps/one.ts': "import './two.ts';",
        'src/steps/two.ts': "import './three.ts';",
        'src/steps/three.ts': "import './one.ts';",
      }),
    ).toEqual(['a cycle: src/steps/one.ts -> src/steps/two.ts -> src/steps/three.ts -> src/steps/one.ts']);
  });

  test('a file that loads itself is a cycle', () => {
    expect(breachesIn({ 'src/words/a.ts': "await import('./a.ts');" })).toEqual([
      'a cycle: src/words/a.ts -> src/words/a.ts',
    ]);
  });

  test('types may know each other, since they load nothing', () => {
    expect(
      breachesIn({
        'src/model/a.ts': "import type { B } from './b.ts';",
        'src/model/b.ts': "import type { A } from './a.ts';",
      }),
    ).toEqual([]);
  });

  test('an inline type still loads its file', () => {
    expect(
      breachesIn({
        'src/model/a.ts': "import { type B } from './b.ts';",
        'src/model/b.ts': "import { type A } from './a.ts';",
      }),
    ).toEqual(['a cycle: src/model/a.ts -> src/model/b.ts -> src/model/a.ts']);
  });

  test('two ways to one file are no cycle', () => {
    expect(
      breachesIn({
        'src/words/a.ts': "import './b.ts';\nimport './c.ts';",
        'src/words/b.ts': "import './d.ts';",
        'src/words/c.ts': "import './d.ts';",
        'src/words/d.ts': '',
      }),
    ).toEqual([]);
  });
});

test('code that cannot be read is an error, not a file without imports', () => {
  expect(() => readSource({ path: 'src/words/a.ts', code: 'import {' })).toThrow('src/words/a.ts: ');
});
