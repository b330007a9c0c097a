import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contoso } from './exported.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { focusCount, focusOn } from './screen.ts';
import { openTerminal, type Size, type Terminal, type TerminalOptions } from './terminal.ts';
import { toStep } from './walk.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: attributes are control sequences
const attributes = /\u001b\[[0-9;:]*m/;
const printable = /^[\n -~]*$/;

/** Every line of every page of Contoso, one after the other, then what follows the steps; each screen is handed over. */
async function everyScreen(terminal: Terminal, look: (screen: readonly string[]) => void): Promise<void> {
  const seen = () => look(terminal.screen());
  await terminal.until(([head = '']) => / saved /.test(head));
  seen();
  await toStep(terminal, 'Deployment');
  for (seen(); !terminal.screen()[0]?.startsWith(' Review'); seen()) await terminal.sendAndSee(keys.tab);
  for (const title of ['Plan', 'Export']) {
    await toStep(terminal, title);
    seen();
  }
  await terminal.sendAndSee(keys.escape);
  seen();
}

const open = async (options: Partial<TerminalOptions>): Promise<Terminal> =>
  openTerminal({ home: await homeWith(rolloutFrom(contoso)), args: ['open', 'contoso'], ...options });

function expectInside(screen: readonly string[], { columns, rows }: Size): void {
  expect(screen).toHaveLength(rows);
  expect(screen.at(-1)).toBe('');
  for (const line of screen) expect(line.length, line).toBeLessThan(columns);
}

/** A screen fits, has the sign of the keyboard once, and is drawn as this look draws. */
describe.each<[string, Size, Partial<TerminalOptions>, (bytes: string) => void]>([
  ['in colour', { columns: 60, rows: 20 }, {}, (bytes) => expect(bytes).toMatch(attributes)],
  [
    'with NO_COLOR, without one attribute',
    { columns: 80, rows: 24 },
    { env: { NO_COLOR: '1' } },
    (bytes) => expect(bytes).not.toMatch(attributes),
  ],
  ['in ASCII alone', { columns: 120, rows: 40 }, { env: { LANG: 'C' } }, (bytes) => expect(bytes).toMatch(attributes)],
])('%s', (_, size, options, expectBytes) => {
  it(`keeps a row and a column free, and shows the keyboard once, at ${size.columns} by ${size.rows}`, async () => {
    const terminal = await open({ ...size, ...options });
    const ascii = options.env?.LANG === 'C';
    let screens = 0;
    await everyScreen(terminal, (screen) => {
      screens++;
      expectInside(screen, size);
      if (ascii) expect(screen.join('\n')).toMatch(printable);
      else expect(focusCount(screen), screen.join('\n')).toBe(1);
    });
    expect(screens).toBeGreaterThan(60);
    await toStep(terminal, 'Edge');
    terminal.send(keys.f1);
    await terminal.until('Why: ');
    terminal.send(keys.ctrl('c'));
    await terminal.exited;
    expectBytes(terminal.bytes());
  });
});

it('by --no-color: without one attribute; by --ascii: with ASCII alone', async () => {
  const terminal = await open({ args: ['--no-color', '--ascii', 'open', 'contoso'] });
  await expectAscii(terminal);
  terminal.send(keys.ctrl('c'));
  await terminal.exited;
  expect(terminal.bytes()).not.toMatch(attributes);
});

it('on the Linux console: with ASCII alone', async () => {
  await expectAscii(await open({ env: { TERM: 'linux' } }));
});

/** Where it goes on, the steps and the reasons hold every sign. */
async function expectAscii(terminal: Terminal): Promise<void> {
  await terminal.until(([head = '']) => / saved /.test(head));
  expect(terminal.text()).toMatch(printable);
  await toStep(terminal, 'Edge');
  expect(terminal.text()).toMatch(printable);
  terminal.send(keys.f1);
  await terminal.until('Why: ');
  expect(terminal.text()).toMatch(printable);
}

describe('what steers a terminal does not reach it', () => {
  // A title, a colour, a beep, a mark that turns the direction of text.
  const steering = '\u001b]0;gone\u0007\u001b[31m\u0007\u202e';

  it('from what is typed and pasted', async () => {
    const home = await homeWith();
    const terminal = openTerminal({ home });
    await terminal.until(focusOn('Start a rollout'));
    terminal.send(keys.enter);
    await terminal.until(focusOn('Organisation'));
    terminal.send(keys.paste(`Con${steering}toso`));
    await terminal.until('toso');
    terminal.send(keys.enter);
    await terminal.until((lines) => lines.some((line) => line.includes('×')) || / saved /.test(lines[0] ?? ''));
    terminal.send(keys.ctrl('c'));
    await terminal.exited;
    expectUnsteered(terminal);
  });

  it('from a file that was changed by hand', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment')));
    const file = join(home, 'rollouts', 'contoso', 'rollout.json');
    const escaped = JSON.stringify(steering).slice(1, -1);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"Contoso"', `"Contoso${escaped}"`));
    const terminal = openTerminal({ home });
    await terminal.until(/► [Cc]ontoso/);
    await terminal.sendAndSee(keys.enter);
    terminal.send(keys.ctrl('c'));
    await terminal.exited;
    expectUnsteered(terminal);
  });

  it('from a file that is handed over', async () => {
    const home = await homeWith();
    const file = join(home, 'answers.json');
    writeFileSync(file, JSON.stringify({ [`deployment${steering}`]: steering, 'deployment.owner': steering }));
    const terminal = openTerminal({ home });
    await terminal.until(focusOn('Start a rollout'));
    terminal.send(keys.down);
    await terminal.until(focusOn('Open an answers file'));
    terminal.send(keys.enter);
    await terminal.until(focusOn('File'));
    terminal.send(file);
    await terminal.until(file.slice(-12));
    terminal.send(keys.enter);
    // How long the path is tells where the sentence breaks.
    await terminal.until((lines) => lines.join(' ').replace(/\s+/g, ' ').includes('Not all of it can be taken'));
    expectUnsteered(terminal);
  });

  function expectUnsteered(terminal: Terminal): void {
    const bytes = terminal.bytes();
    for (const part of ['\u001b]0;', '\u001b[31m', '\u0007', '\u202e']) expect(bytes).not.toContain(part);
  }
});
