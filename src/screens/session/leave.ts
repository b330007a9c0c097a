import { fieldById, taskById } from '../../steps/index.ts';
import { count, listed, localTime } from '../../words/index.ts';
import type { Moments, Open, Outcome, Session } from './session.ts';

/** The code of a program that was left with everything saved. */
const leftCode = 130;

/** Leaves; the words stand on the ordinary screen afterwards. `accepted`: names of what leaving made an answer. */
export function left(session: Session, m: Moments, accepted: readonly string[]): Outcome {
  const words = session.open ? openWords(session, session.open, m, accepted) : homeWords(session);
  return { session, effects: [{ do: 'leave', code: leftCode, words }] };
}

function homeWords({ summaries, folder, command }: Session): readonly string[] {
  const kept = summaries.length === 0 ? 'No rollout is begun yet.' : `${count(summaries.length, 'rollout')} saved.`;
  return [kept, `In ${folder}`, `Go on with: ${command.replace(/ --$/, '')}`];
}

function openWords(session: Session, open: Open, m: Moments, accepted: readonly string[]): readonly string[] {
  const { rollout, saving } = open;
  const name = String(rollout.answers['deployment.organisation'] ?? open.id);
  const tasks = Object.keys(rollout.tasks).length + rollout.people.reduce((n, p) => n + Object.keys(p.tasks).length, 0);
  const counts = `${count(Object.keys(rollout.answers).length, 'answer')}, ${count(tasks, 'task')}`;
  return [
    [stateWords(name, counts, open, saving, m), ...acceptedWords(accepted), ...draftWords(session)].join(' '),
    `In ${open.folder}`,
    `Go on with: ${session.command} open ${open.id}`,
  ];
}

function stateWords(name: string, counts: string, open: Open, saving: Open['saving'], m: Moments): string {
  if (saving.failing) {
    const since = localTime(saving.failing.since, m.around.offset);
    return `${name} is not saved since ${since}: ${saving.failing.said}`;
  }
  return open.readOnly ? `${name} was open for reading only: ${counts}.` : `${name} is saved: ${counts}.`;
}

function acceptedWords(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`Accepted on leaving: ${listed(names)}.`];
}

function draftWords({ drafts }: Session): readonly string[] {
  const ids = Object.keys(drafts);
  if (ids.length === 0) return [];
  const names = listed(ids.map((id) => fieldById(id)?.label ?? taskById(id)?.label ?? 'a person'));
  return [ids.length === 1 ? `One draft was not valid: ${names}.` : `${ids.length} drafts were not valid: ${names}.`];
}
