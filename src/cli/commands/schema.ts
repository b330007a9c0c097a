import type { Command } from '../asked.ts';
import { choice } from '../input.ts';
import { formats } from '../schemas/names.ts';

const format = choice('schema', {
  help: `of what a command prints with --json: ${formats.join(', ')}`,
  words: formats,
});

export const schemaCommand: Command = {
  name: 'schema',
  does: 'print a JSON Schema',
  inputs: [format],
  examples: ['skypefed schema export'],
  ask: (given) => ({ command: 'schema', options: { format: given(format) } }),
};
