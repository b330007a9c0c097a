import type { Moment, Rollout } from '../model/index.ts';
import { fieldById, taskById } from '../steps/index.ts';
import { count, listed, localTime } from '../words/index.ts';
import { organisationOf } from './names.ts';

/** The exit code of a wizard that was left with everything saved. */
export const leftCode = 130;

/** What is told where no rollout was open. `command`: how the program is started with arguments. */
export function leftHome(options: { rollouts: number; folder: string; command: string }): readonly string[] {
  const { rollouts, folder, command } = options;
  const kept = rollouts === 0 ? 'No rollout is begun yet.' : `${count(rollouts, 'rollout')} saved.`;
  return [kept, `In ${folder}`, `Go on with: ${command.replace(/ --$/, '')}`];
}

type Left = {
  rollout: Rollout;
  folder: string;
  readOnly: boolean;
  /** Since when and why it cannot be written. */
  failing: { since: Moment; said: string } | undefined;
  offset: number;
  command: string;
  /** Names of what leaving made an answer. */
  accepted?: readonly string[];
  /** Ids of forms in which something stands that was not accepted. */
  drafts?: readonly string[];
};

/** What is told of a rollout that is left: how it is kept, where, and how to go on. */
export function leftRollout(left: Left): readonly string[] {
  const { rollout, folder, command, accepted = [], drafts = [] } = left;
  const name = organisationOf(rollout);
  const tasks = Object.keys(rollout.tasks).length + rollout.people.reduce((n, p) => n + Object.keys(p.tasks).length, 0);
  const counts = `${count(Object.keys(rollout.answers).length, 'answer')}, ${count(tasks, 'task')}`;
  return [
    [stateWords(name, counts, left), ...acceptedWords(accepted), ...draftWords(drafts)].join(' '),
    `In ${folder}`,
    `Go on with: ${command} open ${rollout.id}`,
  ];
}

function stateWords(name: string, counts: string, { readOnly, failing, offset }: Left): string {
  if (failing) return `${name} is not saved since ${localTime(failing.since, offset)}: ${failing.said}`;
  return readOnly ? `${name} was open for reading only: ${counts}.` : `${name} is saved: ${counts}.`;
}

function acceptedWords(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`Accepted on leaving: ${listed(names)}.`];
}

function draftWords(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const names = listed(ids.map((id) => fieldById(id)?.label ?? taskById(id)?.label ?? 'a person'));
  return [
    ids.length === 1 ? `One draft was not accepted: ${names}.` : `${ids.length} drafts were not accepted: ${names}.`,
  ];
}
