import type { Evidence, LocalDate, Person, Rollout, Summary } from '../model/index.ts';
import { seenDone, seenFrom } from '../plan/index.ts';
import { findingsOf, judge, type Resume, resumeAt, stepStates, viewOf, waitsOf } from '../state/index.ts';
import { fieldById, steps, taskById } from '../steps/index.ts';
import { failedTests } from '../wizard/index.ts';
import type { Status } from './schemas/status.ts';
import { placed } from './told.ts';

/** Where a rollout stands, without what every output begins with. */
export type StatusData = Omit<Status, 'format' | 'version' | 'ok'>;

type At = { today: LocalDate; offset: number; exportFolder: string | undefined };

/** Where a rollout stands on a day. */
export function statusData(summary: Summary & { rollout: Rollout }, { today, offset, exportFolder }: At): StatusData {
  const { id, organisation, folder, rollout, savedAt = '' } = summary;
  const { wrong, missing, warnings } = judge(rollout, today);
  const states = stepStates(rollout, today);
  const seen = seenFrom(rollout, { today, offset });
  return {
    ...{ id, organisation, product: viewOf(rollout, today).product ?? null, folder, savedAt },
    seen: seen ? { ...seen, doubts: [...seen.doubts] } : null,
    exported: lastExport(rollout, exportFolder),
    steps: steps.map((step) => ({ id: step.id, title: step.title, state: states.get(step.id) ?? 'untouched' })),
    evidence: evidenceIn(rollout, viewOf(rollout, today).evidence),
    waits: waitsOf(rollout, today).map(({ task, step, person, since, day, due }) => ({
      ...{ id: task.id, label: task.label, step: step.id, ...whose(person) },
      ...{ since, day, due, asks: task.wait?.asks ?? `${task.label}: is it done?` },
    })),
    failed: failedTests(viewOf(rollout, today)).map(({ task, step, person, day }) => ({
      ...{ id: task.id, label: task.label, step: step.id, ...whose(person) },
      ...(day === undefined ? {} : { at: day }),
    })),
    seenDone: seenDone(rollout, today).map(({ task, step, at, computer }) => ({
      ...{ id: task.id, label: task.label, step: step.id, at, computer },
    })),
    canExport: wrong.length + missing.length === 0,
    problems: wrong.map(placed),
    missing: missing.map(placed),
    warnings: warnings.map(placed),
    next: nextOf(rollout, today),
  };
}

function whose(person: Person | undefined): { person?: string } {
  return person ? { person: person.name } : {};
}

function evidenceIn({ evidence = [] }: Rollout, current: Evidence | undefined): StatusData['evidence'] {
  return evidence
    .map(({ at, computer, place, script, sha256 }) => {
      return { at, computer, place, script, current: sha256 === current?.sha256 };
    })
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

function lastExport({ events }: Rollout, folder: string | undefined): StatusData['exported'] {
  const at = events.findLastIndex(({ type }) => type === 'exported');
  const event = events[at];
  if (event?.type !== 'exported') return null;
  const place = folder === undefined ? {} : { folder };
  return { at: event.at, files: event.files, ...place, changedSince: at < events.length - 1 };
}

function nextOf(rollout: Rollout, today: LocalDate): StatusData['next'] {
  const next = resumeAt(rollout, today);
  if (!next || next.why === 'last place' || next.why === 'all done') return null;
  const { step, page, line, person, why } = next;
  const place = { step: step.id, page: page.id, ...(line === undefined ? {} : { id: line }), ...whose(person) };
  return { ...place, why, said: `${step.title}, ${page.title}: ${whatToDo(next, rollout, today)}` };
}

/** What to do there, in words. */
function whatToDo({ line = '', person, why }: Resume, rollout: Rollout, today: LocalDate): string {
  const task = taskById(line);
  const name = person ? `${person.name}: ` : '';
  if (task && why === 'wait is due') return `${name}${task.wait?.asks ?? `${task.label}: is it done?`}`;
  const finding = findingsOf(rollout, today).find((one) => {
    return one.weight === 'stop' && one.id === line && one.person === person;
  });
  if (finding) return finding.said;
  return `${name}${task?.label ?? fieldById(line)?.question ?? 'not begun.'}`;
}
