import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { OpenHow } from '../../../src/model/index.ts';
import { openLibrary } from '../../../src/state/store.ts';
import { buildProgram, type Program } from '../../../tools/program.ts';
import { clockwork, savedOf } from '../around.ts';
import { answer, Contoso, ownerOf } from './contoso.ts';

let contoso: Contoso;

beforeEach(() => {
  contoso = new Contoso();
});

describe('the lock', () => {
  const held = (host: string, pid: number) =>
    writeFileSync(
      contoso.place('lock'),
      JSON.stringify({ host, pid, user: 'maria', since: '2025-11-23T09:12:00.000Z', key: 'x' }),
    );

  test('names who holds it; nobody else opens it for writing', async () => {
    savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    expect(await contoso.library.open('contoso', 'write')).toEqual({
      state: 'locked',
      holder: { host: hostname(), pid: process.pid, user: 'ana', since: expect.stringMatching(/^2025-11-23T09:/) },
    });
  });

  test('of another computer is respected, be its process dead or not', async () => {
    await contoso.with();
    held('DESKTOP-7', 4);
    expect(await contoso.library.open('contoso', 'write')).toMatchObject({
      state: 'locked',
      holder: { host: 'DESKTOP-7' },
    });
  });

  test.each(['', 'no JSON', '{}', '{"host":1}'])('that says nothing (%j) is taken over silently', async (text) => {
    await contoso.with('Maria Anders');
    writeFileSync(contoso.place('lock'), text);
    expect(ownerOf(await contoso.reopened())).toBe('Maria Anders');
  });

  test('that somebody deleted is made anew at the next save', async () => {
    const saved = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    rmSync(contoso.place('lock'));
    expect(saved.save(answer(saved.rollout, 'Maria Anders'))).toHaveProperty('saved');
    expect((await contoso.library.open('contoso', 'write')).state).toBe('locked');
  });

  test('taken over: the old window is told by whom, saves no more, and does not give back what is not its own', async () => {
    const old = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    const other = openLibrary({ folder: contoso.folder, around: clockwork('maria') });
    const taker = savedOf(await other.open('contoso', 'take-over'));
    expect(taker.save(answer(taker.rollout, 'Maria Anders'))).toHaveProperty('saved');
    const lost = { lost: expect.objectContaining({ user: 'maria', pid: process.pid }) };
    expect(old.readOnly).toBe(false);
    expect(old.save(answer(old.rollout, 'Thomas Hardy'))).toEqual(lost);
    expect(old.readOnly).toBe(true);
    taker.close();
    expect(old.save(answer(old.rollout, 'Thomas Hardy'))).toEqual(lost);
    expect(ownerOf(await contoso.reopened())).toBe('Maria Anders');
    const again = savedOf(await contoso.library.open('contoso', 'write'));
    old.close();
    expect(existsSync(contoso.place('lock'))).toBe(true);
    again.close();
  });

  test('is not asked for by who only reads, and not left behind', async () => {
    await contoso.with('Maria Anders');
    held('DESKTOP-7', 4);
    const before = contoso.contents();
    const saved = savedOf(await contoso.library.open('contoso', 'read-only'));
    expect(saved.readOnly).toBe(true);
    expect(ownerOf(saved.rollout)).toBe('Maria Anders');
    expect(saved.save(answer(saved.rollout, 'Thomas Hardy'))).toHaveProperty('failed');
    saved.close();
    expect(contoso.contents()).toEqual(before);
  });

  test('that cannot be made leaves the rollout readable, and says so', async () => {
    await contoso.with('Maria Anders');
    mkdirSync(contoso.place('lock'));
    expect(await contoso.library.open('contoso', 'write')).toEqual({
      state: 'unusable',
      readable: true,
      said: `contoso cannot be changed: a folder stands where a file belongs (EISDIR). It is in ${contoso.place()}.`,
    });
    expect(ownerOf(await contoso.reopened('read-only'))).toBe('Maria Anders');
  });
});

describe('another process', () => {
  type Window = { child: ChildProcess; next(): Promise<Record<string, unknown>>; ended: Promise<unknown> };

  let program: Program;

  beforeAll(async () => {
    program = await buildProgram('test/state/store/holder.ts');
  });

  afterAll(() => program.remove());

  function window(how: OpenHow = 'write'): Window {
    const child = spawn(process.execPath, [program.file, contoso.folder, 'contoso', how], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    return {
      child,
      async next() {
        const { done, value } = await lines.next();
        return done ? { ended: true } : JSON.parse(value);
      },
      ended: new Promise((resolve) => child.once('exit', resolve)),
    };
  }

  test('that lives is named; when it ends, the rollout is free', async () => {
    await contoso.with();
    const other = window();
    expect(await other.next()).toEqual({ state: 'open' });
    expect(await contoso.library.open('contoso', 'write')).toMatchObject({
      state: 'locked',
      holder: { host: hostname(), pid: other.child.pid, user: 'maria' },
    });
    other.child.stdin?.end('close\n');
    await other.ended;
    expect((await contoso.reopened()).id).toBe('contoso');
  });

  test('whose rollout we take over reads only from then on', async () => {
    await contoso.with();
    const other = window();
    await other.next();
    other.child.stdin?.write('save\n');
    expect(await other.next()).toHaveProperty('saved');
    const taker = savedOf(await contoso.library.open('contoso', 'take-over'));
    expect(ownerOf(taker.rollout)).toMatch(/^Maria Anders/);
    taker.save(answer(taker.rollout, 'Ana Trujillo'));
    other.child.stdin?.write('save\n');
    expect(await other.next()).toMatchObject({ lost: { user: 'ana', pid: process.pid } });
    taker.close();
    expect(ownerOf(await contoso.reopened())).toBe('Ana Trujillo');
  });

  test('that was killed holds nothing: its rollout is opened without a question', async () => {
    await contoso.with();
    const other = window();
    await other.next();
    other.child.kill('SIGKILL');
    await other.ended;
    expect(existsSync(contoso.place('lock'))).toBe(true);
    expect((await contoso.reopened()).id).toBe('contoso');
  });

  test('that is killed while it saves leaves a whole rollout, and nothing that was saved is lost', async () => {
    await contoso.with();
    for (let round = 1; round <= 8; round++) {
      const other = window();
      expect(await other.next()).toEqual({ state: 'open' });
      other.child.stdin?.write('run\n');
      let acknowledged = 0;
      for (let n = 0; n < round * 3; n++) acknowledged = Number((await other.next()).events);
      other.child.kill('SIGKILL');
      await other.ended;
      for (let line = await other.next(); !line.ended; line = await other.next()) acknowledged = Number(line.events);
      const { events, people } = await contoso.reopened();
      expect(events.length).toBeGreaterThanOrEqual(acknowledged);
      expect(people.length).toBeGreaterThanOrEqual(events.filter(({ type }) => type === 'person-changed').length);
      expect(readdirSync(contoso.place()).filter((name) => name.includes('.tmp-'))).toEqual([]);
    }
  });
});
