import type { Surroundings } from '../model/index.ts';
import { type Given, reasonOf, type Stated } from '../state/index.ts';
import { readGivenFile } from '../state/store.ts';
import { exitCodes } from './outcome.ts';
import type { Told } from './told.ts';

/** What a command works on that takes a rollout that is kept, by its name, or a file; `set`: what holds in its place. */
export type Source = ({ name: string } | { answers: string }) & { set: readonly string[] };

/** Reads a file that somebody names, an answers file or an exported rollout; what is `stated` holds in its place. */
export function readNamed(
  file: string,
  around: Surroundings,
  stated: Stated = {},
): Extract<Given, { state: 'read' }> | Told {
  const { now, offset, user: by } = around;
  let given: Given;
  try {
    given = readGivenFile(file, { now: now(), offset, by, stated });
  } catch (error) {
    return { code: exitCodes.usage, said: `${file} cannot be read: ${reasonOf(error)}.` };
  }
  if (given.state === 'read') return given;
  const { said, problems, missing } = given;
  return { code: exitCodes.usage, said: `${file}: ${said}`, problems, missing };
}
