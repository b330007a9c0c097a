import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { expectLinesAlone, openPlain } from './plain.ts';
import { builtProgram, environment, openTerminal } from './terminal.ts';

const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('as lines, because it is asked for', () => {
  it.each<[string, readonly string[], Record<string, string>]>([
    ['by --plain, on a terminal that can do nothing else', ['--plain'], { TERM: 'dumb' }],
    ['by --plain, on any terminal', ['--plain'], { TERM: 'xterm-256color' }],
    ['by the environment', [], { TERM: 'xterm-256color', ACCESSIBLE: '1' }],
  ])('%s', async (_, args, env) => {
    const { terminal, answer } = openPlain({ home: freshFolder(), args, env });
    await answer({ prompt: 'Choice:', typed: 'leave' });
    expect(await terminal.exited).toMatchObject({ code: 130 });
    expect(flat(terminal.bytes())).toContain('Consumer Skype closed on 5 May 2025');
    expectLinesAlone(terminal.bytes(), 80, ['leave']);
  });

  it('not where the environment says 0', async () => {
    const terminal = openTerminal({ home: freshFolder(), env: { ACCESSIBLE: '0' } });
    await terminal.until('► Start a rollout');
  });
});

it('straight into a rollout, left in the middle and gone on with, where it was left', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation')));
  const first = openPlain({ home, args: ['--plain', 'open', 'contoso'] });
  await first.answer({ prompt: 'Product:', typed: 'Lync Server 2013' });
  await first.answer({ prompt: 'Update 5 or later:', typed: 'leave' });
  expect(await first.terminal.exited).toMatchObject({ code: 130 });
  expect(flat(first.terminal.bytes())).toContain('Go on with: skypefed --plain open contoso');

  const later = { SOURCE_DATE_EPOCH: String(Date.parse('2026-11-25T08:00:00Z') / 1000) };
  const second = openPlain({ home, args: ['--plain', 'open', 'contoso'], env: later });
  await second.answer({ prompt: 'Choice:', typed: '' });
  const said = flat(second.terminal.bytes());
  expect(said).toContain('Last here 23 Nov 21:30, at Deployment, Product. All of it is here.');
  await second.asked('Product:');
});

describe('it ends, and all is saved', () => {
  it.each<[string, (send: (bytes: string) => void) => void]>([
    ['at Ctrl+C', (send) => send('\u0003')],
    ['at Ctrl+C in the middle of a line', (send) => send('Lync\u0003')],
    ['at Ctrl+D', (send) => send('\u0004')],
  ])('%s', async (_, leave) => {
    const home = freshFolder();
    const { terminal, answer, asked } = openPlain({ home, args: ['--plain', 'new'] });
    await answer({ prompt: 'Organisation:', typed: 'Contoso' });
    await answer({ prompt: 'Organisation:', typed: '' });
    await asked('Product:');
    leave(terminal.send);
    expect(await terminal.exited).toMatchObject({ code: 130 });
    expect(flat(terminal.bytes())).toContain('Contoso is saved: 1 answer, 0 tasks.');
    expect(onDisk(home).stated.answers).toEqual({ 'deployment.organisation': 'Contoso' });
  });

  it('when the terminal goes away', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation')));
    const { terminal, asked } = openPlain({ home, args: ['--plain', 'open', 'contoso'] });
    await asked('Product:');
    terminal.kill('SIGHUP');
    expect(await terminal.exited).toMatchObject({ code: 130 });
    const next = openPlain({ home, args: ['--plain', 'open', 'contoso'] });
    expect(flat(await next.asked('Product:'))).not.toContain('another window');
  });
});

it('its terminal is torn away while it asks: it gives the rollout back, and takes that for no fault', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation')));
  // The terminal is that of a program which ends without a word; what happens to ours is told by what it leaves.
  const torn = `
    import { spawn } from '@lydell/node-pty';
    const child = spawn(process.execPath, [process.argv[1], '--plain', 'open', 'contoso'], { env: process.env });
    let said = '';
    child.onData((data) => {
      said += data;
      if (said.endsWith('Product: ')) process.exit(7);
    });`;
  const args = ['--input-type=module', '-e', torn, builtProgram];
  const { status } = spawnSync(process.execPath, args, { cwd: import.meta.dirname, env: environment(home) });
  expect(status).toBe(7);
  await vi.waitFor(() => expect(readdirSync(join(home, 'rollouts', 'contoso'))).not.toContain('lock'), 10_000);
  expect(readdirSync(home)).not.toContain('fault.txt');
});

it('what is pasted into a list is an item a line', async () => {
  const home = await homeWith(
    rolloutFrom(contosoWith('deployment.organisation', 'deployment.product', 'deployment.cu5')),
  );
  const { terminal, answer, asked } = openPlain({ home, args: ['--plain', 'open', 'contoso'] });
  await answer({ prompt: 'SIP domains, 1:', typed: 'contoso.com\rfabrikam.com\radatum.com' });
  await asked('SIP domains, 4:');
  terminal.send('\u0003');
  await terminal.exited;
  expect(onDisk(home).stated.answers['deployment.sip-domains']).toEqual(['contoso.com', 'fabrikam.com', 'adatum.com']);
});
