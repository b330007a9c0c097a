import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stepStateWords, taskStateWords } from '../../src/words/index.ts';

const source = join(import.meta.dirname, '../../src');

it('what a state is called stands in one table, and nowhere else', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const own = join('words', 'states.ts');
  // A word that is common elsewhere tells nothing.
  const rare = [taskStateWords.todo, stepStateWords.untouched, stepStateWords.open, stepStateWords.wrong];
  const again = files.filter((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    return name !== own && rare.some((word) => text.includes(`'${word}'`));
  });
  expect(files).toContain(own);
  expect(again).toEqual([]);
});
