import type { AnswersOptions } from './answers.ts';
import type { CompletionOptions } from './completion.ts';
import type { ExportOptions } from './export.ts';
import type { ImportOptions } from './import.ts';
import type { Given, Input } from './input.ts';
import type { ListOptions } from './list.ts';
import type { Outcome } from './outcome.ts';
import type { PlanOptions } from './plan.ts';
import type { QuestionsOptions } from './questions.ts';
import type { RemoveOptions } from './remove.ts';
import type { SchemaOptions } from './schema.ts';
import type { StatusOptions } from './status.ts';
import type { WizardOptions } from './wizard.ts';

/** What a command asks for; run.ts carries it out. `quiet`: told is only what was asked for, and what went wrong. */
export type Wanted = { quiet?: boolean } & Doing;

type Doing =
  | { command: 'wizard'; options: WizardOptions }
  | { command: 'list'; options: ListOptions }
  | { command: 'export'; options: ExportOptions }
  | { command: 'import'; options: ImportOptions }
  | { command: 'remove'; options: RemoveOptions }
  | { command: 'status'; options: StatusOptions }
  | { command: 'plan'; options: PlanOptions }
  | { command: 'answers'; options: AnswersOptions }
  | { command: 'questions'; options: QuestionsOptions }
  | { command: 'completion'; options: CompletionOptions }
  | { command: 'schema'; options: SchemaOptions };

/** What is asked for; tell: nothing but to print, the help or what is wrong with the arguments. */
export type Asked = Wanted | { command: 'tell'; outcome: Outcome; quiet?: false };

/** A row of the command table. Parser, help, completion and what is nearest to a mistyped word are made from it. */
export type Command = {
  name: string;
  /** As a clause, for the list of commands and for its own help. */
  does: string;
  /** Arguments in the order in which they are typed, and options in the order in which help lists them. */
  inputs: readonly Input[];
  /** Whole command lines, without the prompt. */
  examples: readonly string[];
  /** What was typed, as what is wanted; `help`: of a command, or of all. Throws Unfit and Unknown. */
  ask(given: Given): Wanted | { help: string | undefined };
};
