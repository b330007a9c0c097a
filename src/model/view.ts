import type { Evidence } from './evidence.ts';
import type { Field } from './field.ts';
import type { Person } from './person.ts';
import type { Task, TaskState } from './task.ts';
import type { LocalDate } from './value.ts';

/** The products there are; a product joins when every step serves it. */
export type Product = 'lync-2010' | 'lync-2013' | 'sfb-2015' | 'sfb-2019' | 'sfb-se';

/** What the rollout is for; a goal joins when every step serves it. */
export type Goal = 'deploy';

/** A rollout as steps see it. */
export type View = {
  /** The answer, else what holds without one; undefined where the field is not asked or has neither. */
  get<T>(field: Field<T>): T | undefined;
  /** Where a task stands: a person's own state, else the state held once for all, else todo. */
  task(task: Task, person?: Person): TaskState;
  product: Product | undefined;
  goal: Goal;
  people: readonly Person[];
  /** The newest from a Front End Server; absent: nothing was seen. */
  evidence?: Evidence;
  today: LocalDate;
};
