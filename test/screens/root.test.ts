import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runWizard } from '../../src/screens/index.tsx';
import { openLibrary } from '../../src/state/store.ts';
import { around } from './play.ts';
import { FakeTerminal } from './terminal.ts';

const enter = '\r';
const down = '\u001b[B';
const esc = '\u001b';

let home: string;
let running: { terminal: FakeTerminal; done: Promise<{ code: number; words: readonly string[] }> }[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'skypefed-screens-'));
  running = [];
});

afterEach(async () => {
  for (const { terminal, done } of running) {
    terminal.type('\u0003');
    await done;
  }
  rmSync(home, { recursive: true, force: true });
});

function start(options: { columns?: number; rows?: number; open?: string; ascii?: boolean } = {}) {
  const { columns = 80, rows = 24, ascii = false, open } = options;
  const terminal = new FakeTerminal(columns, rows);
  const library = openLibrary({ folder: home, around });
  const { stdin, stdout } = terminal;
  const done = runWizard({
    library,
    around,
    colour: false,
    ascii,
    command: 'npm start --',
    stdin,
    stdout,
    ...(open === undefined ? {} : { open }),
  });
  running.push({ terminal, done });
  return { terminal, done };
}

async function contoso(options: Parameters<typeof start>[0] = {}) {
  const started = start(options);
  const { terminal } = started;
  await terminal.until('Start a rollout');
  terminal.type(enter);
  await terminal.until('Whose rollout is this?');
  terminal.type('Contoso', enter);
  await terminal.until('What can still be had');
  return started;
}

const saved = () => JSON.parse(readFileSync(join(home, 'rollouts', 'contoso', 'rollout.json'), 'utf8'));

test('from the first key to a saved answer, and out', async () => {
  const { terminal, done } = await contoso();
  terminal.type(enter);
  await terminal.until('► Organisation');
  terminal.type(enter, enter);
  await terminal.until('► ○ Lync Server 2010');
  terminal.type(down);
  await terminal.until('► ○ Lync Server 2013');
  terminal.type(enter);
  await terminal.until('► ● unknown');
  expect(saved().answers).toEqual({ 'deployment.organisation': 'Contoso', 'deployment.product': 'lync-2013' });
  terminal.type('\u0003');
  await expect(done).resolves.toEqual({
    code: 130,
    words: [
      'Contoso is saved: 2 answers, 0 tasks.',
      `In ${join(home, 'rollouts', 'contoso')}`,
      'Go on with: npm start -- open contoso',
    ],
  });
  await terminal.until(() => !terminal.isAlternate);
  expect(terminal.keyboard.isRaw).toBe(false);
  running = [];
});

test('two arrows and Enter in one chunk: each works on what the one before left', async () => {
  const { terminal } = await contoso();
  terminal.type(esc);
  await terminal.until('0 of 8 done');
  terminal.type(`${down}${down}${enter}`);
  await terminal.until('► Being known');
});

test('what is typed while a file is being opened goes to the screen that it opens to', async () => {
  const { terminal } = start();
  await terminal.until('► Start a rollout');
  terminal.type(enter, 'Contoso', enter, enter, enter);
  await terminal.until('► What you have');
});

describe('keys as terminals send them', () => {
  const asked = async () => {
    const started = await contoso();
    started.terminal.type(esc);
    await started.terminal.until('0 of 8 done');
    started.terminal.type('e', enter);
    await started.terminal.until('The Access Edge');
    started.terminal.type('\t');
    await started.terminal.until('►  1');
    return started;
  };

  test('a paste between marks is text; so is a chunk with a line end', async () => {
    const { terminal } = await contoso();
    terminal.type(esc);
    await terminal.until('0 of 8 done');
    terminal.type('d', enter, '\t', '\u001b[F');
    await terminal.until('► ');
    terminal.type('\u001b[6~', '\u001b[6~', '\u001b[6~', '\u001b[6~', '\u001b[6~');
    await terminal.until('Who answers for it');
    terminal.type(enter);
    await terminal.until('► Owner');
    terminal.type('\u001b[200~Maria\r\nAnders\r\n\u001b[201~');
    await terminal.until('► Owner            Maria□Anders');
    terminal.type('\u0015', 'Thomas\rHardy\r');
    await terminal.until('► Owner            Thomas□Hardy   draft');
    await terminal.until('A line end stands after "Thomas": take it out.');
    expect(saved().answers).not.toHaveProperty('deployment.owner');
  });

  test('any function key opens the reasons; Alt with a key is Esc and the key', async () => {
    const { terminal } = await asked();
    terminal.type('\u001b[15~');
    await terminal.until('Why: Edge pools');
    terminal.type(esc);
    await terminal.until('►  1');
    terminal.type('sip.contoso.com');
    await terminal.until('sip.contoso.com   draft');
    // Esc puts back what stood there, and the letter is typed into the line.
    terminal.type('\u001bx');
    await terminal.until(/Name from outside {2}x +draft/);
  });

  test('the real cursor stands in the text, and is hidden where none is edited', async () => {
    const { terminal } = await asked();
    terminal.type('sip');
    await terminal.until('sip   draft');
    const y = terminal.lines().findIndex((one) => one.includes('sip   draft'));
    const x = (terminal.lines()[y] ?? '').indexOf('sip') + 3;
    await terminal.until(() => terminal.cursor.x === x && terminal.cursor.y === y);
    terminal.type('\u001b[D\u001b[D');
    await terminal.until(() => terminal.cursor.x === x - 2);
  });
});

