import { expect, it } from 'vitest';
import { onDisk } from './disk.ts';
import { keys } from './keys.ts';
import { atLine } from './lines.ts';
import { focusIn, focusOn, onFocus } from './screen.ts';
import type { Terminal } from './terminal.ts';

/** What the screen says, its lines and columns joined. */
const told = (terminal: Terminal) =>
  terminal
    .screen()
    .map((line) => line.slice(21))
    .join(' ')
    .replace(/\s+/g, ' ');

const saying = (terminal: Terminal, text: string) => terminal.until(() => told(terminal).includes(text));

it('a SIP domain that does not do is refused at its field: why, what was expected, an example; the text stays', async () => {
  const { terminal, home } = await atLine(2, 'SIP domains');
  const label = 'a'.repeat(63);
  const long = `${[label, label, label].join('.')}.${'b'.repeat(58)}.com`;
  for (const [domain, said] of [
    ['sip.contoso.com', 'is a host name'],
    ['contoso', 'is one word; a full name has a dot.'],
    ['*.contoso.com', 'is a wildcard, not one name.'],
    ['contoso.com/', 'holds more than a name: a name has no slash, colon or @.'],
    [long, 'is 254 octets long; a DNS name has 253 at most.'],
    ['\u{1f600}.com', 'holds a character that no DNS name has.'],
    ['10.0.0.5', 'is an address, not a name.'],
  ] as const) {
    terminal.send(domain);
    await terminal.until(/ draft/);
    terminal.send(keys.enter);
    await saying(terminal, said);
    expect(told(terminal), domain).toMatch(/Expected: .+, such as contoso\.com\./);
    expect(focusIn(terminal.screen())?.replace(/ +draft$/, ''), domain).toContain(domain.slice(-12));
    expect(onDisk(home).stated.answers, domain).not.toHaveProperty('deployment.sip-domains');
    terminal.send(keys.clear);
    await terminal.until((lines) => !lines.join('\n').includes(' draft'));
  }
});

/** What no paste may bring to the terminal, whatever it held. */
const codes = ['\u001b[31m', '\u001b]0;', '\u0007', '\u009b', '\u202e', '\u200b', '\ufeff'];

/** What is pasted, what of it is shown and said, and what is kept once the first of it is taken out. */
const pastes: readonly [what: string, pasted: string, shown: string, said: string, kept?: string][] = [
  ['a tab', 'Maria\tAnders', 'Maria□Anders', 'A tab stands after "Maria"', 'Maria Anders'],
  ['a line end', 'Maria\r\nAnders', 'Maria□Anders', 'A line end stands after "Maria"', 'Maria Anders'],
  ['an escape code', 'Maria\u001b[31m', 'Maria□[31m', 'An escape code stands after "Maria"', 'Maria [31m'],
  ['an escape code of one character', 'Maria\u009b2J', 'Maria□2J', 'An escape code stands after "Maria"', 'Maria 2J'],
  ['a title', 'Maria\u001b]0;x\u0007', 'Maria□]0;x□', 'and a control character (U+0007) after "]0;x"'],
  ['no width', 'Maria\u200bAnders', 'Maria□Anders', 'An invisible character (U+200B) stands', 'Maria Anders'],
  ['a mark of a file', '\ufeffMaria', '□Maria', '(U+FEFF) stands at the start'],
  ['another direction', 'Maria\u202esrednA', 'Maria□srednA', 'that turns the direction of text', 'Maria srednA'],
];

it('a paste with such a character into one line is told, stays for correction and waits for it', async () => {
  const { terminal, home } = await atLine(3, 'Owner');
  const answers = () => onDisk(home).stated.answers;
  for (const [what, pasted, shown, said, kept] of pastes) {
    const before = terminal.bytes().length;
    const stood = answers()['deployment.owner'];
    terminal.send(keys.paste(pasted));
    await saying(terminal, said);
    expect(told(terminal), what).toMatch(/: take (it|them) out\. Expected: .+, such as .+\./);
    expect(focusIn(terminal.screen()), what).toMatch(/ draft$/);
    expect(focusIn(terminal.screen()), what).toContain(shown);
    await terminal.sendAndSee('x');
    terminal.send(keys.enter);
    await terminal.sendAndSee('y');
    expect(focusIn(terminal.screen()), what).toContain(`${shown}xy`);
    expect(answers()['deployment.owner'], what).toBe(stood);
    if (kept !== undefined) {
      terminal.send(keys.home);
      for (let i = 0; i < 'Maria'.length; i++) terminal.send(keys.right);
      terminal.send(keys.delete);
      await terminal.until((lines) => !lines.join('\n').includes('×'));
      await terminal.sendAndSee(' ');
      terminal.send(keys.enter);
      await terminal.until(focusOn('Approver'));
      expect(answers(), what).toMatchObject({ 'deployment.owner': `${kept}xy` });
      terminal.send(keys.backTab);
      await terminal.until(focusOn('Owner'));
    }
    const written = terminal.bytes().slice(before);
    expect(codes.filter((code) => written.includes(code))).toEqual([]);
    terminal.send(keys.clear);
    await terminal.until(onFocus((focus) => /^Owner *( optional| draft|$)/.test(focus)));
  }
}, 60_000);

it('in a list each line is an item; one with such a character is told and waits, the others are kept', async () => {
  const { terminal, home } = await atLine(2, 'SIP domains');
  terminal.send(keys.paste('contoso.com\r\nfabri\u200bkam.com\r\nadatum.com\r\n'));
  await saying(terminal, 'An invisible character (U+200B) stands after "fabri": take it out.');
  expect(terminal.text()).toContain('2 fabri□kam.com');
  expect(onDisk(home).stated.answers['deployment.sip-domains']).toEqual(['contoso.com', 'adatum.com']);
});
