import type { Command } from '../asked.ts';
import { choice } from '../input.ts';
import { schemas } from '../schemas/names.ts';
import { quiet } from './inputs.ts';

const name = choice('schema', {
  help: `of an answers file, or of what a command prints with --json: ${schemas.join(', ')}`,
  words: schemas,
});

export const schemaCommand: Command = {
  name: 'schema',
  does: 'print a JSON Schema',
  inputs: [name, quiet],
  examples: ['skypefed schema answers', 'skypefed schema export'],
  ask: (given) => ({ command: 'schema', quiet: given(quiet), options: { name: given(name) } }),
};
