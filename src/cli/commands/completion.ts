import type { Command } from '../asked.ts';
import { shells } from '../completion/shells.ts';
import { choice } from '../input.ts';
import { quiet } from './inputs.ts';

const shell = choice('shell', { help: `${shells.join(', ')}; its first line says where it goes`, words: shells });

export const completionCommand: Command = {
  name: 'completion',
  does: 'print a script by which a shell completes commands, options, rollouts and answers',
  inputs: [shell, quiet],
  examples: ['skypefed completion bash', 'skypefed completion powershell'],
  ask: (given) => ({ command: 'completion', quiet: given(quiet), options: { shell: given(shell) } }),
};
