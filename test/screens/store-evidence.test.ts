import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore, type Store } from '../../src/screens/store.ts';
import type { KeyName } from '../../src/screens/text/input.ts';
import { openLibrary } from '../../src/state/store.ts';
import { freshFolder, savedOf } from '../state/around.ts';
import { evidenceFile } from '../state/evidence-file.ts';
import { around } from './play.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = freshFolder();
  const library = openLibrary({ folder: join(folder, 'home'), around });
  savedOf(await library.create({ organisation: 'Contoso' })).close();
  store = createStore({ command: 'skypefed', library, around, size: { columns: 80, rows: 24 } });
});

function press(...keys: readonly (KeyName | `'${string}`)[]): void {
  for (const key of keys)
    store.press(key.startsWith("'") ? { key: 'text', text: key.slice(1) } : { key: key as KeyName });
}

/** Hands over a file of evidence as a person does it at home. */
function handOver(values: object = {}): string {
  const path = join(folder, 'evidence-FE01.json');
  writeFileSync(path, JSON.stringify(evidenceFile(values)));
  press('down', 'down', 'enter', `'${path}`, 'enter');
  return path;
}

describe('evidence that is handed over at home', () => {
  test('goes into its rollout, which is opened with it', async () => {
    handOver();
    await vi.waitFor(() =>
      expect(store.session().notice?.text).toContain('Taken in: what was seen on FE01, 3 Nov 2025'),
    );
    expect(store.session().open).toMatchObject({ id: 'contoso', rollout: { evidence: [{ computer: 'FE01' }] } });
    expect(readdirSync(join(folder, 'home', 'rollouts', 'contoso', 'evidence'))).toHaveLength(1);
  });

  test('is saved with what is answered after it', async () => {
    handOver();
    await vi.waitFor(() => expect(store.session().open).toBeDefined());
    press("' AG", 'enter');
    const library = openLibrary({ folder: join(folder, 'home'), around });
    expect(library.list()[0]?.rollout?.evidence).toHaveLength(1);
    expect(store.session().open?.saving).not.toHaveProperty('failing');
  });

  test('of a rollout that is not here is not taken, and it is said why', () => {
    handOver({ rollout: 'adatum' });
    const [failed] = Object.values(store.session().drafts);
    expect(failed?.failed?.said).toContain('is evidence of the rollout adatum, which is not here');
  });

  test('that cannot be kept opens nothing, and it is said why', async () => {
    mkdirSync(join(folder, 'home', 'rollouts', 'contoso'), { recursive: true });
    writeFileSync(join(folder, 'home', 'rollouts', 'contoso', 'evidence'), '');
    handOver();
    await vi.waitFor(() => expect(store.session().place.at).toBe('trouble'));
    expect(JSON.stringify(store.session().place)).toContain('was not taken into contoso');
  });
});
