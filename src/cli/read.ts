import type { Surroundings } from '../model/index.ts';
import { type Given, reasonOf } from '../state/index.ts';
import { readGivenFile } from '../state/store.ts';
import { exitCodes } from './outcome.ts';
import type { Told } from './told.ts';

/** What a command works on that takes a rollout that is kept, by its name, or a file. */
export type Source = { name: string } | { answers: string };

/** Reads a file that somebody names, an answers file or an exported rollout. */
export function readNamed(file: string, around: Surroundings): Extract<Given, { state: 'read' }> | Told {
  const { now, offset, user: by } = around;
  let given: Given;
  try {
    given = readGivenFile(file, { now: now(), offset, by });
  } catch (error) {
    return { code: exitCodes.usage, said: `${file} cannot be read: ${reasonOf(error)}.` };
  }
  if (given.state === 'read') return given;
  const { said, problems, missing } = given;
  return { code: exitCodes.usage, said: `${file}: ${said}`, problems, missing };
}
