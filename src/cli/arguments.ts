import { Command, CommanderError } from 'commander';
import { nearest } from '../state/index.ts';
import type { ExportOptions } from './export.ts';
import type { ImportOptions } from './import.ts';
import type { ListOptions } from './list.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import type { RemoveOptions } from './remove.ts';
import type { WizardOptions } from './wizard.ts';

/** What is asked for; tell: nothing but to print, the help or what is wrong with the arguments. */
export type Asked =
  | { command: 'wizard'; options: WizardOptions }
  | { command: 'list'; options: ListOptions }
  | { command: 'export'; options: ExportOptions }
  | { command: 'import'; options: ImportOptions }
  | { command: 'remove'; options: RemoveOptions }
  | { command: 'tell'; outcome: Outcome };

/** Reads the arguments after the program's name. */
export function parseArguments(args: readonly string[], version: string): Asked {
  const out: string[] = [];
  const err: string[] = [];
  let asked: Asked | undefined;
  const ask = (next: Asked) => {
    asked = next;
  };
  const program = new Command('skypefed')
    .description('Walks an administrator of Lync Server through federation with Skype, and writes script and runbook.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .allowExcessArguments()
    .option('--no-color', 'draw without colour')
    .option('--ascii', 'draw with ASCII signs alone')
    .option('--plain', 'ask as lines, for a screen reader or a serial console')
    .showHelpAfterError('skypefed --help tells commands and options.')
    .configureOutput({ writeOut: (text) => out.push(...linesOf(text)), writeErr: (text) => err.push(...linesOf(text)) })
    .exitOverride();
  program.action(() => {
    const [word] = program.args;
    if (word === undefined) ask({ command: 'wizard', options: lookOf(program) });
    else program.error(unknownCommand(word, program));
  });
  addExample(program, 'skypefed');
  addWizards(program, ask);
  addTransfers(program, ask);
  addList(program, ask);
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { command: 'tell', outcome: { code: error.exitCode === 0 ? exitCodes.done : exitCodes.usage, out, err } };
  }
  return asked ?? { command: 'tell', outcome: { code: exitCodes.usage, out, err } };
}

type Ask = (asked: Asked) => void;
type ExportArguments = { answers?: string; out: string; force?: boolean; json?: boolean };

/** Commands that go into the wizard. */
function addWizards(program: Command, ask: Ask): void {
  addCommand(program, 'new', 'start a rollout', 'skypefed new').action(() =>
    ask({ command: 'wizard', options: { begin: true, ...lookOf(program) } }),
  );
  addCommand(program, 'open', 'go straight into a rollout', 'skypefed open contoso')
    .argument('<name>', nameHelp)
    .action((name: string) => ask({ command: 'wizard', options: { name, ...lookOf(program) } }));
}

/** Commands that write files or read them. */
function addTransfers(program: Command, ask: Ask): void {
  const exporting = addCommand(
    program,
    'export',
    'write script and runbook, without asking',
    'skypefed export contoso --out contoso-export',
    'skypefed export --answers contoso.json --out contoso-export',
  )
    .argument('[name]', `${nameHelp}; or --answers`)
    .option('--answers <file>', 'an answers file, or an exported rollout.json')
    .requiredOption('--out <folder>', 'a folder, new or with an earlier export')
    .option('--force', 'replace files of the export that were changed by hand, or are of no export')
    .option('--json', jsonHelp);
  exporting.action((name: string | undefined, given: ExportArguments) => {
    const { answers, out, force = false, json = false } = given;
    const how = { out, force, json };
    if (name !== undefined && answers === undefined) ask({ command: 'export', options: { name, ...how } });
    else if (name === undefined && answers !== undefined) ask({ command: 'export', options: { answers, ...how } });
    else exporting.error('error: export takes the name of a rollout or --answers FILE, one of the two.');
  });
  addCommand(program, 'import', 'keep an answers file or an exported rollout.json', 'skypefed import contoso.json')
    .argument('<file>', 'an answers file, or rollout.json of an export')
    .action((file: string) => ask({ command: 'import', options: { file } }));
}

/** Commands about what is kept. */
function addList(program: Command, ask: Ask): void {
  addCommand(program, 'list', 'name the rollouts there are', 'skypefed list --json')
    .option('--json', jsonHelp)
    .action(({ json = false }: { json?: boolean }) => ask({ command: 'list', options: { json } }));
  addCommand(program, 'remove', 'take a rollout out of the list; exports stay', 'skypefed remove contoso')
    .argument('<name>', nameHelp)
    .option('--yes', 'do not ask first')
    .action((name: string, { yes = false }: { yes?: boolean }) => {
      const { noColor } = lookOf(program);
      ask({ command: 'remove', options: { name, yes, noColor } });
    });
}

const nameHelp = 'its id or its organisation';
const jsonHelp = 'print nothing but JSON';

function addCommand(program: Command, name: string, does: string, ...examples: readonly string[]): Command {
  return addExample(program.command(name).description(does).allowExcessArguments(false), ...examples);
}

function addExample(command: Command, ...examples: readonly string[]): Command {
  const head = examples.length === 1 ? 'Example:' : 'Examples:';
  return command.addHelpText('after', ['', head, ...examples.map((example) => `  ${example}`)].join('\n'));
}

function lookOf(program: Command): Pick<WizardOptions, 'noColor' | 'ascii' | 'plain'> {
  const { color, ascii, plain } = program.opts<{ color: boolean; ascii?: boolean; plain?: true }>();
  return { noColor: !color, ascii: ascii ?? false, ...(plain ? { plain } : {}) };
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

function unknownCommand(word: string, { commands }: Command): string {
  const near = nearest(
    word,
    commands.map((command) => command.name()),
  );
  return `There is no command ${word}; the nearest is ${near}.`;
}
