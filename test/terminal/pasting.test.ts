import { describe, expect, it } from 'vitest';
import { onDisk } from './disk.ts';
import { keys } from './keys.ts';
import { atLine } from './lines.ts';
import { focusIn, focusOn } from './screen.ts';

const ends = ['\r\n', '\n', '\r'];

/** A terminal that marks pastes, and one that sends them as if they were typed, as Windows often does. */
describe.each([
  { how: 'marked', paste: keys.paste },
  { how: 'bare', paste: (text: string) => text },
])('a $how paste with line ends', ({ paste }) => {
  it('stays in a line, where it is no key, and is told; one behind the only line is no part of it', async () => {
    const { terminal, home } = await atLine(3, 'Owner');
    const empty = /► Owner(?! +Maria)/;
    for (const end of ends) {
      terminal.send(paste(`Maria${end}Anders${end}`));
      await terminal.until(/► Owner +Maria□Anders +draft/);
      await terminal.until('A line end stands after "Maria": take it out.');
      terminal.send(keys.enter);
      terminal.send('x');
      await terminal.until(/► Owner +Maria□Andersx +draft/);
      terminal.send(keys.clear);
      await terminal.until(empty);
    }
    expect(onDisk(home).stated.answers).not.toHaveProperty('deployment.owner');
    for (const [i, end] of ends.entries()) {
      terminal.send(paste(`Maria Anders ${i}${end}`));
      await terminal.until(new RegExp(`► Owner +Maria Anders ${i} +draft`));
      expect(terminal.text()).not.toContain('×');
      terminal.send(keys.enter);
      await terminal.until(focusOn('Approver'));
      expect(onDisk(home).stated.answers).toMatchObject({ 'deployment.owner': `Maria Anders ${i}` });
      terminal.send(keys.backTab);
      await terminal.until(focusOn('Owner'));
      terminal.send(keys.clear);
      await terminal.until(empty);
    }
  });

  it('picks nothing where there is no text, and puts an item on each line of a list: what is right is kept at once, what is not is told', async () => {
    const { terminal, home } = await atLine(2, 'Hybrid');
    const [head = '', ...rest] = terminal.screen();
    terminal.send(paste('y\r\ny\r\n'));
    // Nothing is to be seen of it, so a window of another size tells that it was read.
    terminal.resize({ columns: 81, rows: 24 });
    await terminal.until(([now = '']) => now.length === head.length + 1);
    expect(focusIn(terminal.screen())).toBe(focusIn(rest));
    expect(onDisk(home).stated.answers).not.toHaveProperty('deployment.hybrid');

    terminal.send(keys.backTab);
    await terminal.until(focusOn('SIP domains'));
    terminal.send(paste('contoso.com\r\n\r\n  fabrikam.com  \r\nnot a domain\r\nadatum.com\r\n'));
    await terminal.until('×');
    expect(onDisk(home).stated.answers['deployment.sip-domains']).toEqual([
      'contoso.com',
      'fabrikam.com',
      'adatum.com',
    ]);
    const text = terminal.text();
    for (const item of ['1 contoso.com', '2 fabrikam.com', '3 not a domain', '4 adatum.com'])
      expect(text).toContain(item);
  });
});
