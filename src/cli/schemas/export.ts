import * as z from 'zod/mini';
import { amount, folder, outputOf, problem, told } from './shapes.ts';

const file = z.strictObject({ path: told('Below the folder, with slashes.', z.string()), bytes: amount });

export const exportOutput = outputOf('export', {
  folder,
  files: z.array(file),
  removed: told('Files of an earlier export that this one no longer makes.', z.array(z.string())),
  warnings: told('What is worth a look.', z.array(problem)),
  notRecorded: z.optional(told("Why the export does not stand in the rollout's record, where it should.", z.string())),
});
export type ExportOutput = z.infer<typeof exportOutput>;
