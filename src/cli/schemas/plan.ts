import * as z from 'zod/mini';
import { outputOf, problem, product, rolloutId, told } from './shapes.ts';

const command = z.strictObject({
  if: z.optional(told('When it runs; absent: always.', z.string())),
  cmdlet: z.string(),
  text: told('As it would be typed; <as now> and the like are read on the server when the script runs.', z.string()),
});

const change = z.strictObject({
  id: told('Permanent.', z.string()),
  step: told('The id of its step.', z.string()),
  title: z.string(),
  sign: told(
    '+ adds, ~ changes, - removes, = is as wanted already, ? was not seen on the server.',
    z.enum(['+', '~', '-', '=', '?']),
  ),
  seen: z.optional(
    told('What the evidence tells of it, an object a line; absent: there is none.', z.array(z.string())),
  ),
  risk: z.strictObject({ level: z.enum(['low', 'medium', 'high']), says: z.string() }),
  reaches: told('Whom it reaches, a sentence.', z.string()),
  why: z.string(),
  conditions: told(
    'When it is left out, asked about by itself, or ends the script, a sentence each.',
    z.array(z.string()),
  ),
  commands: told('What runs, in order; empty where the product is not answered.', z.array(command)),
  undo: told('What takes it back.', z.array(command)),
});

const changes = told('In the order in which they are made.', z.array(change));

export const planOutput = outputOf(
  'plan',
  {
    id: z.optional(rolloutId),
    organisation: z.string(),
    product,
    nothingToDo: told('Everything on the server is as wanted already.', z.boolean()),
    changes,
    warnings: told('What is worth a look.', z.array(problem)),
  },
  { changes: z.optional(told('As far as the answers go that are there.', changes)) },
);
export type PlanOutput = z.infer<typeof planOutput>;
export type PlannedChange = Extract<PlanOutput, { ok: true }>['changes'][number];
