import type { Command } from '../asked.ts';
import type { Input } from '../input.ts';
import { answersCommand } from './answers.ts';
import { completionCommand } from './completion.ts';
import { exportCommand } from './export.ts';
import { helpCommand } from './help.ts';
import { importCommand } from './import.ts';
import { ascii, noColor, plain } from './inputs.ts';
import { listCommand } from './list.ts';
import { newCommand } from './new.ts';
import { openCommand } from './open.ts';
import { planCommand } from './plan.ts';
import { questionsCommand } from './questions.ts';
import { removeCommand } from './remove.ts';
import { schemaCommand } from './schema.ts';
import { statusCommand } from './status.ts';

export { lookGiven } from './inputs.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  newCommand,
  openCommand,
  exportCommand,
  importCommand,
  answersCommand,
  questionsCommand,
  listCommand,
  statusCommand,
  planCommand,
  removeCommand,
  completionCommand,
  schemaCommand,
  helpCommand,
];

/** What any command line can ask for in place of what it does. */
export const help = { short: '-h', long: '--help', does: 'print this help' } as const;
export const version = { short: '-V', long: '--version', does: 'print the version' } as const;

/** Options that stand before or after any command. */
export const everywhere: readonly Input[] = [plain, noColor, ascii];
