import { jsonLines } from './json.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { schemaOf } from './schemas/index.ts';
import type { SchemaName } from './schemas/names.ts';

export type SchemaOptions = { name: SchemaName };

/** `schema`: what an answers file or the output of a command looks like, for an editor and for other programs. */
export function printSchema({ name }: SchemaOptions): Outcome {
  return { code: exitCodes.done, out: jsonLines(schemaOf(name)) };
}
