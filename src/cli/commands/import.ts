import type { Command } from '../asked.ts';
import { argument, option } from '../input.ts';
import { quiet } from './inputs.ts';

const file = argument('file', {
  help: 'an answers file, rollout.json of an export, or evidence; - reads standard input',
  takes: 'file',
});
const into = option('into', { shown: 'name', help: 'the rollout for evidence, where it is another', takes: 'rollout' });

export const importCommand: Command = {
  name: 'import',
  does: 'keep an answers file or an exported rollout; evidence goes into its rollout',
  inputs: [file, into, quiet],
  examples: ['skypefed import contoso.json', 'skypefed import evidence-FE01-20261103-141000.json'],
  ask: (given) => ({ command: 'import', quiet: given(quiet), options: { file: given(file), into: given(into) } }),
};
