import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '../../words/index.ts';
import { type Candidate, complete } from './complete.ts';

/** Prints what a completion script asks for on each press of Tab. */
export async function printCandidates(asked: readonly string[], home: string): Promise<void> {
  process.stdout.on('error', () => process.exit());
  process.stdout.write(await candidateLines(asked, home));
}

/**
 * That: `words`, `files` or `folders`, then a word a line with what it means behind a tab. The first argument is a colon
 * and what of the word is typed, so that none is ever empty, which Windows PowerShell would leave out; then come the words
 * before it. Nothing is completed where anything goes wrong.
 */
export async function candidateLines([typed = ':', ...before]: readonly string[], home: string): Promise<string> {
  try {
    const known = { rollouts: () => rolloutIds(home), answers: answerCandidates };
    const completion = await complete(before, typed.slice(1), known);
    const words = completion.is === 'words' ? completion.words : [];
    return `${[completion.is, ...words.map(lineOf)].join('\n')}\n`;
  } catch {
    return '';
  }
}

function lineOf({ value, help }: Candidate): string {
  return help === undefined ? printable(value) : `${printable(value)}\t${printable(help)}`;
}

/** The folders of rollouts bear their ids. Read without the store, which takes ten times as long to load. */
function rolloutIds(home: string): readonly string[] {
  return readdirSync(join(home, 'rollouts'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** `id=` of every field and task, or its choices once the id stands there. */
async function answerCandidates(typed: string): Promise<readonly Candidate[]> {
  const { allFields, allTasks } = await import('../../steps/index.ts');
  const lines = [...allFields, ...allTasks];
  const line = lines.find(({ id }) => typed.startsWith(`${id}=`));
  if (!line) return lines.map(({ id, label }) => ({ value: `${id}=`, help: label }));
  const { taskColumns } = await import('../../state/index.ts');
  const kind = 'kind' in line ? line.kind : taskColumns.find(({ id }) => id === 'state')?.kind;
  const choices = kind?.form === 'choice' ? kind.choices : [];
  return choices.map(({ value, label }) => ({ value: `${line.id}=${value}`, help: label }));
}
