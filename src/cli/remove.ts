import type { Library, Summary, Surroundings } from '../model/index.ts';
import { openLibrary } from '../state/store.ts';
import { count, listed, localDay, localTime } from '../words/index.ts';
import { askWhether } from './ask.ts';
import { findRollout } from './find.ts';
import { exitCodes, type Outcome, print, printed, refuse } from './outcome.ts';
import { cannotAsk, settleColour, wantsColour } from './terminal.ts';

export type RemoveOptions = { name: string; yes: boolean; noColor: boolean };

/** `remove`: names what goes, asks, and sets the rollout aside. No export is ever touched. */
export async function removeRollout(options: RemoveOptions, home: string, around: Surroundings): Promise<Outcome> {
  const library = openLibrary({ folder: home, around });
  const found = findRollout(library, options.name);
  if ('said' in found) return refuse(found.code, found.said);
  const what = whatGoes(found, library, around);
  if (!options.yes) {
    const answer = await askFirst(found.id, what, options.noColor);
    if (answer !== true) return answer;
  }
  const done = library.remove(found.id);
  if ('failed' in done) return refuse(exitCodes.cannotUseSaved, done.failed);
  const told = options.yes ? what : [];
  const out = [...told, `${found.id} is removed. Its folder is kept as ${done.removed}.`];
  return { code: exitCodes.done, out, brief: [] };
}

/** True where the person wants it so; else how it ends. */
async function askFirst(id: string, what: readonly string[], noColor: boolean): Promise<true | Outcome> {
  const { env, stdin, stderr } = process;
  const reason = cannotAsk({ env, stdin, stdout: stderr });
  if (reason !== undefined) {
    const why = `remove asks first, and here ${reason}. Nothing was removed.`;
    return refuse(exitCodes.cannotAsk, ...what, why, `Without being asked: skypefed remove ${id} --yes`);
  }
  settleColour({ colour: wantsColour(env, noColor) }, env);
  print(printed({ code: exitCodes.done, err: what }));
  const wanted = await askWhether(`Remove ${id}?`);
  if (wanted === undefined) return refuse(exitCodes.left, `${id} stays.`);
  return wanted || { code: exitCodes.done, out: [`${id} stays.`] };
}

function whatGoes(found: Summary, library: Library, { offset }: Surroundings): readonly string[] {
  const { id, organisation, folder, savedAt, rollout } = found;
  const saved = savedAt ? `, saved ${localDay(savedAt, offset)} ${localTime(savedAt, offset)}` : '';
  const held = rollout
    ? listed([
        count(Object.keys(rollout.answers).length, 'answer'),
        count(Object.keys(rollout.tasks).length, 'task'),
        count(rollout.people.length, 'person', 'people'),
        count(rollout.events.length, 'line of the record', 'lines of the record'),
      ])
    : 'a file that cannot be read';
  const exported = library.exportFolder(id);
  return [
    `${organisation} (${id})${saved}: ${held}.`,
    `In ${folder}`,
    exported === undefined ? 'What was exported stays.' : `What was exported stays, the last time to ${exported}`,
  ];
}
