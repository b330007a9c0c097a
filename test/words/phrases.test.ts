import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOfWords } from '../../src/words/index.ts';

test('words in lines are the words, in lines as full as there is room', () => {
  const word = fc.stringMatching(/^[a-z.,"]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 30 }), (words, width) => {
      const lines = linesOfWords(words.join(' '), width);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const [i, line] of lines.entries()) {
        expect(line.length <= width || !line.includes(' ')).toBe(true);
        const [next = ''] = lines[i + 1]?.split(' ') ?? [];
        if (next !== '') expect(line.length + 1 + next.length).toBeGreaterThan(width);
      }
    }),
  );
});
