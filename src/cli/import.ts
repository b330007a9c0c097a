import type { Surroundings } from '../model/index.ts';
import { openLibrary } from '../state/store.ts';
import { count, listed } from '../words/index.ts';
import { refusalOf } from './find.ts';
import { importEvidence } from './import-evidence.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { calledOf, readHanded } from './read.ts';
import { toldLines, warningLine } from './told.ts';

export type ImportOptions = { file: string; into: string | undefined };

/**
 * `import`: a file becomes a rollout of its own, and what is still missing is asked in the wizard; evidence goes into a
 * rollout that there is.
 */
export async function importFile({ file, into }: ImportOptions, home: string, around: Surroundings): Promise<Outcome> {
  const given = await readHanded(file, around);
  if ('said' in given) return refuse(given.code, ...toldLines(given));
  const library = openLibrary({ folder: home, around });
  if (given.state === 'evidence') return importEvidence(given, { into, library, around });
  if (into !== undefined) {
    return refuse(
      exitCodes.usage,
      `${calledOf(file)} is no evidence, so it becomes a rollout of its own. Leave out --into.`,
    );
  }
  const { missing, warnings } = given;
  const opened = await library.adopt(given.rollout);
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
