import { productNames } from '../facts/index.ts';
import type { Summary, Surroundings } from '../model/index.ts';
import { viewOf } from '../state/index.ts';
import { openLibrary, rolloutsFault } from '../state/store.ts';
import { steps } from '../steps/index.ts';
import { stepsDone } from '../wizard/index.ts';
import { localDay, localTime } from '../words/index.ts';
import { jsonHead, jsonOutcome, jsonRefusal } from './json.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import type { ListOutput } from './schemas/list.ts';

export type ListOptions = { json: boolean };

/** `list`: every rollout on a line, the last changed first. */
export function listRollouts({ json }: ListOptions, home: string, around: Surroundings): Outcome {
  const said = rolloutsFault(home);
  const code = exitCodes.cannotUseSaved;
  if (said !== undefined) return json ? jsonRefusal('list', { code, said }) : refuse(code, said);
  const all = openLibrary({ folder: home, around }).list();
  const today = localDay(around.now(), around.offset);
  if (json) {
    const rollouts = all.map((one) => rolloutData(one, today));
    return jsonOutcome(exitCodes.done, { ...jsonHead('list'), ok: true, rollouts });
  }
  if (all.length === 0) return { code: exitCodes.done, notes: [`There is no rollout in ${home}.`] };
  const rows = all.map((one) => rolloutCells(one, around, today));
  const widths = rows.reduce<readonly number[]>(
    (wide, row) => row.map((cell, i) => Math.max(cell.length, wide[i] ?? 0)),
    [],
  );
  const lines = rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  return { code: exitCodes.done, out: lines.map((line) => line.trimEnd()) };
}

/** Id, when it was saved, how far it is and its organisation, which comes last since its width is not known. */
function rolloutCells(one: Summary, { offset }: Surroundings, today: string): readonly string[] {
  const { id, organisation, savedAt, rollout } = one;
  const saved = savedAt ? `${localDay(savedAt, offset)} ${localTime(savedAt, offset)}` : '';
  if (!rollout) return [id, saved, 'cannot be read', `skypefed open ${id} says why`];
  const { product } = viewOf(rollout, today);
  const done = `${stepsDone(rollout, today)} of ${steps.length} steps done`;
  return [id, saved, done, product ? `${organisation}, ${productNames[product]}` : organisation];
}

type Listed = Extract<ListOutput, { ok: true }>['rollouts'][number];

function rolloutData({ id, organisation, folder, savedAt, rollout }: Summary, today: string): Listed {
  return {
    ...{ id, organisation, folder },
    ...(savedAt ? { savedAt } : {}),
    readable: rollout !== undefined,
    ...(rollout ? { product: viewOf(rollout, today).product ?? null } : {}),
    ...(rollout ? { steps: { done: stepsDone(rollout, today), of: steps.length } } : {}),
  };
}
