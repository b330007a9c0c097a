import type { Surroundings } from '../model/index.ts';
import { openLibrary } from '../state/store.ts';
import { localDay } from '../words/index.ts';
import { readRollout } from './find.ts';
import { jsonHead, jsonOutcome, jsonRefusal } from './json.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { statusData } from './status-data.ts';
import { statusLines } from './status-lines.ts';

export type StatusOptions = { name: string; json: boolean };

/** `status`: where a rollout stands, as it is saved. */
export async function tellStatus(options: StatusOptions, home: string, around: Surroundings): Promise<Outcome> {
  const { name, json } = options;
  const library = openLibrary({ folder: home, around });
  const found = await readRollout(library, name, around);
  if ('said' in found) return json ? jsonRefusal('status', found) : refuse(found.code, found.said);
  const data = statusData(found, {
    today: localDay(around.now(), around.offset),
    offset: around.offset,
    exportFolder: library.exportFolder(found.id),
  });
  const code = exitCodes.done;
  return json
    ? jsonOutcome(code, { ...jsonHead('status'), ok: true, ...data })
    : { code, out: statusLines(data, around.offset) };
}
