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

describe.each([
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
])('$columns by $rows', (size) => {
  it('keeps a row and a column free, and shows the keyboard once', async () => {
    const terminal = await open({ ...size });
    let screens = 0;
    await everyScreen(terminal, (screen) => {
      screens++;
      expectInside(screen, size);
      expect(focusCount(screen), screen.join('\n')).toBe(1);
    });
    expect(screens).toBeGreaterThan(60);
    expect(terminal.bytes()).toMatch(attributes);
  });
});

it.each([{ env: { NO_COLOR: '1' } }, { args: ['--no-color', 'open', 'contoso'] }])(
  'uses no attribute at all: %j',
  async (options) => {
    const terminal = await open(options);
    const size = { columns: 80, rows: 24 };
    await everyScreen(terminal, (screen) => expectInside(screen, size));
    await toStep(terminal, 'Edge');
    terminal.send(keys.f1);
    await terminal.until('Why: ');
    terminal.send(keys.ctrl('c'));
    await terminal.exited;
    expect(terminal.bytes()).not.toMatch(attributes);
  },
);

it.each([{ env: { LANG: 'C' } }, { env: { TERM: 'linux' } }, { args: ['--ascii', 'open', 'contoso'] }])(
  'draws with ASCII alone: %j',
  async (options) => {
    const terminal = await open(options);
    await everyScreen(terminal, (screen) => expect(screen.join('\n')).toMatch(/^[\n -~]*$/));
  },
);

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
    await terminal.until('Not all of it can be taken');
    expectUnsteered(terminal);
  });

  function expectUnsteered(terminal: Terminal): void {
    const bytes = terminal.bytes();
    for (const part of ['\u001b]0;', '\u001b[31m', '\u0007', '\u202e']) expect(bytes).not.toContain(part);
  }
});
