import * as z from 'zod/mini';
import { answersSchema } from '../../state/index.ts';
import { exportOutput } from './export.ts';
import { listOutput } from './list.ts';
import { type Format, formatVersion, type SchemaName } from './names.ts';
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

/** The JSON Schema, draft 2020-12, of answers files, or of what a command prints with --json. */
export function schemaOf(name: SchemaName): object {
  if (name === 'answers') return answersSchema();
  return { $id: `urn:skypefed:${name}-output:${formatVersion}`, ...z.toJSONSchema(outputs[name]) };
}
