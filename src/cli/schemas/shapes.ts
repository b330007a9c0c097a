import * as z from 'zod/mini';
import { type Format, formatVersion, products } from './names.ts';

/** Says of a part what its name leaves open. */
export function told<Part extends z.ZodMiniType>(description: string, part: Part): Part {
  return part.check(z.meta({ description }));
}

export const moment = z.string().check(z.meta({ format: 'date-time', description: 'In UTC.' }));
export const amount = z.int().check(z.nonnegative());
export const folder = told('An absolute path.', z.string());
export const rolloutId = told('What open, status, plan, export and remove take.', z.string());

export const product = z.nullable(z.enum(products)).check(z.meta({ description: 'Null where it is not answered.' }));

export const problem = z
  .strictObject({
    path: told('The id of a field or task, and where in its value: edge.pools[0].internal.', z.string()),
    said: told('What is there and why it does not do, a sentence.', z.string()),
    expected: told('What would do, a phrase.', z.string()),
    example: told('A value that would pass; empty where there is none.', z.string()),
  })
  .check(z.meta({ id: 'problem', description: 'Something wrong, missing, or worth a look.' }));

export const seenFrom = z
  .nullable(
    z.strictObject({
      at: moment,
      computer: z.string(),
      script: told('Which one saw it.', z.enum(['discover', 'verify'])),
      days: told('Calendar days since then; negative where the clock of the server is ahead.', z.int()),
      doubts: told('Why it is of another server, or may not be so any more, a sentence each.', z.array(z.string())),
      exported: z.optional(
        told('When scripts were last written since; that somebody has run them is not known.', moment),
      ),
    }),
  )
  .check(z.meta({ description: 'What the plan goes by; null where nothing was seen on a Front End Server.' }));

/** What a command prints with --json: that it is done, or why it is not, and what is told `besides`. */
export function outputOf<
  F extends Format,
  Done extends z.core.$ZodLooseShape,
  Besides extends z.core.$ZodLooseShape = Record<never, never>,
>(format: F, done: Done, besides?: Besides) {
  const head = { format: z.literal(`skypefed-${format}-output`), version: z.literal(formatVersion) };
  return z
    .discriminatedUnion('ok', [
      z.strictObject({ ...head, ok: z.literal(true), ...done }),
      z.strictObject({
        ...head,
        ok: z.literal(false),
        code: told('The exit code.', z.int()),
        said: told('Why it was not done, a sentence.', z.string()),
        problems: told('What is wrong.', z.array(problem)),
        missing: told('What is required and not answered.', z.array(problem)),
        ...(besides as Besides),
      }),
    ])
    .check(z.meta({ title: `What skypefed ${format} --json prints` }));
}
