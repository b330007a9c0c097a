import type { Command } from '../asked.ts';
import { optionalArgument } from '../input.ts';

const command = optionalArgument('command', { help: 'a command; all of them where none is named', takes: 'command' });

export const helpCommand: Command = {
  name: 'help',
  does: 'print the help of a command',
  inputs: [command],
  examples: ['skypefed help export'],
  ask: (given) => ({ help: given(command) }),
};
