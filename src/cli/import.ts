import type { Surroundings } from '../model/index.ts';
import { openLibrary } from '../state/store.ts';
import { count, listed } from '../words/index.ts';
import { refusalOf } from './find.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { readNamed } from './read.ts';
import { toldLines, warningLine } from './told.ts';

export type ImportOptions = { file: string };

/** `import`: a file becomes a rollout of its own; what is still missing is asked in the wizard. */
export async function importFile({ file }: ImportOptions, home: string, around: Surroundings): Promise<Outcome> {
  const given = readNamed(file, around);
  if ('said' in given) return refuse(given.code, ...toldLines(given));
  const { missing, warnings } = given;
  const opened = await openLibrary({ folder: home, around }).adopt(given.rollout);
  if (opened.state !== 'open') {
    const { code, said } = refusalOf(opened, given.rollout.id, around);
    return refuse(code, said);
  }
  const { id, answers, tasks, people } = opened.saved.rollout;
  opened.saved.close();
  const held = listed([
    count(Object.keys(answers).length, 'answer'),
    count(Object.keys(tasks).length, 'task'),
    count(people.length, 'person', 'people'),
  ]);
  const asked = missing.length > 0 ? [`${count(missing.length, 'required answer')} missing; the wizard asks.`] : [];
  return {
    code: exitCodes.done,
    out: [`Kept as ${id}: ${held}.`, ...asked, `Go on with: skypefed open ${id}`],
    brief: [id],
    notes: warnings.map(warningLine),
  };
}
