import type { Rollout, Surroundings, View } from '../model/index.ts';
import { type Clock, otherServer, type SeenFrom, seenFrom } from '../plan/index.ts';
import { judge, viewOf } from '../state/index.ts';
import { openLibrary } from '../state/store.ts';
import { deployment } from '../steps/index.ts';
import { count, listed, localDay } from '../words/index.ts';
import { orAnswers, readRollout } from './find.ts';
import { jsonHead, jsonOutcome, jsonRefusal, refusal } from './json.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { planLines } from './plan-lines.ts';
import { plannedChanges } from './planned.ts';
import { calledOf, readNamed, type Source } from './read.ts';
import type { PlannedChange } from './schemas/plan.ts';
import { readSet, setNotes, withSet } from './set.ts';
import { placed, type Told, toldLines, warningLine } from './told.ts';

/** `detailed`: the exit code says whether there is something to do. */
export type PlanOptions = Source & { json: boolean; detailed: boolean };

/** `plan`: what these answers would change on the server, as far as they go. */
export async function tellPlan(options: PlanOptions, home: string, around: Surroundings): Promise<Outcome> {
  const { json, detailed } = options;
  const source = await sourceOf(options, home, around);
  if ('said' in source) return json ? jsonRefusal('plan', source) : refuse(source.code, ...toldLines(source));
  const { notes: set, ...from } = source;
  const { offset } = around;
  const clock = { today: localDay(around.now(), offset), offset };
  const planned = planFrom(from, clock);
  const code = planCode(planned, detailed);
  const { notes = [], ...outcome } = json ? asJson(planned, code) : asLines(planned, code, clock);
  return { ...outcome, notes: [...set, ...notes] };
}

type From = { rollout: Rollout; from: string; id?: string };

async function sourceOf(
  options: Source,
  home: string,
  around: Surroundings,
): Promise<(From & { notes: readonly string[] }) | Told> {
  const set = readSet(options.set, around);
  if ('said' in set) return set;
  const { stated } = set;
  if ('answers' in options) {
    const given = await readNamed(options.answers, around, stated);
    return 'said' in given ? given : { rollout: given.rollout, from: calledOf(options.answers), notes: [] };
  }
  const found = await readRollout(openLibrary({ folder: home, around }), options.name, around);
  if ('said' in found) return orAnswers(found, options.name);
  const { id, rollout } = found;
  return { rollout: withSet(rollout, stated, around), from: id, id, notes: setNotes(stated, id) };
}

export type Planned = Omit<From, 'rollout'> & {
  organisation: string;
  product: View['product'];
  /** What it goes by; undefined where nothing was seen. */
  seen: SeenFrom | undefined;
  /** Why the script would stop at once on the server that was seen; undefined where it would not. */
  other?: string | undefined;
  changes: readonly PlannedChange[];
  judged: ReturnType<typeof judge>;
};

function planFrom({ rollout, ...from }: From, clock: Clock): Planned {
  const { today } = clock;
  const view = viewOf(rollout, today);
  return {
    ...from,
    organisation: view.get(deployment.organisation) ?? rollout.id,
    product: view.product,
    seen: seenFrom(rollout, clock),
    other: view.evidence && otherServer(view.evidence, view.product),
    changes: plannedChanges(view),
    judged: judge(rollout, today),
  };
}

/** The exit code of a plan: what stops counts more than what is to do. */
export function planCode(
  { changes, judged, other }: Pick<Planned, 'changes' | 'judged' | 'other'>,
  detailed: boolean,
): number {
  if (barred(judged)) return detailed ? exitCodes.stops : exitCodes.cannotExport;
  if (!detailed) return exitCodes.done;
  if (other !== undefined || stopsOf(changes).length > 0) return exitCodes.stops;
  return nothingToDo(changes) ? exitCodes.done : exitCodes.changes;
}

/** The changes at which the script would stop, as far as was seen, by id. */
function stopsOf(changes: Planned['changes']): string[] {
  return changes.filter(({ seen }) => seen?.stops).map(({ id }) => id);
}

/** Is there anything that keeps it from being exported? */
function barred({ wrong, missing }: Planned['judged']): boolean {
  return wrong.length + missing.length > 0;
}

function nothingToDo(changes: Planned['changes']): boolean {
  return changes.every(({ sign }) => sign === '=');
}

function whyStopped({ from, judged: { wrong, missing } }: Planned, code: number): Told {
  const counts = [
    ...(wrong.length > 0 ? [`${count(wrong.length, 'answer')} wrong`] : []),
    ...(missing.length > 0 ? [`${count(missing.length, 'required answer')} missing`] : []),
  ];
  return { code, said: `${from}: ${listed(counts)}.`, problems: wrong, missing };
}

function asLines(planned: Planned, code: number, clock: Clock): Outcome {
  const { judged } = planned;
  const notes = judged.warnings.map(warningLine);
  const stops = stopsOf(planned.changes);
  const err = [
    ...(barred(judged) ? toldLines(whyStopped(planned, code)) : []),
    ...(stops.length > 0 ? [`As it was seen, the script would stop: ${listed(stops)}.`] : []),
  ];
  return { code, out: planLines(planned, clock), notes, err };
}

function asJson(planned: Planned, code: number): Outcome {
  const { id, organisation, product = null, judged, seen } = planned;
  const changes = [...planned.changes];
  if (barred(judged)) {
    return jsonOutcome(code, { ...jsonHead('plan'), ...refusal(whyStopped(planned, code)), changes });
  }
  return jsonOutcome(code, {
    ...jsonHead('plan'),
    ok: true,
    ...(id === undefined ? {} : { id }),
    ...{
      organisation,
      product,
      seen: seen ? { ...seen, doubts: [...seen.doubts] } : null,
      nothingToDo: nothingToDo(changes),
      stops: stopsOf(changes),
      changes,
    },
    warnings: judged.warnings.map(placed),
  });
}
