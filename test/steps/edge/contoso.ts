import { expect } from 'vitest';
import type {
  Fact,
  Markdown,
  Page,
  Person,
  Problem,
  Result,
  Rollout,
  Step,
  TaskState,
  View,
} from '../../../src/model/index.ts';
import { viewOf } from '../../../src/state/index.ts';

/** A day after all that is told here. */
export const today = '2026-11-23';

export const redmond = { name: 'sip.contoso.com', internal: 'edge01.contoso.local', site: 'Redmond' };
export const dublin = { name: 'sip2.contoso.com', internal: 'edge02.contoso.local', site: 'Dublin' };

/** What Contoso answered, before anything else. */
export const contoso = {
  'deployment.organisation': 'Contoso',
  'deployment.product': 'lync-2013',
  'deployment.sip-domains': ['contoso.com'],
  'edge.pools': [redmond],
};

export type Said = Pick<Rollout, 'answers' | 'tasks' | 'people'>;

/** A rollout of Contoso with more or other answers; `undefined` takes one away. */
export function rolloutOf(answers: Record<string, unknown> = {}, rest: Partial<Said> = {}): Said {
  const all = Object.entries({ ...contoso, ...answers }).filter(([, value]) => value !== undefined);
  return { answers: Object.fromEntries(all), tasks: {}, people: [], ...rest };
}

export function view(answers: Record<string, unknown> = {}, rest: Partial<Said> = {}, day = today): View {
  return viewOf(rolloutOf(answers, rest), day);
}

export function page(step: Step, id: string): Page {
  const found = step.pages.find((one) => one.id === id);
  if (!found) throw new Error(`${step.id} has no page ${id}`);
  return found;
}

/** What a page tells, as a person reads it: without escapes, code marks and citations. */
export function told(step: Step, id: string, seen: View): string {
  return plain(page(step, id).tell(seen));
}

export function plain({ markdown }: Markdown): string {
  return markdown
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replaceAll('`', '');
}

/** The rows of the table that has this first cell in its head, each as its cells. */
export function rowsUnder(head: string, text: string): readonly (readonly string[])[] {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  expect(from, `a table headed ${head}`).toBeGreaterThanOrEqual(0);
  const after = lines.slice(from + 2);
  const end = after.findIndex((line) => !line.startsWith('|'));
  return after.slice(0, end < 0 ? undefined : end).map(cells);
}

export function person(name: string, situation: Person['situation'], more: Partial<Person> = {}): Person {
  return { id: 'p1', name, situation, tasks: {}, ...more };
}

export const done = (at?: string): TaskState => ({ state: 'done', ...(at ? { at } : {}) });
export const waiting = (since?: string): TaskState => ({ state: 'waiting', ...(since ? { since } : {}) });

/** The sentence of the first problem; empty where the value was read. */
export function refusal(result: Result<unknown>): string {
  return result.ok ? '' : (result.problems[0]?.said ?? '');
}

export const sentences = (problems: readonly Problem[] = []): readonly string[] => problems.map(({ said }) => said);

export function expectCited(text: Markdown, ...facts: readonly Fact[]): void {
  for (const { id } of facts) expect(text.markdown).toContain(`[^${id}]`);
}
