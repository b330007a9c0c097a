import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { onDisk } from '../terminal/disk.ts';
import { expectLinesAlone } from '../terminal/plain.ts';
import { around, converse, promptIn } from './conversation.ts';
import { turnsThrough } from './journey.ts';

const examples = join(import.meta.dirname, '../../examples');

it.each(['contoso', 'fabrikam', 'adatum-lab'])(
  '%s, said line by line, is on the disk as its answers file states it, and nothing was said but lines',
  async (id) => {
    const example = JSON.parse(readFileSync(join(examples, `${id}.json`), 'utf8'));
    const home = freshFolder();
    const talk = converse({ home, begin: true });
    await talk.say(example['deployment.organisation']);
    const turns = turnsThrough(example, around.now().slice(0, 10));
    const typed = [String(example['deployment.organisation'])];
    let turn = turns.next();
    for (; !turn.done; turn = turns.next()) {
      expect(promptIn(await talk.asked()), talk.heard().slice(-600)).toBe(turn.value.prompt);
      typed.push(turn.value.typed);
      await talk.say(turn.value.typed);
    }
    expectLinesAlone(talk.heard().replaceAll('\n', '\r\n'), 80, typed);
    expect(onDisk(home, id).stated).toEqual(turn.value);
    expect(await talk.asked()).toContain('Review.');
  },
);
