import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, makeReadOnly, smallDisk } from '../../disks.ts';
import {
  changesOf,
  type Engine,
  hasDotnet,
  type RunOptions,
  type Store,
  sharedEngine,
  startEngine,
  textOf,
} from '../engine.ts';
import { contoso, runCommands } from './contoso.ts';

const EDGE = 'edge01.contoso.local';

describe.skipIf(!hasDotnet())('what can go wrong on the fake server', () => {
  let engine: Engine;
  let folder: string;

  beforeAll(async () => {
    engine = await sharedEngine();
    folder = mkdtempSync(join(tmpdir(), 'faults-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (commands: string | readonly string[], store?: Store, rest?: Partial<RunOptions>) =>
    runCommands(engine, commands, store, rest);
  const enabled = ({ publicProviders }: Store) => publicProviders.map(({ Enabled }) => Enabled);

  describe('a process that ends', () => {
    const commands = (name: string) => [
      'try {',
      "  foreach ($name in 'Messenger', 'AIM', 'Yahoo!') { Enable-CsPublicProvider -Identity $name -Confirm:$false; $name }",
      '}',
      "catch { 'caught' }",
      `finally { 'finally'; [IO.File]::WriteAllText('${join(folder, name)}', 'written') }`,
    ];

    it('is gone before a changing call took effect: no catch, no finally', async () => {
      const result = await run(commands('before'), contoso(), { endAt: { call: 2, made: false } });
      expect(result).toMatchObject({ ended: true, exitCode: 137, terminated: null });
      expect(textOf(result)).toBe('Messenger');
      expect(changesOf(result).map(({ outcome }) => outcome)).toEqual(['done', 'ended']);
      expect(enabled(result.store)).toEqual([true, false, false]);
      expect(existsSync(join(folder, 'before'))).toBe(false);
    });

    it('is gone after it took effect, and nobody was told', async () => {
      const result = await run(commands('after'), contoso(), { endAt: { call: 2, made: true } });
      expect(result.ended).toBe(true);
      expect(textOf(result)).toBe('Messenger');
      expect(enabled(result.store)).toEqual([true, true, false]);
      expect(existsSync(join(folder, 'after'))).toBe(false);
    });

    it('goes on where that call never comes, and the next run starts afresh', async () => {
      const result = await run(commands('whole'), contoso(), { endAt: { call: 4, made: false } });
      expect(result).toMatchObject({ ended: false, exitCode: 0 });
      expect(textOf(result)).toBe('Messenger\nAIM\nYahoo!\nfinally');
      expect(existsSync(join(folder, 'whole'))).toBe(true);
    });

    it('takes its limit with it', async () => {
      const result = await run('while ($true) { }', contoso(), { endAt: { call: 1, made: false }, limitMs: 300 });
      expect(result).toMatchObject({ ended: false, terminated: { message: expect.stringContaining('Stopped') } });
    });

    it('leaves nothing behind that keeps the engine from ending', async () => {
      const apart = await startEngine();
      await runCommands(apart, commands('warm'), contoso());
      await runCommands(apart, commands('still'), contoso(), { endAt: { call: 1, made: false }, limitMs: 600 });
      await runCommands(apart, 'while ($true) { }', contoso(), { limitMs: 900 });
      await apart.stop();
    });

    it('can be the real one, after its answer', async () => {
      const apart = await startEngine();
      const result = await runCommands(apart, commands('real'), contoso(), {
        endAt: { call: 1, made: true, process: true },
      });
      expect(result.ended).toBe(true);
      expect(enabled(result.store)).toEqual([true, false, false]);
      await expect(runCommands(apart, '1')).rejects.toThrow('the engine has ended');
      await apart.stop();
      expect(existsSync(join(folder, 'real'))).toBe(false);
    });
  });

  describe('a disk', () => {
    const writers: readonly (readonly [what: string, command: (path: string) => string])[] = [
      ['[IO.File]', (path) => `[IO.File]::WriteAllText('${path}', 'x' * 5000)`],
      ['Set-Content', (path) => `Set-Content -Path '${path}' -Value ('x' * 5000)`],
      ['Export-Clixml', (path) => `'x' * 5000 | Export-Clixml -Path '${path}'`],
      ['Start-Transcript', (path) => `Start-Transcript -Path '${path}'`],
      ['Export-CsConfiguration', (path) => `Export-CsConfiguration -FileName '${path}'`],
    ];

    it.for(writers)('that is full takes nothing from %s', async ([, command], context) => {
      const disk = smallDisk(context);
      fill(disk, 0);
      const result = await run(command(join(disk, 'file')));
      expect(result.terminated?.message).toMatch(/No space left on device/i);
    });

    it.for(writers)('that can only be read takes nothing from %s', async ([, command], context) => {
      const disk = smallDisk(context);
      makeReadOnly(disk);
      const result = await run(command(join(disk, 'file')));
      expect(result.terminated?.message).toMatch(/Read-only file system/i);
      expect(readdirSync(disk)).toEqual([]);
    });
  });

  describe('a replica that is late', () => {
    const late = (rest: Partial<RunOptions> = {}) => ({ now: '2026-11-25T22:00:00Z', late: { [EDGE]: 60 }, ...rest });
    const upToDate = `(Get-CsManagementStoreReplicationStatus -ReplicaFqdn ${EDGE}).UpToDate`;
    const change = 'Enable-CsPublicProvider -Identity Messenger';

    it('is so at the start and after each change, until time has passed', async () => {
      const result = await run(
        [
          upToDate,
          'Start-Sleep -Seconds 60',
          upToDate,
          change,
          upToDate,
          'Start-Sleep 59',
          upToDate,
          'Start-Sleep 1',
          upToDate,
        ],
        contoso(),
        late(),
      );
      expect(textOf(result)).toBe('False\nTrue\nFalse\nFalse\nTrue');
    });

    it('is late by itself', async () => {
      const all =
        'Get-CsManagementStoreReplicationStatus | ForEach-Object { if (-not $_.UpToDate) { "$($_.ReplicaFqdn)" } }';
      expect(textOf(await run(all, contoso(), late()))).toBe(EDGE);
    });

    it('can be so for ever', async () => {
      const never = { late: { [EDGE]: 'for-ever' } } as const;
      expect(textOf(await run([`Start-Sleep -Seconds 86400`, upToDate], contoso(), never))).toBe('False');
    });

    it('is made to start again from the whole', async () => {
      const commands = ['Start-Sleep 60', 'Invoke-CsManagementStoreReplication', upToDate];
      expect(textOf(await run(commands, contoso(), late()))).toBe('False');
    });
  });
});
