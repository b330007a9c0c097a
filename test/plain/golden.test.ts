import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { around, converse } from './conversation.ts';
import { turnsThrough } from './journey.ts';

it('a whole rollout reads as a conversation', async () => {
  const example = JSON.parse(readFileSync(join(import.meta.dirname, '../../examples/adatum-lab.json'), 'utf8'));
  const talk = converse({ home: freshFolder(), begin: true, columns: 72 });
  await talk.say(example['deployment.organisation']);
  for (const { typed } of turnsThrough(example, around.now().slice(0, 10))) await talk.say(typed);
  // Every answer, then the plan, one change of it and what is known about that.
  for (const line of ['1', '', '1', 'why', 'steps']) await talk.say(line);
  const heard = talk.heard();
  // What is said before it names the folder of this test.
  await expect(heard.slice(heard.indexOf('Start a rollout.'))).toMatchFileSnapshot('adatum-lab.txt');
});
