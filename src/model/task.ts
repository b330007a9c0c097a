import type { Fact } from './fact.ts';
import type { Person } from './person.ts';
import type { LocalDate, Problem } from './value.ts';
import type { View } from './view.ts';

export type TaskState = {
  state: 'todo' | 'waiting' | 'done' | 'waived';
  /** Day it began to wait. */
  since?: LocalDate;
  /** Day it was done. */
  at?: LocalDate;
  /** Why it is waived; a waiver without one is refused. */
  reason?: string;
  /** Day on which a waiver ends. */
  until?: LocalDate;
  by?: string;
  /** What a test showed; a test that is done has one. */
  result?: 'worked' | 'failed';
};

/** Something a person does outside this program, and tells us. */
export type Task = {
  /** `step.name`, permanent; shares the namespace of fields. */
  id: string;
  label: string;
  /** One sentence: what to do, or how to see that it is done. */
  help: string;
  why: readonly Fact[];
  /** `either`: each person's own, or once for all who have no state of their own. */
  per: 'rollout' | 'person' | 'either';
  /** Present where waiting is usual: a reminder comes after so many days. */
  wait?: {
    days: number /** "DNS records published": what began. */;
    begun: string /** "Can others find them now?" */;
    asks: string;
  };
  /** True where done needs a result. */
  test?: boolean;
  /** True where it cannot be undone. */
  irreversible?: boolean;
  /** What verify sees of it: each Edge has the configuration, or the policy of the step is in force for somebody. */
  verified?: 'replicated' | 'in force';
  /** Done means that the server is no longer as it was: the apply script ran, or somebody changed it by hand. */
  changesServer?: 'apply' | 'by hand';
  /** False: not a task for these answers or this person. Default: it is. */
  applies?(view: View, person?: Person): boolean;
  check?(state: TaskState, view: View): readonly Problem[];
};
