import { expect, it } from 'vitest';
import { onDisk } from './disk.ts';
import { keys } from './keys.ts';
import { atLine } from './lines.ts';
import { focusIn } from './screen.ts';
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

async function pasteOwner(pasted: string, shown: string) {
  const { terminal, home } = await atLine(3, 'Owner');
  const before = terminal.bytes().length;
  terminal.send(keys.paste(pasted));
  await terminal.until((lines) => focusIn(lines)?.endsWith(' draft') ?? false);
  expect(focusIn(terminal.screen())).toContain(shown);
  terminal.send(keys.enter);
  return {
    ...{ terminal, answers: () => onDisk(home).stated.answers },
    brought: () => codes.filter((code) => terminal.bytes().slice(before).includes(code)),
  };
}

it.each([
  ['a tab', 'Maria\tAnders', 'Maria Anders'],
  ['an escape code', 'Maria\u001b[31m\u001b]0;x\u0007', 'Maria[31m]0;x'],
  ['an escape code of one character', 'Maria\u009b2J', 'Maria2J'],
])('a paste with %s into one line is one line without it', async (_, pasted, kept) => {
  const { terminal, answers, brought } = await pasteOwner(pasted, kept);
  await terminal.until((lines) => focusIn(lines)?.startsWith('Approver') ?? false);
  expect(answers()).toMatchObject({ 'deployment.owner': kept });
  expect(brought()).toEqual([]);
});

it.each([
  ['characters of no width', 'Ma\u200bria\ufeff', 'Maria', 'holds a character of no width'],
  ['a mark that turns the direction', 'Maria \u202esrednA', 'Maria', 'holds a mark that turns the direction of text'],
])('a paste with %s is refused, and the text stays for correction', async (_, pasted, shown, said) => {
  const { terminal, answers, brought } = await pasteOwner(pasted, shown);
  await saying(terminal, said);
  expect(focusIn(terminal.screen())).toMatch(/ draft$/);
  expect(answers()).not.toHaveProperty('deployment.owner');
  expect(brought()).toEqual([]);
});
