import type { Cell, PickCell } from '../wizard/index.ts';
import { quoted } from '../words/index.ts';
import { expectedChoice } from './menu.ts';
import { askAgain, type Question, type Reply, say, type Talk } from './talk.ts';
import { optionNamed } from './typed.ts';

/** One thing that is asked: how it is said, and what stands there. */
export type CellQuestion = Omit<Question, 'say'> & {
  cell: Cell;
  /** What is said before the options. */
  intro: readonly string[];
  /** What holds without an answer, and what Enter does. */
  holds: string;
  /** What keep keeps, where that can be chosen. */
  kept?: string;
  /** It is a row of a list, in which quotes hold an item together. */
  listed?: boolean;
  /** It was asked just now, so only the prompt stands again. */
  brief?: boolean;
};

/** A value that was typed or picked, or what else was said. */
export type CellReply =
  | { of: 'value'; value: unknown }
  | Exclude<Reply, { of: 'text' }>
  | { of: 'command'; text: string };

/** Asks for one thing. `commands`: texts that are meant for whoever asks, not as a value. */
export async function askCell(
  talk: Talk,
  question: CellQuestion,
  commands: (text: string) => boolean = () => false,
): Promise<CellReply> {
  const { cell, intro, holds, brief, listed, kept = '', ...rest } = question;
  const sayAll = () => {
    say(talk, intro);
    if (cell.input === 'pick') sayOptions(talk, cell, kept);
    if (holds !== '') say(talk, [holds]);
  };
  for (let quiet = brief === true; ; quiet = true) {
    const reply = await askAgain(talk, { ...rest, say: sayAll }, quiet);
    if (reply.of !== 'text') return reply;
    if (!reply.literal && commands(reply.text)) return { of: 'command', text: reply.text };
    if (cell.input === 'text') {
      return { of: 'value', value: reply.literal && listed ? `"${reply.text}"` : reply.text };
    }
    const option = cell.options[optionNamed(reply.text, cell) ?? -1];
    if (option) return { of: 'value', value: option.value };
    say(talk, [`${quoted(reply.text)} is none of these. Expected: ${expectedChoice(cell.options.length)}.`]);
  }
}

/** Options that are a word each in one line; else each in a line with what it means. */
function sayOptions(talk: Talk, { options }: PickCell, kept: string): void {
  const words = options.map(({ label, value, help }, i) => {
    const means = help === undefined ? '' : `. ${help}`;
    return `${i + 1}: ${label}${means}${value === 'keep' && kept !== '' ? ` ${kept}` : ''}`;
  });
  say(talk, options.every(({ help }) => help === undefined) ? [`${words.join(', ')}.`] : words);
}
