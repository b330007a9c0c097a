import { Command, CommanderError } from 'commander';
import { nearest } from '../state/index.ts';
import type { ExportOptions } from './export.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import type { WizardOptions } from './wizard.ts';

/** What is asked for; tell: nothing but to print, the help or what is wrong with the arguments. */
export type Asked =
  | { command: 'wizard'; options: WizardOptions }
  | { command: 'export'; options: ExportOptions }
  | { command: 'tell'; outcome: Outcome };

type ExportArguments = Pick<ExportOptions, 'answers' | 'out'> & Partial<ExportOptions>;

/** Reads the arguments after the program's name. */
export function parseArguments(args: readonly string[], version: string): Asked {
  const out: string[] = [];
  const err: string[] = [];
  let asked: Asked | undefined;
  const program = new Command('skypefed')
    .description('Walks an administrator of Lync Server through federation with Skype, and writes script and runbook.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .allowExcessArguments()
    .option('--no-color', 'draw without colour')
    .option('--ascii', 'draw with ASCII signs alone')
    .showHelpAfterError('skypefed --help tells commands and options.')
    .configureOutput({ writeOut: (text) => out.push(text.trimEnd()), writeErr: (text) => err.push(text.trimEnd()) })
    .exitOverride();
  const look = () => {
    const { color, ascii } = program.opts<{ color: boolean; ascii?: boolean }>();
    return { noColor: !color, ascii: ascii ?? false };
  };
  program.action(() => {
    const [word] = program.args;
    if (word === undefined) asked = { command: 'wizard', options: look() };
    else program.error(unknownCommand(word, program));
  });
  program
    .command('open')
    .description('go straight into a rollout')
    .argument('<name>', 'its id or its organisation')
    .allowExcessArguments(false)
    .action((name: string) => {
      asked = { command: 'wizard', options: { name, ...look() } };
    });
  program
    .command('export')
    .description('write what an answers file states, without asking')
    .requiredOption('--answers <file>', 'the answers file, or an exported rollout.json')
    .requiredOption('--out <folder>', 'a folder, new or with an earlier export')
    .option('--force', 'replace files of the export that were changed by hand, or are of no export')
    .option('--json', 'print nothing but JSON')
    .allowExcessArguments(false)
    .action(({ force = false, json = false, ...files }: ExportArguments) => {
      asked = { command: 'export', options: { ...files, force, json } };
    });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { command: 'tell', outcome: { code: error.exitCode === 0 ? exitCodes.done : exitCodes.usage, out, err } };
  }
  return asked ?? { command: 'tell', outcome: { code: exitCodes.usage, out, err } };
}

function unknownCommand(word: string, { commands }: Command): string {
  const near = nearest(
    word,
    commands.map((command) => command.name()),
  );
  return `There is no command ${word}; the nearest is ${near}.`;
}
