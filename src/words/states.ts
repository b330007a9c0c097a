import type { TaskState } from '../model/index.ts';

/** How the state of a task is called, everywhere. */
export const taskStateWords: Readonly<Record<TaskState['state'], string>> = {
  todo: 'to do',
  waiting: 'waiting',
  done: 'done',
  waived: 'not needed',
};

/** How many people are how far: "by person: 1 to do, 2 done"; nothing where it concerns nobody. */
export function byPersonSaid(states: readonly TaskState['state'][]): string {
  const counts = (['todo', 'waiting', 'done', 'waived'] as const).flatMap((state) => {
    const many = states.filter((one) => one === state).length;
    return many === 0 ? [] : [`${many} ${taskStateWords[state]}`];
  });
  return counts.length === 0 ? '' : `by person: ${counts.join(', ')}`;
}

/** How the state of a step is called, everywhere. A step of which all is answered has changed nothing on a server yet. */
export const stepStateWords = {
  untouched: 'not begun',
  open: 'begun, something is left',
  wrong: 'something is missing or wrong',
  waiting: 'waits',
  done: 'answered, no task left',
} as const;

/** What was typed or picked and is no answer, since something of it is missing or wrong. */
export const draftNotAccepted = 'draft, not accepted';
