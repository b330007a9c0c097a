import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'ink-testing-library';
import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Library } from '../../src/model/index.ts';
import { lookOf } from '../../src/screens/look/theme.ts';
import { Root } from '../../src/screens/root.tsx';
import { createStore, type Store } from '../../src/screens/store.ts';
import { newRollout } from '../../src/state/index.ts';
import { openLibrary } from '../../src/state/store.ts';
import { answered, around, people } from './play.ts';

let home: string;
let library: Library;
let store: Store;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'skypefed-rendered-'));
  library = openLibrary({ folder: home, around });
  const begun = newRollout({ id: 'contoso', at: around.now(), by: 'ana' });
  const answers = { 'deployment.organisation': 'Contoso', ...answered };
  const tasks = { 'edge.dns-published': { state: 'waiting', since: '2014-11-03' } } as const;
  const adopted = await library.adopt({ ...begun, answers, people, tasks });
  if (adopted.state === 'open') adopted.saved.close();
  store = createStore({ library, around, size: { columns: 100, rows: 24 }, command: 'skypefed' });
});

afterEach(() => {
  store.press({ key: 'ctrl-c' });
  rmSync(home, { recursive: true, force: true });
});

/** The last frame that Ink drew of what the store shows. */
function frame(): string {
  const { lastFrame, unmount } = render(createElement(Root, { store, look: lookOf({ colour: false, ascii: false }) }));
  const text = lastFrame() ?? '';
  unmount();
  return text;
}

test('home', () => {
  expect(frame()).toMatch(/► Contoso +Lync Server 2013 +\d of 8/);
});

describe('from home', () => {
  const down = { key: 'down' } as const;
  const enter = { key: 'enter' } as const;

  test.each([
    ['a new rollout', [down, enter], 'Organisation'],
    ['a file to open', [down, down, enter], 'an exported rollout or evidence'],
    ['a rollout to remove', [{ key: 'ctrl-d' }], 'Remove Contoso'],
    ['why', [{ key: 'function' }], 'Consumer Skype closed on 5 May 2025, and'],
  ] as const)('%s', (_, keys, shown) => {
    const before = frame();
    for (const key of keys) store.press(key);
    expect(frame()).toContain(shown);
    expect(frame()).not.toBe(before);
  });

  test('what waits, on coming back', async () => {
    await store.open('contoso');
    expect(frame()).toContain('DNS records published');
    expect(frame()).toContain('3 Nov 2014');
  });

  test('another window that has it', async () => {
    const held = await library.open('contoso', 'write');
    await store.open('contoso');
    expect(frame()).toMatch(/is open in another window.*Read only.*Try again.*Take over/s);
    if (held.state === 'open') held.saved.close();
  });
});

describe('in a rollout', () => {
  beforeEach(() => store.open('contoso'));

  test.each([
    ['dep', 'What can still be had'],
    ['edg', 'The Access Edge'],
    ['reg', 'Being known'],
    ['acc', 'External access policy'],
    ['sky', 'Provider'],
    ['cli', 'policy'],
    ['con', 'People on Skype'],
    ['rev', 'Go on to the plan'],
    ['pla', 'Go on to the export'],
    ['exp', 'Will be written'],
  ])('%s', (letters, shown) => {
    for (let i = 0; i < 3 && store.session().place.at !== 'steps'; i++) store.press({ key: 'escape' });
    expect(frame()).toMatch(/► \w+/);
    store.press({ key: 'home' });
    store.press({ key: 'text', text: letters });
    store.press({ key: 'enter' });
    const lines = frame().split('\n');
    expect(lines.join('\n')).toContain(shown);
    for (const one of lines) expect(one.length).toBeLessThan(100);
    expect(lines.at(-1)).toMatch(/F1 why +Ctrl\+C/);
  });

  test('a person', () => {
    for (let i = 0; i < 3 && store.session().place.at !== 'steps'; i++) store.press({ key: 'escape' });
    store.press({ key: 'text', text: 'con' });
    for (let i = 0; i < 6 && store.session().place.at !== 'person'; i++) store.press({ key: 'enter' });
    expect(store.session().place.at).toBe('person');
    expect(frame()).toMatch(/► .*Name/);
  });
});
