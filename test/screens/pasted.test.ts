import { Terminal } from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { draw } from '../../src/screens/draw.ts';
import { plain, widthOf } from '../../src/screens/look/lines.ts';
import { lookOf } from '../../src/screens/look/theme.ts';
import { unseen } from '../words/unseen.ts';
import { answered, Play, people, playRollout } from './play.ts';

const look = lookOf({ colour: false, ascii: false });

const begun = () => playRollout({ answers: answered, people });
const places: Readonly<Record<string, () => Play>> = {
  'a line': () => begun().goTo('deployment', 'change').at('deployment.owner'),
  'a list': () => begun().goTo('deployment', 'servers').at('deployment.sip-domains').press('end'),
  'a record': () => begun().goTo('edge', 'access-edge').at('edge.pools'),
  'a new rollout': () => new Play().press('enter'),
  'a folder': () => {
    const play = begun();
    play.session = { ...play.session, place: { at: 'export' } };
    return play.at('export/folder');
  },
};

/** What it looks like on a terminal: how many cells a text takes there. */
async function columnsOf(text: string, terminal: Terminal): Promise<number> {
  await new Promise<void>((resolve) => terminal.write(`\r\u001b[2K${text}`, resolve));
  return terminal.buffer.active.cursorX;
}

const seen = fc.constantFrom('a', 'Z', '9', '@', '.', ' ', 'é', 'e\u0301', '漢', '한', '\u0645\u06cc\u200c\u062e');
const pasted = fc.string({ unit: fc.oneof(unseen, seen), maxLength: 90 });

describe.each(Object.entries(places))('whatever is pasted into %s', (_, place) => {
  test('nothing but what is seen is drawn, as wide as it is said to be, and the cursor where the text ends', async () => {
    const terminal = new Terminal({ cols: 200, rows: 2, allowProposedApi: true });
    const size = fc.constantFrom({ columns: 60, rows: 20 }, { columns: 80, rows: 24 }, { columns: 120, rows: 40 });
    const asked = fc.asyncProperty(
      pasted,
      size,
      fc.constantFrom('left', 'enter', 'tab', 'end'),
      async (text, window, key) => {
        const play = place();
        play.size = window;
        for (const step of [() => play.key({ key: 'paste', text }), () => play.press(key as 'left')]) {
          step();
          const { lines, cursor } = draw(play.session, play.moments, look);
          for (const one of lines) {
            expect(plain(one)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
            expect(widthOf(one)).toBeLessThan(window.columns);
          }
          const here = plain(lines[cursor?.y ?? 0] ?? []);
          expect(await columnsOf(here, terminal)).toBe(widthOf([{ text: here }]));
          const tag = /^(.*) {3}draft$/.exec(here)?.[1];
          if (tag !== undefined && key === 'end') expect(await columnsOf(tag, terminal)).toBe(cursor?.x);
        }
      },
    );
    await fc.assert(asked, { numRuns: 60 });
  });
});

describe('a paste into one line', () => {
  const owner = () => playRollout({ answers: answered }).goTo('deployment', 'change').at('deployment.owner');

  it.each([
    ['Maria\tAnders', 'Maria□Anders', 'A tab stands after "Maria": take it out.'],
    ['Maria\r\nAnders', 'Maria□Anders', 'A line end stands after "Maria": take it out.'],
    ['Maria\u001b[31m', 'Maria□[31m', 'An escape code stands after "Maria": take it out.'],
  ])('%j stays as it is, is told at once and until it is corrected, and is not accepted', (text, shown, said) => {
    const play = owner().key({ key: 'paste', text });
    expect(play.here).toMatch(new RegExp(`^Owner +${shown.replace('[', '\\[')} +draft$`));
    const told = () => play.screen().replace(/\s+/g, ' ');
    expect(told()).toContain(`× ${said} Expected: a name, such as`);
    play.press('end', "'x");
    expect(told()).toContain(`× ${said}`);
    play.press('enter');
    expect(play.here).toMatch(/^Owner .+ draft$/);
    expect(play.rollout.answers).not.toHaveProperty('deployment.owner');
    play.press('home', ...Array.from({ length: 5 }, () => 'right' as const), 'delete');
    expect(told()).not.toContain('×');
    play.press("' ", 'enter');
    expect(play.rollout.answers['deployment.owner']).toBe(`${shown.replace('□', ' ')}x`);
  });

  it.each(['Maria Anders\r\n', 'Maria Anders\n', ' Maria Anders ', '\tMaria Anders\t'])('%j is no error', (text) => {
    const play = owner().key({ key: 'paste', text });
    expect(play.screen()).not.toContain('×');
    play.press('enter');
    expect(play.rollout.answers['deployment.owner']).toBe('Maria Anders');
  });

  it('stands with a sign elsewhere, too, and with another one in ASCII', () => {
    const play = owner().key({ key: 'paste', text: 'Maria\tAnders' }).press('tab');
    expect(play.screen()).toMatch(/× Owner +Maria□Anders +draft/);
    expect(play.lines(lookOf({ colour: false, ascii: true })).join('\n')).toMatch(/X Owner +Maria\?Anders +draft/);
  });
});

it('in a list each line is an item, and one with such a character is told and waits', () => {
  const play = playRollout().goTo('deployment', 'servers').at('deployment.sip-domains');
  play.key({ key: 'paste', text: 'contoso.com\r\nfabri\u200bkam.com\r\n\r\nadatum.com\t\r\n' });
  expect(play.rollout.answers['deployment.sip-domains']).toEqual(['contoso.com', 'adatum.com']);
  expect(play.screen()).toContain('2 fabri□kam.com');
  expect(play.screen().replace(/\s+/g, ' ')).toContain(
    '× An invisible character (U+200B) stands after "fabri": take it out.',
  );
});

it('a path and a name to be removed are not taken with such a character', () => {
  const play = new Play().press('down', 'enter').key({ key: 'paste', text: '\u202aC:\\answers.json' }).press('enter');
  expect(play.effects).toEqual([]);
  expect(play.screen().replace(/\s+/g, ' ')).toContain(
    '× A mark (U+202A) that turns the direction of text stands at the start: take it out. Expected: the path of a file, such as answers.json.',
  );
  play.press('home', 'delete', 'enter');
  expect(play.effects).toEqual([{ do: 'import', path: 'C:\\answers.json' }]);
});
