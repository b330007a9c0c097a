import type { Surroundings } from '../model/index.ts';
import { reasonOf, type Stated } from '../state/index.ts';
import { type Handed, readGivenFile } from '../state/store.ts';
import { exitCodes } from './outcome.ts';
import type { Told } from './told.ts';

/** What a command works on that takes a rollout that is kept, by its name, or a file; `set`: what holds in its place. */
export type Source = ({ name: string } | { answers: string }) & { set: readonly string[] };

/** Reads a file that somebody names, an answers file or an exported rollout; what is `stated` holds in its place. */
export function readNamed(
  file: string,
  around: Surroundings,
  stated: Stated = {},
): Extract<Handed, { state: 'read' }> | Told {
  const given = readHanded(file, around, stated);
  if (!('state' in given) || given.state === 'read') return given;
  const said = `${file}: This is evidence; skypefed import takes it into its rollout.`;
  return { code: exitCodes.usage, said };
}

/** The same, or evidence. */
export function readHanded(
  file: string,
  around: Surroundings,
  stated: Stated = {},
): Exclude<Handed, { state: 'refused' }> | Told {
  const { now, offset, user: by } = around;
  let given: Handed;
  try {
    given = readGivenFile(file, { now: now(), offset, by, stated });
  } catch (error) {
    return { code: exitCodes.usage, said: `${file} cannot be read: ${reasonOf(error)}.` };
  }
  if (given.state !== 'refused') return given;
  const { said, problems, missing } = given;
  const from = Object.keys(stated).length > 0 ? `${file} with --set` : file;
  return { code: exitCodes.usage, said: `${from}: ${said}`, problems, missing };
}
