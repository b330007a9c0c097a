import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Library, Opened, OpenHow, Rollout, Saved, Summary } from '../../src/model/index.ts';
import { createStore, type Store } from '../../src/screens/store.ts';
import type { KeyName } from '../../src/screens/text/input.ts';
import { newRollout } from '../../src/state/index.ts';
import { around } from './play.ts';

/** Rollouts that are kept in memory, on a disk that can be made to fail. */
class Shelf implements Library {
  folder = '/shelf';
  kept = new Map<string, Rollout>();
  journal: string[] = [];
  failing: string | undefined;
  opened: OpenHow[] = [];

  list(): readonly Summary[] {
    return [...this.kept.values()].map((rollout) => ({
      id: rollout.id,
      organisation: rollout.id,
      folder: this.folder,
      rollout,
    }));
  }

  async create({ organisation }: { organisation: string }): Promise<Opened> {
    const begun = newRollout({ id: organisation.toLowerCase(), at: around.now(), by: 'ana' });
    return this.#open({ ...begun, answers: { 'deployment.organisation': organisation } });
  }

  async open(id: string, how: OpenHow): Promise<Opened> {
    this.opened.push(how);
    const rollout = this.kept.get(id);
    return rollout ? this.#open(rollout) : { state: 'unusable', said: 'It is gone.' };
  }

  async adopt(rollout: Rollout): Promise<Opened> {
    return this.#open(rollout);
  }

  remove(id: string) {
    this.kept.delete(id);
    return { removed: `/shelf/removed-${id}` };
  }

  exportFolder(): string | undefined {
    return undefined;
  }

  rememberExportFolder(): void {}

  #open(rollout: Rollout): Opened {
    this.kept.set(rollout.id, rollout);
    const saved: Saved = {
      ...{ folder: `/shelf/${rollout.id}`, rollout, readOnly: false },
      save: (next) => {
        this.journal.push(this.failing === undefined ? 'saved' : 'failed');
        if (this.failing !== undefined) return { failed: this.failing };
        this.kept.set(next.id, next);
        return { saved: around.now() };
      },
      close: () => this.journal.push('closed'),
    };
    return { state: 'open', saved };
  }
}

let shelf: Shelf;
let store: Store;

function press(...keys: readonly (KeyName | `'${string}`)[]): void {
  for (const key of keys)
    store.press(key.startsWith("'") ? { key: 'text', text: key.slice(1) } : { key: key as KeyName });
}

/** Lets what was opened arrive. */
const settle = () => vi.waitFor(() => expect(store.session().open).toBeDefined());

beforeEach(async () => {
  shelf = new Shelf();
  store = createStore({ command: 'skypefed', library: shelf, around, size: { columns: 80, rows: 24 } });
  press('enter', "'Contoso", 'enter');
  await settle();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('saving', () => {
  test('what is accepted is on the disk before anybody can draw it', () => {
    press('enter');
    store.subscribe(() => {
      const { open } = store.session();
      if (open) shelf.journal.push(open.rollout === shelf.kept.get('contoso') ? 'drawn as saved' : 'drawn before');
    });
    press("' AG", 'enter');
    expect(shelf.kept.get('contoso')?.answers['deployment.organisation']).toBe('Contoso AG');
    expect(shelf.journal).not.toContain('drawn before');
    expect(shelf.journal.filter((one) => one === 'saved')).toHaveLength(1);
  });

  test('what is typed and not accepted is not written', () => {
    press('enter', "' AG", 'function', 'escape');
    expect(shelf.journal).toEqual([]);
  });

  test('while it fails it is tried again, all that was answered meanwhile included', () => {
    vi.useFakeTimers();
    shelf.failing = 'the disk is full';
    press('enter', "' AG", 'enter');
    expect(store.session().open?.saving.failing?.said).toBe('the disk is full');
    vi.advanceTimersByTime(2000);
    expect(shelf.journal).toEqual(['failed', 'failed']);
    shelf.failing = undefined;
    vi.advanceTimersByTime(2000);
    expect(store.session().open?.saving.failing).toBeUndefined();
    expect(shelf.kept.get('contoso')?.answers['deployment.organisation']).toBe('Contoso AG');
    vi.advanceTimersByTime(10_000);
    expect(shelf.journal.at(-1)).toBe('saved');
    expect(shelf.journal).toHaveLength(3);
  });
});

describe('opening', () => {
  test('keys that come meanwhile are for the screen that it opens to', async () => {
    press('escape', 'escape');
    expect(store.session().place.at).toBe('home');
    press('enter', 'escape', "'rev", 'enter');
    expect(store.session().place.at).toBe('home');
    await settle();
    expect(store.session().place.at).toBe('review');
  });

  test('the lock is given back at home, and when the program is left', async () => {
    press('escape', 'escape');
    expect(shelf.journal).toEqual(['closed']);
    press('enter');
    await settle();
    press('ctrl-c');
    expect(shelf.journal).toEqual(['closed', 'closed']);
    await expect(store.exit).resolves.toMatchObject({ code: 130 });
  });

  test('what cannot be opened says why', async () => {
    press('escape', 'escape');
    shelf.kept.clear();
    press('enter');
    await vi.waitFor(() => expect(store.session().place.at).toBe('trouble'));
    press('escape');
    expect(store.session().place.at).toBe('home');
  });

  test('after it was left, keys do nothing', () => {
    press('ctrl-c');
    const session = store.session();
    press('enter', "'x", 'ctrl-c');
    expect(store.session()).toBe(session);
  });
});

test('a rollout that was removed says where its folder is kept', () => {
  press('escape', 'escape', 'ctrl-d', 'down', "'contoso", 'enter');
  expect(shelf.kept.size).toBe(0);
  expect(store.session().notice?.text).toBe('Its folder is kept as /shelf/removed-contoso.');
  expect(store.session().summaries).toEqual([]);
});

test('a redraw is asked of whoever draws', () => {
  const redraw = vi.fn();
  store.onRedraw(redraw);
  press('ctrl-l');
  expect(redraw).toHaveBeenCalledOnce();
});
