import * as z from 'zod/mini';
import { exportOutput } from './export.ts';
import { listOutput } from './list.ts';
import { type Format, formatVersion } from './names.ts';
import { planOutput } from './plan.ts';
import { questionsOutput } from './questions.ts';
import { statusOutput } from './status.ts';

const outputs: Readonly<Record<Format, z.ZodMiniType>> = {
  list: listOutput,
  status: statusOutput,
  plan: planOutput,
  export: exportOutput,
  questions: questionsOutput,
};

/** The JSON Schema, draft 2020-12, of what a command prints with --json. */
export function schemaOf(format: Format): object {
  return { $id: `urn:skypefed:${format}-output:${formatVersion}`, ...z.toJSONSchema(outputs[format]) };
}
