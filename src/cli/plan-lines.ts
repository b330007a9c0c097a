import { productNames } from '../facts/index.ts';
import { type Clock, countOfChanges, seenFromTold } from '../plan/index.ts';
import { linesOfWords } from '../words/index.ts';
import type { Planned } from './plan.ts';
import type { PlannedChange } from './schemas/plan.ts';

/** Columns of a terminal that nobody made wider. */
const width = 80;

/** A plan for a person: each change with its risk, what runs and what takes it back. */
export function planLines({ organisation, id, product, changes, seen }: Planned, clock: Clock): readonly string[] {
  const of = `${organisation}${id === undefined ? '' : ` (${id})`}, ${product ? productNames[product] : 'no product yet'}`;
  if (changes.length === 0) return [`${of}: these answers change nothing on the server.`];
  return [
    `${of}: ${countOfChanges(changes)}`,
    ...[...seenFromTold(seen, { ...clock, signs: true }), ...(seen?.doubts ?? [])].flatMap((line) =>
      linesOfWords(line, width),
    ),
    ...changes.flatMap((change, i) => ['', ...changeLines(change, i + 1)]),
  ];
}

function changeLines(change: PlannedChange, n: number): readonly string[] {
  const { id, sign, title, seen, risk, reaches, conditions, commands, undo } = change;
  return [
    `${sign} ${n}. ${title}`,
    ...labelled('id', [id]),
    ...labelled(
      'seen',
      (seen?.says ?? []).flatMap((line) => linesOfWords(line, room)),
    ),
    ...labelled('risk', linesOfWords(`${risk.level}. ${risk.says}`, room)),
    ...labelled('reaches', linesOfWords(reaches, room)),
    ...labelled(
      'note',
      conditions.flatMap((condition) => linesOfWords(condition, room)),
    ),
    ...labelled('runs', commands.flatMap(commandLines)),
    ...labelled('undo', undo.flatMap(commandLines)),
  ];
}

const indent = 13;
const room = width - indent;

function labelled(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => `${(i === 0 ? `    ${label}` : '').padEnd(indent)}${line}`.trimEnd());
}

/** A command stays on one line, to be copied whole. */
function commandLines({ if: when, text }: PlannedChange['commands'][number]): readonly string[] {
  return [...(when === undefined ? [] : linesOfWords(`${when}:`, room)), text];
}
