import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk } from './disk.ts';
import { handsOn } from './hands.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { toPage } from './places.ts';
import { focusOn } from './screen.ts';
import { type Hands, openTerminal, type Terminal } from './terminal.ts';
import { pressUntil, typeAndEnter } from './walk.ts';

type Opened = { terminal: Terminal; home: string };
const open = (home: string) => openTerminal({ home, args: ['open', 'contoso'] });
const place = (home: string, name = '') => join(home, 'rollouts', 'contoso', name);

const begun = () => homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));

/** An owner and then an approver are answered by keyboard; it is at the next line then. */
async function answerBoth(hands: Hands): Promise<void> {
  await hands.until(/ saved /);
  await toPage(hands, 'Deployment', 3);
  await pressUntil(hands, keys.tab, (focus) => focus.startsWith('Owner'));
  await typeAndEnter(hands, 'Maria Anders');
  await hands.until(focusOn('Approver'));
  await typeAndEnter(hands, 'Thomas Hardy');
  await hands.until(focusOn('Window'));
}

/** Contoso with both, left. */
async function answered(): Promise<string> {
  const home = await begun();
  const hands = await handsOn({ home, open: 'contoso' });
  await answerBoth(hands);
  hands.send(keys.ctrl('c'));
  await hands.exit;
  return home;
}

/** The same, and damaged since: the file ends in the middle. */
async function damaged(): Promise<Opened & { broken: string }> {
  const home = await answered();
  const broken = readFileSync(place(home, 'rollout.json'), 'utf8').slice(0, 200);
  writeFileSync(place(home, 'rollout.json'), broken);
  const next = open(home);
  await next.until('×');
  return { terminal: next, home, broken };
}

const aside = (home: string) => readdirSync(place(home)).filter((name) => name.includes('damaged'));

describe('a damaged file', () => {
  it('is told, with the copy that is whole and what it lacks; nothing is changed before it is chosen', async () => {
    const { terminal, home, broken } = await damaged();
    const text = terminal.text();
    expect(text).toContain('rollout.json');
    expect(text).toContain('rollout.damaged-2026-11-23.json');
    expect(text).toMatch(/The copy of 23 Nov 21:30 is whole; it lacks the last\s+change\./);
    await terminal.until(focusOn('Open that copy'));
    terminal.send(keys.ctrl('c'));
    expect(await terminal.exited).toMatchObject({ code: 130 });
    expect(readFileSync(place(home, 'rollout.json'), 'utf8')).toBe(broken);
    expect(aside(home)).toEqual([]);
  });

  it('is set aside, and the copy is gone on with', async () => {
    const { terminal, home, broken } = await damaged();
    terminal.send(keys.enter);
    await terminal.until(([head = '']) => head.includes(' saved '));
    await terminal.until(focusOn('Approver'));
    expect(aside(home)).toEqual(['rollout.damaged-2026-11-23.json']);
    expect(readFileSync(place(home, 'rollout.damaged-2026-11-23.json'), 'utf8')).toBe(broken);
    await typeAndEnter(terminal, 'Ana Trujillo');
    await terminal.until(focusOn('Window'));
    const { answers } = onDisk(home).stated;
    expect(answers).toMatchObject({ 'deployment.owner': 'Maria Anders', 'deployment.approver': 'Ana Trujillo' });
  });

  it('is left alone where one goes back', async () => {
    const { terminal, home, broken } = await damaged();
    await pressUntil(terminal, keys.down, (focus) => focus.startsWith('Back'));
    terminal.send(keys.enter);
    await terminal.until('Start a rollout');
    expect(readFileSync(place(home, 'rollout.json'), 'utf8')).toBe(broken);
  });
});

it('does not touch what a later version saved, and says so', async () => {
  const home = await answered();
  const newer = readFileSync(place(home, 'rollout.json'), 'utf8').replace('"schemaVersion":1', '"schemaVersion":2');
  writeFileSync(place(home, 'rollout.json'), newer);
  const terminal = open(home);
  await terminal.until('was saved by a later skypefed');
  terminal.send(keys.enter);
  await terminal.until('Start a rollout');
  terminal.send(keys.ctrl('c'));
  await terminal.exited;
  expect(readFileSync(place(home, 'rollout.json'), 'utf8')).toBe(newer);
  expect(aside(home)).toEqual([]);
});

describe.each(['SIGTERM', 'SIGHUP'] as const)('%s', (signal) => {
  it('gives the screen back; what was accepted is there, and the rollout opens again', async () => {
    const home = await begun();
    const terminal = open(home);
    await answerBoth(terminal);
    terminal.send('Sat');
    await terminal.until('Sat');
    terminal.kill(signal);
    const { code, signal: by } = await terminal.exited;
    // Ended by the signal, or with the code that a shell gives to that.
    expect([128 + (by ?? 0), code]).toContain(signal === 'SIGTERM' ? 143 : 129);
    expect(terminal.modes()).toEqual({ alternate: false, bracketedPaste: false });
    expect(onDisk(home).stated.answers).toMatchObject({ 'deployment.approver': 'Thomas Hardy' });
    const again = open(home);
    await again.until(focusOn('Window'));
  });
});
