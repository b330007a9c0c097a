import { beforeEach, describe, expect, it } from 'vitest';
import { forAll } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { atLine } from './lines.ts';
import { focusIn, focusOn } from './screen.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { pressUntil, toStep } from './walk.ts';

type Opened = { terminal: Terminal; home: string };

async function opened(...stated: readonly string[]): Promise<Opened> {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product', ...stated)));
  const terminal = openTerminal({ home, args: ['open', 'contoso'] });
  await terminal.until('saved');
  return { terminal, home };
}

/** It is told, and the next key is obeyed: the reasons open and close. */
async function expectHint(terminal: Terminal): Promise<void> {
  terminal.send(keys.ctrl('d'));
  await terminal.until('Ctrl+D removes');
  terminal.send(keys.f1);
  await terminal.until((lines) => focusIn(lines) === undefined);
  terminal.send(keys.escape);
  await terminal.until((lines) => focusIn(lines) !== undefined);
}

it('two arrows and Enter in one chunk at home open the third rollout', async () => {
  const names = ['Contoso', 'Fabrikam', 'Adatum'];
  const home = await homeWith(...names.map((name) => rolloutFrom({ 'deployment.organisation': name })));
  const terminal = openTerminal({ home });
  await terminal.until(focusOn('Adatum'));
  const listed = terminal.screen().flatMap((line) => names.filter((name) => line.includes(name)));
  terminal.send(keys.down + keys.down + keys.enter);
  await terminal.until(([head = '']) => head.startsWith(` ${listed[2]} `));
});

describe('in a rollout', () => {
  const here = forAll(() => opened('edge'));

  it('two arrows and Enter in one chunk on a choice choose the third option', async () => {
    const { terminal, home } = here();
    await toStep(terminal, 'Access policy');
    await pressUntil(terminal, keys.tab, (focus) => focus.startsWith('● Sites'));
    terminal.send(keys.down + keys.down + keys.enter);
    await terminal.until(/Where it applies +Everyone \(Global\)/);
    expect(onDisk(home).stated.answers).toMatchObject({ 'access-policy.scope': 'global' });
  });

  it('a step is found by its name, and entered', async () => {
    const { terminal } = here();
    await toStep(terminal, 'Deployment');
    terminal.send(keys.escape);
    await terminal.until(focusOn('Deployment'));
    terminal.send('reg');
    await terminal.until(focusOn('Registration'));
    terminal.send(keys.enter);
    await terminal.until(([head = '']) => head.includes('Step 3 of'));
  });

  it('Ctrl+D ends nothing at the steps and what follows them', async () => {
    const { terminal } = here();
    for (const title of ['Edge', 'Contacts', 'Review', 'Plan', 'Export']) {
      await toStep(terminal, title);
      await expectHint(terminal);
    }
    await terminal.sendAndSee(keys.escape);
    await expectHint(terminal);
  });
});

const functionKeys = {
  'F1 of xterm': '\u001bOP',
  'F1 of rxvt': '\u001b[11~',
  'F1 of the Linux console': '\u001b[[A',
  'Shift+F1': '\u001b[1;2P',
  F2: '\u001bOQ',
  F5: '\u001b[15~',
  'F5 of the Linux console': '\u001b[[E',
  F12: '\u001b[24~',
  'Ctrl+T': keys.ctrl('t'),
};

