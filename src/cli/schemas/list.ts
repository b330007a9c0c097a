import * as z from 'zod/mini';
import { amount, folder, moment, outputOf, product, rolloutId, told } from './shapes.ts';

const rollout = z.strictObject({
  id: rolloutId,
  organisation: z.string(),
  folder,
  savedAt: z.optional(moment),
  readable: told('Can its files be read? Where not, skypefed open says why.', z.boolean()),
  product: z.optional(product),
  steps: z.optional(z.strictObject({ done: amount, of: amount })),
});

export const listOutput = outputOf('list', { rollouts: told('The last changed comes first.', z.array(rollout)) });
export type ListOutput = z.infer<typeof listOutput>;
