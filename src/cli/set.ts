import type { Library, Rollout, Surroundings } from '../model/index.ts';
import {
  type Located,
  readAnswers,
  readSets,
  restate,
  rolloutFromAnswers,
  rolloutId,
  type Stated,
} from '../state/index.ts';
import { deployment } from '../steps/index.ts';
import { listed, localDay } from '../words/index.ts';
import { refusalOf } from './find.ts';
import { exitCodes } from './outcome.ts';
import type { Told } from './told.ts';

/** What --set states, as an answers file would; or why it cannot be taken. */
export function readSet(words: readonly string[], { now, offset }: Surroundings): { stated: Stated } | Told {
  const { stated, problems } = readSets(words, localDay(now(), offset));
  if (problems.length === 0) return { stated };
  return refused(problems);
}

function refused(problems: readonly Located[]): Told {
  return { code: exitCodes.usage, said: '--set: Not all of it can be taken.', problems };
}

/** A rollout that is kept, with what --set states in place of what it has; nothing of it is saved. */
export function withSet(rollout: Rollout, stated: Stated, { now, user }: Surroundings): Rollout {
  return restate(rollout, stated, { at: now(), by: user });
}

/** That what --set states counts this once. */
export function setNotes(stated: Stated, id: string): readonly string[] {
  const ids = Object.keys(stated);
  return ids.length > 0 ? [`Only here, and not saved in ${id}: ${listed(ids)}.`] : [];
}

/**
 * Where a rollout begins that is started with --set: in the wizard's form where its organisation is still to be told, the
 * library then keeps what is stated with it; else it is kept at once, and `open` is its id.
 */
export async function beginWith(
  words: readonly string[],
  library: Library,
  around: Surroundings,
): Promise<{ library: Library; open?: string } | Told> {
  const set = readSet(words, around);
  if ('said' in set) return set;
  const { stated } = set;
  const read = readAnswers(stated, localDay(around.now(), around.offset));
  if (!read.ok) return refused(read.problems);
  const begun = (organisation: string): Rollout => {
    const answers = { ...read.answers, [deployment.organisation.id]: organisation };
    const id = rolloutId(organisation, []);
    return rolloutFromAnswers({ ...read, answers }, { id, at: around.now(), by: around.user });
  };
  const { [deployment.organisation.id]: named } = read.answers;
  if (typeof named !== 'string') return { library: beginning(library, begun) };
  const opened = await library.adopt(begun(named));
  if (opened.state !== 'open') return refusalOf(opened, rolloutId(named, []), around);
  opened.saved.close();
  return { library, open: opened.saved.rollout.id };
}

/** A library in which the first rollout that is created begins otherwise. */
function beginning(library: Library, begun: (organisation: string) => Rollout): Library {
  let first = true;
  return {
    ...library,
    create: (options) => {
      if (!first) return library.create(options);
      first = false;
      return library.adopt(begun(options.organisation));
    },
  };
}
