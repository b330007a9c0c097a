import { describe, expect, test } from 'vitest';
import { numberCitations } from '../../../src/facts/index.ts';
import { plain, widthOf } from '../../../src/screens/look/lines.ts';
import { markdownLines } from '../../../src/screens/look/markdown.ts';
import { viewOf } from '../../../src/state/index.ts';
import { steps } from '../../../src/steps/index.ts';
import { blocks, bullets, code, codeBlock, md, numbered, table } from '../../../src/words/index.ts';
import { answered, people } from '../play.ts';

const shown = (markdown: string, width = 40) => markdownLines(markdown, width).map(plain);

describe('blocks', () => {
  test('paragraphs, with a blank line between', () => {
    expect(shown(blocks(md`One.`, md`Two.`).markdown)).toEqual(['One.', '', 'Two.']);
  });

  test('lists hang below their sign', () => {
    const list = bullets([md`one that goes on below its own sign, not under it`, md`two`]);
    expect(shown(list.markdown, 30)).toEqual(['- one that goes on below its', '  own sign, not under it', '- two']);
    expect(shown(numbered([md`first`, md`second`]).markdown)).toEqual(['1. first', '2. second']);
  });

  test('code keeps its lines, indented, and loses nothing where it is long', () => {
    const lines = shown(
      codeBlock('powershell', "Get-CsPublicProvider\n  -Identity 'a long name of a provider'").markdown,
      30,
    );
    expect(lines[0]).toBe('  Get-CsPublicProvider');
    expect(lines.join('').replace(/\s+/g, ' ')).toContain("-Identity 'a long name of a provider'");
  });

  test('a table has columns where there is room, and a block a row where there is none', () => {
    const records = table(
      [md`Record`, md`Leads to`],
      [
        [md`A`, md`the outer address of the Access Edge`],
        [md`SRV`, md`sip.contoso.com`],
      ],
    );
    expect(shown(records.markdown, 60)).toEqual([
      'Record  Leads to',
      'A       the outer address of the Access Edge',
      'SRV     sip.contoso.com',
    ]);
    expect(shown(records.markdown, 24)).toEqual([
      'Record    A',
      'Leads to  the outer',
      '          address of the',
      '          Access Edge',
      '',
      'Record    SRV',
      'Leads to  sip.contoso.co',
      '          m',
    ]);
  });
});

describe('what people write shows as it is', () => {
  test.each(['*Contoso*', 'a_b_c', '<b>', '# 1', '1. first', 'a|b', '[^skype-closed]', '`tick`', 'a & b'])(
    '%s',
    (text) => {
      expect(shown(md`${text}`.markdown)).toEqual([text]);
      expect(shown(md`${code(text)}`.markdown)).toEqual([text]);
    },
  );
});

test('numbers of sources step back', () => {
  const [first] = markdownLines('Skype closed. \\[1, 2; reported\\] Said twice \\[3\\].', 60);
  expect(first).toEqual([
    { text: 'Skype closed. ' },
    { text: '[1, 2; reported]', role: 'muted' },
    { text: ' Said twice ' },
    { text: '[3]', role: 'muted' },
    { text: '.' },
  ]);
});

test('every page can be told at any width, and no line is wider', () => {
  const view = viewOf({ answers: answered, tasks: {}, people }, '2026-11-23');
  for (const page of steps.flatMap((step) => step.pages)) {
    const told = numberCitations().resolve(page.tell(view));
    for (const width of [30, 48, 58, 76]) {
      for (const one of markdownLines(told, width)) expect(widthOf(one)).toBeLessThanOrEqual(width);
    }
    expect(shown(told, 76).join('\n')).not.toMatch(/\[\^|\\\[|\*\*/);
  }
});
