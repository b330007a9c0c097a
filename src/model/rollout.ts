import type { Evidence } from './evidence.ts';
import type { Person } from './person.ts';
import type { TaskState } from './task.ts';
import type { Moment } from './value.ts';

/** What happened, with time and person; the log is the runbook's change record. */
export type Event = { at: Moment; by: string } & Happening;

/**
 * Each carries what stood before (`was`), so each has its inverse. In an answer `undefined` means none; in a task state,
 * that it was never moved; in a person, that there is none: an addition or a removal.
 */
export type Happening =
  | { type: 'created' }
  | { type: 'answered'; field: string; value: unknown; was?: unknown }
  | { type: 'cleared'; field: string; was: unknown }
  | { type: 'task-moved'; task: string; person?: string; to?: TaskState; was?: TaskState }
  | { type: 'person-changed'; person: string; position: number; to?: Person; was?: Person }
  /** Without what was seen in the log: that stands in the rollout. */
  | { type: 'evidence-imported'; evidence: Evidence }
  | { type: 'exported'; files: number; written: Moment };

/** What one organisation has answered, done and observed. */
export type Rollout = {
  format: 'skypefed-rollout';
  schemaVersion: 1;
  /** ASCII slug of the organisation at creation; never changes. */
  id: string;
  /** Field id -> normalised value. */
  answers: Readonly<Record<string, unknown>>;
  /** Task id -> state, tasks of the rollout and those held once for all. */
  tasks: Readonly<Record<string, TaskState>>;
  people: readonly Person[];
  /** In the order in which they were taken in. */
  evidence?: readonly Evidence[];
  events: readonly Event[];
};
