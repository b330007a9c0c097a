import { describe, expect, it } from 'vitest';
import { skypeClosed, threeGates } from '../../src/facts/index.ts';
import { printMarkdown } from '../../src/runbook/index.ts';
import { md } from '../../src/words/index.ts';

describe('a document', () => {
  const printed = printMarkdown({
    title: 'Runbook',
    head: md`Head`,
    sections: [
      { title: 'One', body: md`${threeGates}`, sections: [{ title: 'Within *one*', body: md`Again: ${threeGates}` }] },
      { title: 'Two', body: md`${skypeClosed}` },
      { title: 'Empty' },
    ],
  });

  it('sets headings a level deeper within, and shows a title as it was typed', () => {
    expect(printed.match(/^#.*$/gm)).toEqual([
      '# Runbook',
      '## One',
      '### Within \\*one\\*',
      '## Two',
      '## Empty',
      '## Sources',
    ]);
  });

  it('numbers sources over the whole document, and lists each once', () => {
    const sources = printed.slice(printed.indexOf('## Sources'));
    const numbers = [...sources.matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1]));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers).toHaveLength(new Set([...threeGates.sources, ...skypeClosed.sources]).size);
    for (const { title } of [...threeGates.sources, ...skypeClosed.sources]) expect(sources).toContain(title);
    expect(printed.match(/\[1, 2, 3, 4\]/g)).toHaveLength(2);
  });

  it('has no list of sources where nothing is cited', () => {
    expect(printMarkdown({ title: 'Plain', head: md`Head`, sections: [] })).toBe('# Plain\n\nHead\n');
  });
});
