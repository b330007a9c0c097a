import type { Surroundings } from '../model/index.ts';
import { reasonOf, type Stated } from '../state/index.ts';
import { type Handed, readGivenBytes, readGivenFile } from '../state/store.ts';
import { exitCodes } from './outcome.ts';
import { readStandardInput } from './stdin.ts';
import type { Told } from './told.ts';

/**
 * What a command works on that takes a rollout that is kept, by its name, or answers: those of a file, `-` being standard
 * input; undefined: none but what is set. `set`: what holds in their place.
 */
export type Source = ({ name: string } | { answers: string | undefined }) & { set: readonly string[] };

/** How answers are called in what is told of them. */
export function calledOf(answers: string | undefined): string {
  return answers === '-' ? 'standard input' : (answers ?? '--set');
}

/** Reads what somebody names, an answers file or an exported rollout; what is `stated` holds in its place. */
export async function readNamed(
  answers: string | undefined,
  around: Surroundings,
  stated: Stated = {},
): Promise<Extract<Handed, { state: 'read' }> | Told> {
  const given = await readHanded(answers, around, stated);
  if (!('state' in given) || given.state === 'read') return given;
  const said = `${calledOf(answers)}: This is evidence; skypefed import takes it into its rollout.`;
  return { code: exitCodes.usage, said };
}

/** The same, or evidence. */
export async function readHanded(
  answers: string | undefined,
  around: Surroundings,
  stated: Stated = {},
): Promise<Exclude<Handed, { state: 'refused' }> | Told> {
  const { now, offset, user: by } = around;
  const called = calledOf(answers);
  const at = { now: now(), offset, by, stated };
  let given: Handed;
  try {
    if (answers === undefined) given = readGivenBytes(Buffer.from('{}'), called, at);
    else if (answers === '-') given = readGivenBytes(await readStandardInput(), called, at);
    else given = readGivenFile(answers, at);
  } catch (error) {
    return { code: exitCodes.usage, said: `${called} cannot be read: ${reasonOf(error)}.` };
  }
  if (given.state !== 'refused') return given;
  const { said, problems, missing } = given;
  const from = answers !== undefined && Object.keys(stated).length > 0 ? `${called} with --set` : called;
  return { code: exitCodes.usage, said: `${from}: ${said}`, problems, missing };
}
