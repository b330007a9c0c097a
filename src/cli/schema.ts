import { jsonLines } from './json.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { schemaOf } from './schemas/index.ts';
import type { Format } from './schemas/names.ts';

export type SchemaOptions = { format: Format };

/** `schema`: what the output of a command looks like, for whoever reads it by program. */
export function printSchema({ format }: SchemaOptions): Outcome {
  return { code: exitCodes.done, out: jsonLines(schemaOf(format)) };
}
