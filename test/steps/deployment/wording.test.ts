import { describe, expect, it } from 'vitest';
import type { AnyField, Task } from '../../../src/model/index.ts';
import { accountsStep } from '../../../src/steps/accounts/index.ts';
import { deploymentStep } from '../../../src/steps/deployment/index.ts';
import { edgeStep } from '../../../src/steps/edge/index.ts';
import { registrationStep } from '../../../src/steps/registration/index.ts';
import { dublin, person, redmond, view } from '../edge/contoso.ts';

const steps = [deploymentStep, edgeStep, registrationStep, accountsStep];
const pages = steps.flatMap((step) => step.pages.map((page) => ({ name: `${step.id}/${page.id}`, step, page })));
const fields: readonly AnyField[] = pages.flatMap(({ page }) => page.fields ?? []);
const tasks: readonly Task[] = pages.flatMap(({ page }) => page.tasks ?? []);

const full = view(
  {
    'deployment.hybrid': true,
    'deployment.sip-domains': ['contoso.com', 'fabrikam.com'],
    'edge.pools': [redmond, dublin],
    'edge.partner-discovery': true,
    'accounts.one-way-understood': true,
  },
  { people: [person('Maria Anders', 'needs-merge', { microsoftAccount: 'maria@contoso.com' })] },
);
const views = ['discovery', 'form', 'messenger'].map((way) => view({ 'registration.way': way })).concat(full, view());

describe.each(pages)('$name', ({ step, page }) => {
  it('fits the screen: a short title, a lead of one line, few lines to answer', () => {
    expect(page.title.length).toBeLessThanOrEqual(30);
    expect(page.lead.length).toBeLessThanOrEqual(76);
    expect(page.lead).toMatch(/^[A-Z].*\.$/);
    expect((page.fields?.length ?? 0) + (page.tasks?.length ?? 0)).toBeLessThanOrEqual(8);
    expect(step.pages.filter(({ id }) => id === page.id)).toEqual([page]);
  });

  it('tells something in ASCII, cited, for any answers', () => {
    for (const seen of views) {
      for (const text of [page.tell(seen), ...(page.clicks ? [page.clicks(seen)] : [])]) {
        expect(text.markdown).toMatch(/^[\n -~]+$/);
        expect(text.markdown).toMatch(/\[\^[a-z]/);
        expect(text.markdown).not.toMatch(/undefined|\[object/);
      }
    }
  });
});

describe.each(fields.map((field) => ({ id: field.id, field })))('$id', ({ field }) => {
  it('has a label for one column, a question and one sentence of help', () => {
    expect(field.label.length).toBeLessThanOrEqual(20);
    expect(field.question).toMatch(/^[A-Z][ -~]*\?$/);
    expect(field.help).toMatch(/^[A-Z][ -~]*\.$/);
    expect(`${field.question} ${field.help}`).not.toMatch(/!|please|success/i);
  });
});

describe.each(tasks.map((task) => ({ id: task.id, task })))('$id', ({ task }) => {
  it('has a label for one column, one sentence of help and a source', () => {
    expect(task.label.length).toBeLessThanOrEqual(20);
    expect(task.help).toMatch(/^[A-Z][ -~]*\.$/);
    expect(task.help).not.toMatch(/!|please|success/i);
    expect(task.why.length).toBeGreaterThan(0);
  });
});

it('carries rows 1 to 6, 13 and 15 to 17 of the procedure', () => {
  const rows = new Set(pages.flatMap(({ page }) => page.rows));
  expect([...rows].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 13, 15, 16, 17]);
});

it('has an id of its own, under its step, for every field and task', () => {
  const ids = [...fields, ...tasks].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { step, page } of pages) {
    for (const line of [...(page.fields ?? []), ...(page.tasks ?? [])])
      expect(line.id.startsWith(`${step.id}.`)).toBe(true);
  }
});

it('reads its own examples, and reads what it read again to the same value', () => {
  for (const { kind } of fields) {
    const raw: unknown =
      kind.form === 'line' || kind.form === 'choice' ? kind.example.replace(/^"|"$/g, '') : JSON.parse(kind.example);
    const first = kind.parse(raw === 'true' ? true : raw);
    expect(first.ok && kind.parse(first.value)).toEqual(first);
  }
});
