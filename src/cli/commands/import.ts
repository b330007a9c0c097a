import type { Command } from '../asked.ts';
import { argument } from '../input.ts';
import { quiet } from './inputs.ts';

const file = argument('file', { help: 'an answers file, or rollout.json of an export', takes: 'file' });

export const importCommand: Command = {
  name: 'import',
  does: 'keep an answers file or an exported rollout.json',
  inputs: [file, quiet],
  examples: ['skypefed import contoso.json'],
  ask: (given) => ({ command: 'import', quiet: given(quiet), options: { file: given(file) } }),
};