describe('the window', () => {
  test('resized while typing: nothing is lost, no ghosts stay', async () => {
    const { terminal } = await contoso({ columns: 120, rows: 40 });
    terminal.type(enter);
    await terminal.until('► Organisation');
    terminal.type(' AG');
    await terminal.until('Contoso AG');
    for (const [columns, rows] of [
      [60, 20],
      [200, 50],
      [80, 24],
      [50, 20],
      [120, 40],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.until(
        () =>
          terminal.lines().filter((one) => one.includes('►')).length === 1 && terminal.text().includes('Contoso AG'),
      );
      const heads = terminal.lines().filter((one) => /saved \d\d:\d\d/.test(one));
      expect(heads).toHaveLength(1);
      expect(terminal.lines()[0]).toBe(heads[0]);
    }
  });

  test('too small, it says how large it must be, and comes back', async () => {
    const { terminal } = await contoso();
    terminal.resize(40, 10);
    await terminal.until('This needs a window of 50 by 20');
    terminal.resize(80, 24);
    await terminal.until('► What can still be had');
  });

  test('the next key after its size has changed is for its new size', async () => {
    const { terminal } = await contoso();
    terminal.resize(40, 10);
    terminal.type(enter);
    await terminal.until('This needs a window of 50 by 20');
    terminal.resize(80, 24);
    await terminal.until('► What can still be had');
    terminal.type(enter);
    await terminal.until('► Organisation');
  });

  test('Ctrl+L draws all of it again', async () => {
    const { terminal } = await contoso();
    terminal.emulator.write('\u001b[5;5HGHOST');
    await terminal.until('GHOST');
    terminal.type('\u000c');
    await terminal.until(
      () => !terminal.text().includes('GHOST') && terminal.text().includes('► What can still be had'),
    );
  });

  test('in ASCII no other character reaches it', async () => {
    const { terminal } = await contoso({ ascii: true });
    expect(terminal.text()).toMatch(/^[\x20-\x7e\n]*$/);
    expect(terminal.text()).toContain('> What can still be had');
  });
});

describe('what is on the disk', () => {
  test('a rollout that is named is opened at once', async () => {
    const { terminal, done } = await contoso();
    terminal.type('\u0003');
    await done;
    running = [];
    const again = start({ open: 'contoso' });
    await again.terminal.until('Step 1 of 8');
  });

  test('a second window is told who has it, and may read', async () => {
    await contoso();
    const second = start({ open: 'contoso' });
    await second.terminal.until('Contoso is open in another window');
    second.terminal.type(enter);
    await second.terminal.until('read only');
  });

  test('taken over, the first window turns read only at its next save', async () => {
    const { terminal } = await contoso();
    const second = start({ open: 'contoso' });
    await second.terminal.until('Take over');
    second.terminal.type(down, down, enter);
    await second.terminal.until('Step 1 of 8');
    terminal.type(enter, ' AG', enter);
    await terminal.until('read only from here on');
    expect(saved().answers['deployment.organisation']).toBe('Contoso');
  });

  test('a damaged file is set aside, and its copy goes on', async () => {
    const { terminal, done } = await contoso();
    terminal.type(enter, ' AG', enter);
    await terminal.until('What you have');
    terminal.type('\u0003');
    await done;
    running = [];
    const file = join(home, 'rollouts', 'contoso', 'rollout.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 60));
    const again = start({ open: 'contoso' });
    await again.terminal.until('► Open that copy');
    again.terminal.type(enter);
    await again.terminal.until('Step 1 of 8');
  });

  test('a file that holds answers becomes a rollout; one that does not is refused with the reason', async () => {
    const { terminal } = start();
    await terminal.until('► Start a rollout');
    const file = join(home, 'answers.json');
    writeFileSync(file, '{ "deployment.organisation": "Fabrikam", "deployment.sip-domain": ["fabrikam.com"] }');
    terminal.type(down, enter, file, enter);
    await terminal.until('deployment.sip-domain');
    writeFileSync(file, '{ "deployment.organisation": "Fabrikam", "deployment.sip-domains": ["fabrikam.com"] }');
    terminal.type(enter);
    await terminal.until('Fabrikam');
    await terminal.until('saved');
  });

  test('an export, into a folder that is new', async () => {
    const { terminal } = start();
    await terminal.until('► Start a rollout');
    terminal.type(down, enter, join(import.meta.dirname, '..', '..', 'examples', 'contoso.json'), enter);
    await terminal.until('Meanwhile');
    terminal.type(esc);
    await terminal.until('► ');
    terminal.type('exp', enter);
    await terminal.until('Will be written');
    terminal.type('\u001b[A', '\u0015', join(home, 'out'), enter);
    await terminal.until('► Write');
    terminal.type(enter);
    await terminal.until('Next   run 1-discover.ps1 on a Front End');
    expect(JSON.parse(readFileSync(join(home, 'out', 'manifest.json'), 'utf8')).format).toBe('skypefed-export');
  });
});

test('left after the window was resized, the ordinary screen is as it was', async () => {
  const { terminal, done } = await contoso();
  terminal.resize(60, 20);
  await terminal.until(/step 1 of 8/);
  terminal.resize(120, 30);
  await terminal.until(/Step 1 of 8, page 1 of 3/);
  terminal.type('\u0003');
  await done;
  running = [];
  await terminal.until(() => !terminal.isAlternate);
  expect(terminal.text().trim()).toBe('');
});
