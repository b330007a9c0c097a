import * as z from 'zod/mini';
import { moment, outputOf, problem, product, rolloutId, seenFrom, told } from './shapes.ts';

const command = z.strictObject({
  if: z.optional(told('When it runs; absent: always.', z.string())),
  cmdlet: z.string(),
  text: told('As it would be typed; <as now> and the like are read on the server when the script runs.', z.string()),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const values = z.record(z.string(), value);

const seen = z.strictObject({
  at: moment,
  computer: z.string(),
  says: told('What is not known, what differs, an object a line, and who is left out.', z.array(z.string())),
  stops: told('It was found so that the script would stop.', z.boolean()),
  objects: told(
    'Each object of the server that the change is about, or each user; empty where it is not known what will change.',
    z.array(
      z.strictObject({
        identity: z.string(),
        sign: told('As of the change.', z.enum(['+', '~', '-', '='])),
        now: z.optional(told('As it was seen; absent: it was not there.', values)),
        wanted: told('What will be written and was not so.', values),
        kept: z.optional(told('What a new one takes over of what is in force.', values)),
        copyOf: z.optional(told('The policy of which a new one is a copy.', z.string())),
        lacks: z.optional(
          told('Wanted values for which the server has no parameter; the script leaves them out.', z.array(z.string())),
        ),
        depends: z.optional(
          told(
            'Values that are written where this cmdlet of the server has a parameter for them, which was not seen.',
            z.strictObject({ cmdlet: z.string(), values }),
          ),
        ),
        isLeftOut: z.optional(told('A user of leftOut: nothing is written of them.', z.literal(true))),
      }),
    ),
  ),
  leftOut: z.optional(
    told(
      'Users whom the script leaves out and lists, and why; the sign is of the others.',
      z.array(z.strictObject({ user: z.string(), because: z.string() })),
    ),
  ),
});

const change = z.strictObject({
  id: told('Permanent.', z.string()),
  step: told('The id of its step.', z.string()),
  title: z.string(),
  sign: told(
    '+ adds, ~ changes, - removes, = is as wanted already, ? is not known.',
    z.enum(['+', '~', '-', '=', '?']),
  ),
  seen: z.optional(told('What the evidence from a server tells of it; absent: there is none.', seen)),
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
    seen: seenFrom,
    nothingToDo: told(
      'Everything is as wanted already, as far as the script would change it: leftOut of a change is another matter.',
      z.boolean(),
    ),
    stops: told('Ids of the changes at which the script would stop, as far as was seen.', z.array(z.string())),
    changes,
    warnings: told('What is worth a look.', z.array(problem)),
  },
  { changes: z.optional(told('As far as the answers go that are there.', changes)) },
);
export type PlanOutput = z.infer<typeof planOutput>;
export type PlannedChange = Extract<PlanOutput, { ok: true }>['changes'][number];
