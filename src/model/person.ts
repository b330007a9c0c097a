import type { TaskState } from './task.ts';

export type Situation = 'has-account' | 'needs-account' | 'needs-merge' | 'skype-name-only';

/** A person as typed or as an answers file states one. */
export type PersonAnswer = Omit<Person, 'id' | 'tasks'> & { tasks?: Readonly<Record<string, unknown>> };

/** Somebody on Skype whom somebody of ours wants to reach. */
export type Person = {
  /** `p1`, `p2`, ... never used twice in a rollout. */
  id: string;
  name: string;
  /** SIP address of the colleague inside who adds this contact. */
  sip?: string;
  microsoftAccount?: string;
  skypeName?: string;
  situation: Situation;
  /** Full task id -> state, only where it was moved. */
  tasks: Readonly<Record<string, TaskState>>;
};
