import type { Happening, TaskState } from '../model/index.ts';
import type { Dependant } from '../state/index.ts';
import { fieldById } from '../steps/index.ts';
import { count, listed } from '../words/index.ts';
import { nameOf } from './names.ts';
import { showState } from './task-form.ts';

/** What followed, in a sentence: answers that rest come first, since they seem lost. */
export function followText(followers: readonly Dependant[]): string | undefined {
  const labels = (kept: readonly Dependant[]) => listed(kept.map((one) => one.field.label));
  const resting = followers.filter((one) => one.becomes === 'not asked' && one.answered);
  const wrong = followers.filter((one) => one.becomes === 'wrong');
  if (resting.length > 0) return `${labels(resting)} ${resting.length === 1 ? 'is' : 'are'} kept, no longer asked.`;
  if (wrong.length > 0) return `${labels(wrong)} ${wrong.length === 1 ? 'needs' : 'need'} another answer now.`;
  const others = followers.filter((one) => one.becomes === 'asked' || one.becomes === 'another default');
  if (others.length === 0) return undefined;
  if (others.length > 3) return `${count(others.length, 'answer')} elsewhere follow${others.length === 1 ? 's' : ''}.`;
  return `${labels(others)} follow${others.length === 1 ? 's' : ''}.`;
}

/** What a change that is taken back was about, and what is in force now: `Remote users: keep again (was no)`. */
export function takenBack(happening: Happening, today: string): string {
  switch (happening.type) {
    case 'answered':
      return `${nameOf(happening.field)}: ${shown(happening.field, happening.value)} again${was(happening.field, happening.was)}`;
    case 'cleared':
      return `${nameOf(happening.field)}: not answered again${was(happening.field, happening.was)}`;
    case 'task-moved':
      return `${nameOf(happening.task)}: ${stateWord(happening.to, today)} again`;
    case 'person-changed':
      if (!happening.to) return `${happening.was?.name ?? ''} is out of the list again`;
      return happening.was ? `${happening.to.name} is as before` : `${happening.to.name} is back in the list`;
    case 'created':
    case 'exported':
      return '';
  }
}

function shown(id: string, value: unknown): string {
  return fieldById(id)?.kind.show(value) ?? String(value);
}

function was(id: string, value: unknown): string {
  return value === undefined ? '' : ` (was ${shown(id, value)})`;
}

/** A state and what belongs to it: `done, 3 Nov 2014`. */
export function stateWord(state: TaskState | undefined, today: string): string {
  if (!state || state.state === 'todo') return 'todo';
  return state.state === 'waived' ? 'not needed' : `${state.state}, ${showState(state, today)}`;
}