describe('in a line of text', () => {
  const here = forAll(() => atLine(3, 'Owner'));
  const owner = () => onDisk(here().home).stated.answers['deployment.owner'];

  beforeEach(async () => {
    const { terminal } = here();
    terminal.send(keys.clear);
    await terminal.until(/► Owner(?! +Maria)/);
  });

  it('takes Alt with a key for Esc and the key', async () => {
    const { terminal } = here();
    terminal.send('Maria');
    await terminal.until(/► Owner +Maria +draft/);
    terminal.send(keys.alt('x'));
    await terminal.until(/► Owner +x +draft/);
    expect(owner()).toBeUndefined();
  });

  it('opens the reasons by any function key and by Ctrl+T, and leads back to the line with its draft', async () => {
    const { terminal } = here();
    terminal.send('Maria');
    await terminal.until(/► Owner +Maria +draft/);
    const before = terminal.text();
    for (const [name, bytes] of Object.entries(functionKeys)) {
      terminal.send(bytes);
      await terminal
        .until(([head = '']) => head.startsWith(' Why: Owner'))
        .catch((error: Error) => {
          throw new Error(`${name} does not: ${error.message}`);
        });
      terminal.send(keys.escape);
      await terminal.until((lines) => lines.join('\n').trimEnd() === before);
    }
  });

  it('says at Ctrl+S that all is saved, and leaves everything as it is', async () => {
    const { terminal } = here();
    terminal.send('Maria');
    await terminal.until(/► Owner +Maria +draft/);
    const before = terminal.screen();
    terminal.send(keys.ctrl('s'));
    await terminal.until('Saved 21:30, as always.');
    const told = terminal.screen();
    expect(told.filter((line) => !line.includes('as always'))).toEqual(withoutOne(before, told));
    expect(owner()).toBeUndefined();
    terminal.send(' Anders');
    await terminal.until(/► Owner +Maria Anders +draft/);
  });

  it('draws the same again at Ctrl+L', async () => {
    const { terminal } = here();
    const before = terminal.text();
    const printed = terminal.bytes().length;
    terminal.send(keys.ctrl('l'));
    await terminal.until((lines) => terminal.bytes().length > printed && lines.join('\n').trimEnd() === before);
  });

  it('Ctrl+D is a hint, and no end of input', async () => {
    const { terminal } = here();
    for (const bytes of [keys.ctrl('d'), keys.ctrl('d') + keys.ctrl('d')]) {
      terminal.send(bytes);
      await terminal.until('Ctrl+D removes');
      terminal.send('M');
      await terminal.until(/► Owner +M/);
      await terminal.sendAndSee(keys.backspace);
    }
  });

  it('takes one change back at Ctrl+Z, wherever it was made, and puts it there again', async () => {
    const { terminal } = here();
    terminal.send('Maria Anders');
    await terminal.until(/► Owner +Maria Anders +draft/);
    terminal.send(keys.enter);
    await terminal.until(focusOn('Approver'));
    await toStep(terminal, 'Contacts');
    terminal.send(keys.ctrl('z'));
    await terminal.until('Owner: not answered again (was Maria Anders)');
    await terminal.until(focusOn('Owner'));
    expect(owner()).toBeUndefined();
    terminal.send(keys.ctrl('z'));
    await terminal.until(/► Owner +Maria Anders/);
    expect(owner()).toBe('Maria Anders');
  });
});

/** The lines of a screen but the one that a notice took. */
function withoutOne(before: readonly string[], told: readonly string[]): readonly string[] {
  const at = told.findIndex((line) => line.includes('as always'));
  return before.filter((_, y) => y !== at);
}

it('Ctrl+D ends nothing before a rollout is open', async () => {
  const terminal = openTerminal({ home: await homeWith() });
  await terminal.until(focusOn('Start a rollout'));
  await expectHint(terminal);
  terminal.send(keys.enter);
  await terminal.until(focusOn('Organisation'));
  await expectHint(terminal);
});

it('Ctrl+D removes a row, and Ctrl+Z brings it back', async () => {
  const { terminal, home } = await opened('deployment.sip-domains');
  const domains = () => onDisk(home).stated.answers['deployment.sip-domains'];
  // It opens at the line behind the one that was answered last.
  await terminal.until(focusOn('Hybrid'));
  await pressUntil(terminal, keys.up, (focus) => /^2 fabrikam\.com/.test(focus));
  terminal.send(keys.ctrl('d'));
  await terminal.until((lines) => !lines.some((line) => line.includes('2 fabrikam.com')));
  expect(domains()).toEqual(['contoso.com']);
  terminal.send(keys.ctrl('z'));
  await terminal.until('fabrikam.com');
  expect(domains()).toEqual(['contoso.com', 'fabrikam.com']);
});
