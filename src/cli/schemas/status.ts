import * as z from 'zod/mini';
import { amount, folder, moment, outputOf, problem, product, rolloutId, seenFrom, told } from './shapes.ts';

const day = z.string().check(z.meta({ format: 'date', description: 'A local calendar day.' }));
const person = z.optional(told('Whose it is, by name.', z.string()));
const stepId = told('The id of a step.', z.string());
const taskId = told('As an answers file has it.', z.string());

const step = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: told(
    'wrong: something stops an export. waiting: something is waited for. done: all answered, all tasks done.',
    z.enum(['untouched', 'open', 'wrong', 'waiting', 'done']),
  ),
});

const wait = z.strictObject({
  id: taskId,
  label: z.string(),
  step: stepId,
  person,
  since: day,
  day: told('Days since then.', amount),
  due: told('It is time to look again.', z.boolean()),
  asks: z.string(),
});

const evidence = z.strictObject({
  at: told('When it was written, on the server.', moment),
  computer: z.string(),
  place: z.enum(['front-end', 'edge']),
  script: told('The script that wrote it.', z.enum(['discover', 'verify'])),
  current: told('The plan goes by it: it is the newest of a Front End Server.', z.boolean()),
});

const next = z.strictObject({
  step: stepId,
  page: z.string(),
  id: z.optional(told('Of the field or task.', z.string())),
  person,
  why: z.enum(['wait is due', 'not answered', 'wrong answer', 'task to do']),
  said: told('What to do, in words.', z.string()),
});

export const statusOutput = outputOf('status', {
  id: rolloutId,
  organisation: z.string(),
  product,
  folder,
  savedAt: moment,
  seen: seenFrom,
  exported: told(
    'The last export that stands in the record; null where there is none.',
    z.nullable(
      z.strictObject({
        at: moment,
        files: amount,
        folder: z.optional(told('Of the last export from this computer.', z.string())),
        changedSince: told('Was anything answered, done or taken back since?', z.boolean()),
      }),
    ),
  ),
  steps: z.array(step),
  evidence: told('What was taken in of what scripts saw, the newest first.', z.array(evidence)),
  waits: z.array(wait),
  failed: told(
    'Tests that were tried and failed.',
    z.array(z.strictObject({ id: taskId, label: z.string(), step: stepId, person, at: z.optional(day) })),
  ),
  seenDone: told(
    "Open tasks that 3-verify.ps1 saw done; to tick them is a person's word.",
    z.array(z.strictObject({ id: taskId, label: z.string(), step: stepId, at: moment, computer: z.string() })),
  ),
  canExport: told('Nothing is wrong and nothing missing.', z.boolean()),
  problems: told('What is wrong.', z.array(problem)),
  missing: told('What is required and not answered.', z.array(problem)),
  warnings: told('What is worth a look.', z.array(problem)),
  next: told('Where to go on; null where nothing is left.', z.nullable(next)),
});
export type StatusOutput = z.infer<typeof statusOutput>;
export type Status = Extract<StatusOutput, { ok: true }>;
