import * as z from 'zod/mini';
import type { Path, Person, Rollout } from '../model/index.ts';
import { fieldById, people as peopleField } from '../steps/index.ts';
import { isLocalDate, pathText, printable } from '../words/index.ts';
import { evidenceReference, evidenceShape } from './evidence-shape.ts';
import { migrate } from './migrations.ts';

const moment = z.iso.datetime();
/** What nobody can type is not read either: it would reach a terminal, or a runbook. */
const line = z.string().check(z.refine((text) => printable(text) === text));
const day = z.string().check(z.refine(isLocalDate));
const personId = z.string().check(z.regex(/^p[1-9]\d{0,8}$/));

const taskState = z.strictObject({
  state: z.enum(['todo', 'waiting', 'done', 'waived']),
  since: z.exactOptional(day),
  at: z.exactOptional(day),
  reason: z.exactOptional(line),
  until: z.exactOptional(day),
  by: z.exactOptional(line),
  result: z.exactOptional(z.enum(['worked', 'failed'])),
});

const tasks = z.record(line, taskState);

const person = z.strictObject({
  id: personId,
  name: z.string(),
  sip: z.exactOptional(z.string()),
  microsoftAccount: z.exactOptional(z.string()),
  skypeName: z.exactOptional(z.string()),
  situation: z.enum(['has-account', 'needs-account', 'needs-merge', 'skype-name-only']),
  tasks,
});

const position = z.int().check(z.nonnegative());
const happened = { at: moment, by: line };

const event = z.discriminatedUnion('type', [
  z.strictObject({ ...happened, type: z.literal('created') }),
  z.strictObject({
    ...happened,
    type: z.literal('answered'),
    field: line,
    value: z.unknown(),
    was: z.exactOptional(z.unknown()),
  }),
  z.strictObject({ ...happened, type: z.literal('cleared'), field: line, was: z.unknown() }),
  z.strictObject({
    ...happened,
    type: z.literal('task-moved'),
    task: line,
    person: z.exactOptional(personId),
    to: z.exactOptional(taskState),
    was: z.exactOptional(taskState),
  }),
  z.strictObject({
    ...happened,
    type: z.literal('person-changed'),
    person: personId,
    position,
    to: z.exactOptional(person),
    was: z.exactOptional(person),
  }),
  z.strictObject({ ...happened, type: z.literal('evidence-imported'), evidence: evidenceReference }),
  z.strictObject({ ...happened, type: z.literal('exported'), files: position, written: moment }),
]);

const rollout = z.strictObject({
  format: z.literal('skypefed-rollout'),
  schemaVersion: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  answers: z.record(line, z.unknown()),
  tasks,
  people: z.array(person),
  evidence: z.exactOptional(z.array(evidenceShape)),
  events: z.array(event),
});

export type RolloutRead =
  | { state: 'read'; rollout: Rollout }
  | { state: 'newer'; version: number }
  /** The first thing that is wrong, as a sentence, and where. */
  | { state: 'wrong'; said: string; path: Path };

/**
 * Takes what a saved or exported file holds for a rollout, of this version or an earlier one. Each answer and each person
 * is read again by its own kind, so that nothing that no wizard would have accepted gets in; an answer to a field that is
 * not known here is kept.
 */
export function readRollout(raw: unknown): RolloutRead {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    return { state: 'wrong', said: 'It does not hold a rollout.', path: [] };
  }
  const migrated = migrate({ ...raw });
  if (migrated.state === 'newer') return migrated;
  if (migrated.state === 'unknown') return { state: 'wrong', said: `${migrated.said}.`, path: [] };
  const parsed = rollout.safeParse(migrated.raw);
  if (!parsed.success) return wrong(deepestPath(parsed.error.issues[0]), 'does not hold what a rollout has there.');
  return withinKinds(parsed.data);
}

function withinKinds(found: Rollout): RolloutRead {
  const answers: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(found.answers)) {
    const read = fieldById(id)?.kind.parse(value) ?? { ok: true, value };
    if (!read.ok)
      return wrong(['answers', id, ...(read.problems[0]?.path ?? [])], `does not do: ${read.problems[0]?.said}`);
    answers[id] = read.value;
  }
  const seen = new Set<string>();
  for (const [i, one] of found.people.entries()) {
    const problem = personProblem(one);
    if (problem) return wrong(['people', i, ...problem.path.slice(1)], `does not do: ${problem.said}`);
    if (seen.has(one.id)) return wrong(['people', i, 'id'], 'is the id of another person too.');
    seen.add(one.id);
  }
  return { state: 'read', rollout: { ...found, answers } };
}

function personProblem({ id: _, tasks: _tasks, ...answer }: Person) {
  const read = peopleField.kind.parse([answer]);
  return read.ok ? undefined : read.problems[0];
}

type Issue = z.core.$ZodIssue;

/** Where an issue lies; of a record or a union, where the first of what it holds does. */
function deepestPath(issue: Issue | undefined): Path {
  if (issue === undefined) return [];
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
}

function wrong(path: Path, said: string): RolloutRead {
  const [first, ...rest] = path;
  return {
    state: 'wrong',
    said: first === undefined ? `It ${said}` : `${pathText(String(first), rest)} ${said}`,
    path,
  };
}
