import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../../src/screens/draw.ts';
import { plain, widthOf } from '../../src/screens/look/lines.ts';
import { lookOf } from '../../src/screens/look/theme.ts';
import type { Place } from '../../src/screens/session/session.ts';
import type { Key, KeyName } from '../../src/screens/text/input.ts';
import { steps } from '../../src/steps/index.ts';
import { answered, Play, people, playRollout } from './play.ts';

const look = lookOf({ colour: false, ascii: false });
const ascii = lookOf({ colour: false, ascii: true });
const sizes = [
  { columns: 50, rows: 20 },
  { columns: 60, rows: 20 },
  { columns: 70, rows: 30 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];

/** At most one line less than the window has, none wider, the cursor inside, and one sign for where the keyboard is. */
function expectWithin(play: Play): void {
  const { columns, rows } = play.size;
  const { lines, cursor } = draw(play.session, play.moments, look);
  expect(lines.length).toBeLessThanOrEqual(rows - 1);
  // One assertion a screen: one for each of its lines takes longer than drawing it.
  expect(lines.filter((one) => widthOf(one) >= columns).map(plain)).toEqual([]);
  if (cursor) {
    expect(cursor.x).toBeLessThan(columns);
    expect(cursor.y).toBeLessThan(lines.length);
  }
  const texts = lines.map(plain);
  const marked = texts.filter((one) => one.includes('►'));
  expect(marked.length, texts.join('\n')).toBe(play.session.why === undefined ? 1 : 0);
}

/** Each line in turn has the keyboard, from the first to the last. */
function walkDown(play: Play): void {
  for (let before = ''; before !== JSON.stringify(play.session.desks); ) {
    before = JSON.stringify(play.session.desks);
    expectWithin(play);
    // A telling is scrolled a line a key; one key leads past it.
    play.press(play.focus.item === 'telling' ? 'tab' : 'down');
  }
}

const states = {
  'nothing answered': playRollout,
  'all answered': () =>
    playRollout({
      answers: answered,
      people,
      tasks: { 'edge.dns-published': { state: 'waiting', since: '2026-11-21' } },
    }),
  'three scopes': () =>
    playRollout({
      answers: {
        ...answered,
        'access-policy.scope': 'user',
        'access-policy.users': ['ana@contoso.com'],
        'registration.way': 'form',
        'client-policy.scope': 'global',
      },
      people,
    }),
};

const pages = steps.flatMap((step) => step.pages.map((page): Place => ({ at: 'page', step: step.id, page: page.id })));
const others: readonly Place[] = [
  { at: 'steps' },
  { at: 'steps', from: { at: 'page', step: 'edge', page: 'access-edge' } },
  { at: 'review' },
  { at: 'plan' },
  { at: 'export' },
  { at: 'resume' },
];

describe.each(Object.entries(states))('with %s', (_, begin) => {
  test.each([...pages, ...others].map((place) => [Object.values(place).join(' '), place] as const))(
    '%s',
    (_name, place) => {
      for (const size of sizes) {
        const play = begin();
        play.size = size;
        play.session = { ...play.session, place };
        for (let line = 0; line < 14; line++) {
          expectWithin(play);
          play.press('down');
        }
        expectWithin(play.press('function'));
      }
    },
  );
});

const summaries = [
  { id: 'contoso', organisation: 'Contoso', folder: 'x', rollout: states['all answered']().rollout },
  { id: 'fabrikam', organisation: 'A name that is longer than any column should be made for it', folder: 'x' },
];
const holder = { host: 'DESKTOP-7', pid: 7, user: 'maria', since: '2026-11-22T08:12:00.000Z' };
const outside: readonly Place[] = [
  { at: 'home' },
  { at: 'new' },
  { at: 'import' },
  { at: 'remove', id: 'contoso', organisation: 'Contoso' },
  { at: 'trouble', id: 'contoso', organisation: 'Contoso', trouble: { state: 'locked', holder } },
  {
    ...{ at: 'trouble', id: 'contoso', organisation: 'Contoso' },
    trouble: {
      state: 'damaged',
      said: 'It is empty.',
      kept: 'rollout.damaged-2026-11-23.json',
      copy: { savedAt: '2026-11-21T16:39:00.000Z', lacks: 'the last answer' },
    },
  },
  {
    at: 'trouble',
    id: 'contoso',
    organisation: 'Contoso',
    trouble: { state: 'newer', said: 'A later version wrote it.' },
  },
];

test.each([
  ['the first run', []],
  ['two rollouts', summaries],
])('outside of a rollout: %s', (_, known) => {
  for (const place of outside) {
    for (const size of sizes) {
      const play = new Play(known);
      play.size = size;
      play.session = { ...play.session, place };
      walkDown(play);
      expect(play.lines(ascii).join('\n')).toMatch(/^[\n\x20-\x7e]*$/);
    }
  }
});

test('that Skype is closed is in sight at home, on every window and at every line', () => {
  for (const known of [[], summaries]) {
    for (const size of sizes) {
      const play = new Play(known);
      play.size = size;
      for (let line = 0; line < 3; line++) {
        expect(play.screen().replace(/\s+/g, ' ')).toContain('Consumer Skype closed on 5 May 2025');
        play.press('down');
      }
    }
  }
});

test('every person has a screen', () => {
  for (const size of sizes) {
    const play = states['all answered']();
    play.size = size;
    for (const person of ['p1', 'p2', 'new']) {
      play.session = { ...play.session, place: { at: 'person', step: 'contacts', page: 'people', person } };
      walkDown(play);
    }
  }
});

test('a window that is too small says how large it must be', () => {
  const play = playRollout();
  for (const size of [
    { columns: 49, rows: 24 },
    { columns: 80, rows: 19 },
    { columns: 20, rows: 5 },
    { columns: 3, rows: 1 },
  ]) {
    play.size = size;
    const { lines } = draw(play.session, play.moments, look);
    expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
    for (const one of lines) expect(widthOf(one)).toBeLessThanOrEqual(Math.max(1, size.columns - 1));
  }
  play.size = { columns: 49, rows: 24 };
  expect(play.screen().replace(/\s+/g, ' ')).toBe(
    'This needs a window of 50 by 20; it is 49 by 24. Nothing is lost. Make it larger, or Ctrl+C leaves.',
  );
});

test('in ASCII every sign has its twin', () => {
  for (const place of [...pages, ...others]) {
    const play = states['all answered']();
    play.session = { ...play.session, place };
    for (let line = 0; line < 6; line++) {
      expect(play.press('down').lines(ascii).join('\n')).toMatch(/^[\n\x20-\x7e]*$/);
    }
  }
});

const named: readonly KeyName[] = [
  ...(['enter', 'escape', 'tab', 'back-tab', 'up', 'down', 'left', 'right', 'page-up', 'page-down'] as const),
  ...(['home', 'end', 'delete', 'backspace', 'function', 'ctrl-d', 'ctrl-u', 'ctrl-w', 'ctrl-z', 'ctrl-left'] as const),
];
const key: fc.Arbitrary<Key> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...named).map((name): Key => ({ key: name })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(' ', 'y', 'n', 'k', 'w', 'd', 'a', 'contoso.com', 'sip.contoso.com', '2026-11-20')
      .map((text): Key => ({ key: 'text', text })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('fabrikam.com\nadatum.com', 'x\r\n').map((text): Key => ({ key: 'paste', text })),
  },
);

test('whatever is pressed, a screen comes out that fits, and the rollout stays in order', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(states)),
      fc.constantFrom(...[...pages, ...others]),
      fc.constantFrom(...sizes),
      fc.array(key, { maxLength: 40 }),
      (begin, place, size, keys) => {
        const play = begin();
        play.size = size;
        play.session = { ...play.session, place };
        for (const one of keys) {
          // Home is another's test: from there a file would have to be opened.
          if (play.session.place.at === 'home') return;
          play.key(one);
          expectWithin(play);
        }
      },
    ),
    { numRuns: 150 },
  );
});
