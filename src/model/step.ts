import type { Desired } from './desired.ts';
import type { Markdown } from './fact.ts';
import type { AnyField, Field } from './field.ts';
import type { PersonAnswer } from './person.ts';
import type { Task } from './task.ts';
import type { Goal, View } from './view.ts';

/** One screenful that tells, asks and ticks. */
export type Page = {
  /** Unique within its step. */
  id: string;
  title: string;
  /** The sentence under the title. */
  lead: string;
  /** Rows of the procedure that this page carries, 1 to 22; one test holds them all. */
  rows: readonly number[];
  shown?(view: View): boolean;
  /** Answers without which this page cannot be told or asked. */
  needs?: readonly AnyField[];
  /** Whole telling, in blocks of Markdown, facts cited. */
  tell(view: View): Markdown;
  /** Where the same is done by hand in the Control Panel, Topology Builder or client of the product. */
  clicks?(view: View): Markdown;
  fields?: readonly AnyField[];
  tasks?: readonly Task[];
  /** Present on the page of people: how one is read and checked. The people themselves stand in the rollout. */
  people?: Field<readonly PersonAnswer[]>;
};

/** A file of its own among what is exported, such as the request sheet. */
export type Paper = { path: string; title: string; body: Markdown };

/** Part of the procedure: one folder, in order. */
export type Step = {
  id: string;
  title: string;
  goals: readonly Goal[];
  pages: readonly Page[];
  /** What should be true on the server once this step is applied. */
  wants(view: View): readonly Desired[];
  papers?(view: View): readonly Paper[];
};
