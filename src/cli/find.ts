import type { Library, Opened, Rollout, Saved, Summary, Surroundings } from '../model/index.ts';
import { nearest } from '../state/index.ts';
import { rolloutsFault } from '../state/store.ts';
import { listed, localDay, localTime } from '../words/index.ts';
import { exitCodes } from './outcome.ts';

/** Why something cannot be done, as a sentence, and the exit code for it. */
export type Refusal = { code: number; said: string };

/** The rollout that is meant by an id or an organisation; else which ones there are. */
export function findRollout(library: Library, name: string): Summary | Refusal {
  const fault = rolloutsFault(library.folder);
  if (fault !== undefined) return { code: exitCodes.cannotUseSaved, said: fault };
  const usage = (said: string): Refusal => ({ code: exitCodes.usage, said });
  const all = library.list();
  const named = all.find(({ id }) => id === name);
  if (named) return named;
  const [found, ...others] = all.filter(({ organisation }) => organisation === name);
  if (found && others.length === 0) return found;
  if (found) return usage(`${name} has several rollouts: ${listed([found, ...others].map(({ id }) => id))}. Name one.`);
  if (all.length === 0) return usage(`There is no rollout in ${library.folder}.`);
  const names = all.flatMap(({ id, organisation }) => [id, organisation]);
  const near = nearest(name, names);
  const which = near === undefined ? '. skypefed list names those there are' : `; the nearest is ${near}`;
  return usage(`There is no rollout ${name}${which}.`);
}

/** The same of a name that was perhaps meant for answers, where a command takes those as well. */
export function orAnswers({ code, said }: Refusal, name: string): Refusal {
  if (code !== exitCodes.usage) return { code, said };
  if (name === '-') return { code, said: `${said} --answers - reads standard input.` };
  return /\.jsonc?$/i.test(name) ? { code, said: `${said} --answers ${name} reads a file.` } : { code, said };
}

/** The rollout, open for writing; the caller closes it. */
export async function openNamed(library: Library, name: string, around: Surroundings): Promise<Saved | Refusal> {
  const found = findRollout(library, name);
  if ('said' in found) return found;
  const opened = await library.open(found.id, 'write');
  return opened.state === 'open' ? opened.saved : refusalOf(opened, found.id, around);
}

/** The rollout as it is saved, whoever has it open; nothing is locked and nothing written. */
export async function readRollout(
  library: Library,
  name: string,
  around: Surroundings,
): Promise<(Summary & { rollout: Rollout }) | Refusal> {
  const found = findRollout(library, name);
  if ('said' in found) return found;
  const { rollout, ...summary } = found;
  if (rollout) return { ...summary, rollout };
  const opened = await library.open(found.id, 'read-only');
  return opened.state === 'open' ? { ...summary, rollout: opened.saved.rollout } : refusalOf(opened, found.id, around);
}

/** What is told outside the wizard of a rollout that does not open. */
export function refusalOf(opened: Exclude<Opened, { state: 'open' }>, id: string, around: Surroundings): Refusal {
  const code = exitCodes.cannotUseSaved;
  const moment = (at: string) => `${localDay(at, around.offset)} ${localTime(at, around.offset)}`;
  switch (opened.state) {
    case 'locked': {
      const { host, user, since } = opened.holder;
      return {
        code,
        said: `${id} is open in another window: ${host}, ${user}, since ${moment(since)}. Leave it there.`,
      };
    }
    case 'damaged': {
      const { said, copy } = opened;
      const way = copy
        ? `The copy of ${moment(copy.savedAt)} is whole and lacks ${copy.lacks}; skypefed open ${id} offers it.`
        : 'There is no whole copy beside it.';
      return { code, said: `${said} Nothing was changed. ${way}` };
    }
    case 'newer':
    case 'unusable':
      return { code, said: opened.said };
  }
}
