import type { Rollout, Surroundings } from '../model/index.ts';
import { answersText, commentedAnswers, reasonOf } from '../state/index.ts';
import { openLibrary, writeNew } from '../state/store.ts';
import { localDay } from '../words/index.ts';
import { readRollout } from './find.ts';
import { safeJson } from './json.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';

export type AnswersOptions = { name: string; out?: string; comments: boolean; force: boolean };

/** `answers`: the answers file of a rollout as it is saved, which leads to the same export. */
export async function writeAnswersFile(options: AnswersOptions, home: string, around: Surroundings): Promise<Outcome> {
  const { name, out, comments, force } = options;
  const found = await readRollout(openLibrary({ folder: home, around }), name, around);
  if ('said' in found) return refuse(found.code, found.said);
  const text = safeJson(textOf(found.rollout, comments, around));
  if (out === undefined) return { code: exitCodes.done, out: text.split('\n') };
  try {
    if (writeNew(out, `${text}\n`, { force })) return { code: exitCodes.done, out: [`Written to ${out}`], brief: [] };
    return refuse(exitCodes.cannotExport, `${out} is there already. Name another file; --force replaces it.`);
  } catch (error) {
    return refuse(exitCodes.cannotExport, `${out} cannot be written: ${reasonOf(error)}.`);
  }
}

function textOf(rollout: Rollout, comments: boolean, { now, offset }: Surroundings): string {
  return comments ? commentedAnswers(rollout, localDay(now(), offset)) : answersText(rollout);
}
