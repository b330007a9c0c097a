import type { AnyField, Page, Person, Task, View } from '../model/index.ts';
import { listed } from '../words/index.ts';
import { type Dimension, probe } from './probe.ts';
import { isAsked } from './views.ts';

/**
 * When something is asked, as data: all parts hold, none: always. `is` lists values, `undefined` being none; `not` the others
 * there are. `atLeast`: so many are listed.
 */
export type Condition = readonly Part[];
export type Part = { id: string; is: readonly unknown[]; not: readonly unknown[] } | { id: string; atLeast: number };

/** When a field is asked, its page being shown. */
export function whenAsked(field: AnyField, page: Page): Condition {
  return conditionOf(field.id, (view) => isShown(page, view) && isAsked(field, view));
}

/** When a task is one, of a person where it is each person's. */
export function whenApplies(task: Task, page: Page): Condition {
  const ofPerson = task.per !== 'rollout';
  const applies = (view: View, person: Person) => task.applies?.(view, ofPerson ? person : undefined) ?? true;
  return conditionOf(task.id, (view, person) => isShown(page, view) && applies(view, person));
}

/** Is it required wherever it is asked? */
export function isRequired(field: AnyField): boolean {
  const { outcomes } = probe((view) => (isAsked(field, view) ? (field.required?.(view) ?? false) : undefined));
  const said = new Set(outcomes.flatMap(({ says }) => says ?? []));
  if (said.size > 1) throw new Error(`${field.id} is required in some cases in which it is asked, and not in others`);
  return said.has(true);
}

function isShown(page: Page, view: View): boolean {
  return page.shown?.(view) ?? true;
}

/** The parts of a condition; throws where parts that hold by themselves cannot tell it. */
function conditionOf(id: string, rule: (view: View, person: Person) => boolean): Condition {
  const { dimensions, outcomes } = probe(rule);
  const holding = outcomes.filter(({ says }) => says);
  const kept = dimensions.map(({ id, cases }) =>
    cases.filter((one) => holding.some(({ given }) => given.get(id) === one)),
  );
  const told = kept.reduce((product, { length }) => product * length, 1);
  if (told !== holding.length) throw new Error(`${id}: it cannot be said in parts when it is asked`);
  return dimensions.flatMap((dimension, i) => partOf(dimension, kept[i] ?? []));
}

function partOf({ id, cases }: Dimension, is: readonly unknown[]): readonly Part[] {
  const not = cases.filter((one) => !is.includes(one));
  if (not.length === 0) return [];
  if (!cases.some(Array.isArray)) return [{ id, is, not }];
  return [{ id, atLeast: Math.min(...is.map((one) => (Array.isArray(one) ? one.length : 0))) }];
}

/** Does a part hold for a value of what it is about? */
export function holdsFor(part: Part, value: unknown): boolean {
  return 'atLeast' in part
    ? (Array.isArray(value) ? value.length : 0) >= part.atLeast
    : part.is.some((one) => one === value);
}

/** What is left of a condition once some values are settled; undefined where it does not hold then. */
export function conditionWith(condition: Condition, settled: ReadonlyMap<string, unknown>): Condition | undefined {
  const known = condition.filter(({ id }) => settled.has(id));
  if (!known.every((part) => holdsFor(part, settled.get(part.id)))) return undefined;
  return condition.filter((part) => !known.includes(part));
}

/** `access-policy.scope is user`; empty where it always holds. */
export function conditionText(condition: Condition): string {
  return listed(condition.map(partText));
}

function partText(part: Part): string {
  const { id } = part;
  if ('atLeast' in part) return `${id} lists ${part.atLeast === 1 ? 'any' : `${part.atLeast} or more`}`;
  const [is, not] = [part.is, part.not].map((values) => values.filter((one) => one !== undefined).map(String));
  const shorter = is && not && not.length === 1 && is.length > 2;
  const negated = part.is.includes(undefined) || shorter;
  return `${id} is ${negated ? 'not ' : ''}${listed((negated ? not : is) ?? [], 'or')}`;
}
