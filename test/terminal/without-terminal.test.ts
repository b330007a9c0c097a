import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { builtProgram, environment, openTerminal } from './terminal.ts';

describe('where nobody can be asked it says so and ends, exit code 3', () => {
  it.each([{ args: [] }, { args: ['open', 'contoso'] }])('without a terminal: $args', ({ args }) => {
    const home = freshFolder();
    const env = environment(home);
    const done = spawnSync(process.execPath, [builtProgram, ...args], { env, encoding: 'utf8', input: 'y\ny\n' });
    expect(done).toMatchObject({ status: 3, stdout: '' });
    expect(done.stderr).toMatch(/^skypefed asks its questions on a terminal, and here its input is no terminal\.\n/);
    expect(done.stderr).toContain('skypefed export --answers FILE --out FOLDER');
  });

  it('with its output in a file', async () => {
    const home = freshFolder();
    const script = '"$0" "$1" >"$2"; echo "code $?"';
    const instead = ['sh', '-c', script, process.execPath, builtProgram, join(home, 'out')] as const;
    const terminal = openTerminal({ home, instead, columns: 120 });
    await terminal.exited;
    expect(terminal.text()).toContain('its output is no terminal');
    expect(terminal.text()).toMatch(/code 3$/);
  });

  it('on a terminal that cannot move its cursor', async () => {
    const terminal = openTerminal({ home: freshFolder(), env: { TERM: 'dumb' }, columns: 120 });
    expect(await terminal.exited).toEqual({ code: 3, signal: 0 });
    expect(terminal.text()).toContain('this terminal (TERM=dumb) cannot move its cursor');
    expect(terminal.text()).toContain('skypefed --plain');
    expect(terminal.bytes()).not.toContain('\u001b');
  });
});
