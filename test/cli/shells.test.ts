import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { powershellScript } from '../../src/cli/completion/powershell.ts';
import { type Engine, hasDotnet, startEngine } from '../powershell/engine.ts';
import { openTerminal } from '../terminal/terminal.ts';
import { Bench, example } from './program.ts';

const bench = new Bench();

/** Where the program can be called by its name. */
const path = () => `${bench.place('bin')}${delimiter}${process.env.PATH}`;

beforeEach(async () => {
  expect((await bench.run('import', example)).code).toBe(0);
  mkdirSync(bench.place('bin'));
  const program = `#!/bin/sh\nexec '${process.execPath}' '${bench.file}' "$@"\n`;
  writeFileSync(bench.place('bin', 'skypefed'), program, { mode: 0o700 });
  mkdirSync(bench.place('bench box'));
  bench.write('bench answers.json', '{}');
});

/** A shell without anything of whoever runs the tests, and what makes it ready and say so. */
type Shell = { command: readonly [string, ...string[]]; ready: string };
const shells: Readonly<Record<string, Shell>> = {
  bash: {
    command: ['bash', '--norc', '--noprofile', '-i'],
    ready: `eval "$(skypefed completion bash)"; PS1='rea''dy> '`,
  },
  zsh: {
    command: ['zsh', '-f', '-i'],
    ready: `autoload -U compinit; compinit -u -D; eval "$(skypefed completion zsh)"; PS1='rea''dy> '`,
  },
  fish: {
    command: ['fish', '--no-config', '-i'],
    ready: `skypefed completion fish | source; function fish_prompt; echo -n 'rea''dy> '; end`,
  },
};

describe.each(Object.entries(shells))('%s', (name, { command, ready }) => {
  test('completes what is typed when Tab is pressed', async ({ skip }) => {
    skip(spawnSync(name, ['-c', ':']).status !== 0, `${name} is not on PATH`);
    const env = { PATH: path(), HOME: bench.folder };
    const terminal = openTerminal({ home: bench.home, cwd: bench.folder, columns: 120, env, instead: command });
    terminal.send(`${ready}\r`);
    await terminal.until(/^ready>/m);
    for (const [typed, line] of [
      ['skypefed sta', 'skypefed status'],
      ['skypefed status cont', 'skypefed status contoso'],
      ['skypefed export contoso --forc', 'skypefed export contoso --force'],
      ['skypefed completion powe', 'skypefed completion powershell'],
      ['skypefed export --answers bench\\ a', 'skypefed export --answers bench\\ answers.json'],
      ['skypefed export --out bench\\ ', 'skypefed export --out bench\\ box/'],
      ['skypefed new --set deployment.prod', 'skypefed new --set deployment.product='],
      ['skypefed new --set deployment.product=sfb-s', 'skypefed new --set deployment.product=sfb-se'],
    ]) {
      terminal.send(`${typed}\t`);
      await terminal.until((lines) => lines.includes(`ready> ${line}`));
      // Ctrl+U takes the line away.
      terminal.send('\u0015');
      await terminal.until((lines) => lines.findLast((one) => one !== '') === 'ready>');
    }
  });
});

describe.skipIf(!hasDotnet())('PowerShell', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine({ compiles: true });
  });
  afterAll(() => engine.stop());

  test('takes the script', async () => {
    expect((await engine.parse(powershellScript)).errors).toEqual([]);
  });

  test.each([
    ['skypefed sta', ['status']],
    ['skypefed status ', ['contoso']],
    ['1; skypefed status "Adatum lab" --js', ['--json']],
    ['skypefed completion z', ['zsh']],
  ])('completes %j', async (line, words) => {
    const text = [
      powershellScript,
      `$found = [System.Management.Automation.CommandCompletion]::CompleteInput('${line}', ${line.length}, $null)`,
      'foreach ($one in $found.CompletionMatches) { $one.CompletionText }',
    ].join('\n');
    const environment = { PATH: path(), SKYPEFED_HOME: bench.home, NODE_COMPILE_CACHE: inject('compiled') };
    const { lines, terminated } = await engine.run({ script: { text }, environment });
    expect([lines.map((one) => one.text), terminated]).toEqual([words, null]);
  });
});
