import { CommanderError, Command as Parser, Option as ParserOption } from 'commander';
import { nearest } from '../state/index.ts';
import { listed, quoted } from '../words/index.ts';
import type { Asked, Command } from './asked.ts';
import { commands, everywhere, help, lookGiven, version } from './commands/index.ts';
import { type Given, type Input, Unfit, Unknown } from './input.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';

/** Reads the arguments after the program's name; `number`: that of its version. */
export function parseArguments(args: readonly string[], number: string): Asked {
  const out: string[] = [];
  let asked: Asked | undefined;
  const program = programOf(number)
    .configureOutput({ writeOut: (text) => out.push(...linesOf(text)), outputError: () => undefined })
    .action(() => {
      const [word] = program.args;
      if (word !== undefined) throw unknownCommand(word);
      asked = { command: 'wizard', options: lookGiven(givenTo(program, everywhere)) };
    });
  for (const row of commands) {
    const parser = addCommand(program, row).action(() => {
      const wanted = row.ask(givenTo(parser, [...row.inputs, ...everywhere]));
      if ('help' in wanted) helpOn(wanted.help, program);
      else asked = wanted;
    });
  }
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    return { command: 'tell', outcome: endOf(error, { program, out }) };
  }
  return asked ?? { command: 'tell', outcome: { code: exitCodes.usage, out } };
}

function programOf(number: string): Parser {
  const program = new Parser('skypefed')
    .description('Walks an administrator of Lync Server through federation with Skype, and writes script and runbook.')
    .version(number, `${version.short}, ${version.long}`, version.does)
    .helpOption(`${help.short}, ${help.long}`, help.does)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .allowExcessArguments()
    .exitOverride();
  return complete(program, everywhere, ['skypefed']);
}

function addCommand(program: Parser, { name, does, inputs, examples }: Command): Parser {
  const parser = program.command(name).description(does).allowExcessArguments(false);
  return complete(parser, inputs, examples);
}

/** Has a parser take these inputs, and end its help with examples. */
function complete(parser: Parser, inputs: readonly Input[], examples: readonly string[]): Parser {
  for (const input of inputs) {
    if (input.as === 'argument') parser.argument(input.required ? `<${input.name}>` : `[${input.name}]`, input.help);
    else parser.addOption(optionOf(input));
  }
  const head = examples.length === 1 ? 'Example:' : 'Examples:';
  return parser.addHelpText('after', ['', head, ...examples.map((example) => `  ${example}`)].join('\n'));
}

/** None is mandatory for the parser, which would tell a mistyped one as missing. */
function optionOf({ name, as, shown, help }: Input): ParserOption {
  const option = new ParserOption(as === 'flag' ? `--${name}` : `--${name} <${shown}>`, help);
  if (as === 'repeated option') option.argParser((value, before: readonly string[] = []) => [...before, value]);
  return option;
}

/** What was typed for each of these inputs. */
function givenTo(parser: Parser, inputs: readonly Input[]): Given {
  const places = inputs.filter(({ as }) => as === 'argument');
  const values: Readonly<Record<string, unknown>> = parser.optsWithGlobals();
  return (input) => {
    if (!inputs.includes(input)) throw new Error(`${parser.name()} does not take ${input.name}`);
    if (input.as === 'argument') {
      const word = parser.args[places.indexOf(input)];
      if (isBlank(word)) throw new Unfit(`${parser.name()} was given an empty <${input.name}>: ${input.help}.`);
      return input.read(word);
    }
    const option = optionOf(input);
    const value = values[option.attributeName()];
    if (isBlank(value)) throw new Unfit(`${option.long} was given an empty value: ${input.help}.`);
    if (input.required && value === undefined)
      throw new Unfit(`${parser.name()} needs ${option.flags}: ${input.help}.`);
    return input.read(option.negate ? value === false : value);
  };
}

/** As a variable of a script gives it that was never set. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** A word in a sentence; one of which nothing is seen stands in quotes. */
function shown(word: string): string {
  return isBlank(word) ? quoted(word) : word;
}

function helpOn(name: string | undefined, program: Parser): never {
  if (name === undefined) return program.help();
  const parser = parserOf(name, program);
  if (!parser) throw unknownCommand(name);
  return parser.help();
}

function parserOf(name: string | undefined, { commands }: Parser): Parser | undefined {
  return commands.find((command) => command.name() === name);
}

/** How a command ends that goes no further: with its help, the version, or what is wrong with its arguments. */
function endOf(error: unknown, { program, out }: { program: Parser; out: readonly string[] }): Outcome {
  if (error instanceof CommanderError && error.exitCode === 0) return { code: exitCodes.done, out };
  const parser = parserOf(program.args[0], program);
  const where = parser ? `skypefed ${parser.name()} --help tells how.` : 'skypefed --help tells commands and options.';
  return refuse(exitCodes.usage, saidOf(error, parser ?? program), where);
}

/** What is wrong with the arguments of a command, as a sentence. */
function saidOf(error: unknown, parser: Parser): string {
  if (error instanceof Unfit) return error.message;
  if (error instanceof Unknown) return nearestSaid(error, nearest(error.word.toLowerCase(), error.known), error.known);
  if (!(error instanceof CommanderError)) throw error;
  switch (error.code) {
    case 'commander.unknownOption':
      return optionSaid(error, parser);
    case 'commander.optionMissingArgument': {
      const option = parser.options.find(({ flags }) => error.message.includes(`'${flags}'`));
      return option ? `${option.long} needs a value: ${option.description}.` : error.message;
    }
    case 'commander.missingArgument': {
      const [argument] = parser.registeredArguments;
      return argument ? `${parser.name()} needs <${argument.name()}>: ${argument.description}.` : error.message;
    }
    case 'commander.excessArguments':
      return excessSaid(parser);
    default:
      return error.message;
  }
}

/** No command takes more than one argument. */
function excessSaid(parser: Parser): string {
  const { registeredArguments, args } = parser;
  if (registeredArguments.length === 0)
    return `${parser.name()} takes no argument; ${shown(args[0] ?? '')} is one too many.`;
  return `${parser.name()} takes one argument, and ${args.length} were given; what has a space in it stands in quotes.`;
}

function optionSaid(error: CommanderError, parser: Parser): string {
  const typed = /'(.*)'$/s.exec(error.message)?.[1] ?? '';
  const flag = typed.replace(/=.*/s, '');
  const known = [parser, ...(parser.parent ? [parser.parent] : [])].flatMap(({ options }) => options);
  const flags = [...known.map(({ long }) => long ?? ''), help.long];
  if (typed !== flag && flags.includes(flag)) return `${flag} takes no value.`;
  // -j is nearer to --json than to any other.
  const begun = flags.find((one) => one.startsWith(`-${flag}`));
  return nearestSaid({ what: 'option', word: flag }, begun ?? nearest(flag, flags));
}

/** `known`: what there is; a few are named where none is near. */
function nearestSaid(
  { what, word }: Pick<Unknown, 'what' | 'word'>,
  near: string | undefined,
  known: readonly string[] = [],
): string {
  const few = known.length > 0 && known.length <= 6 ? `; there are ${listed(known)}` : '';
  return `There is no ${what} ${shown(word)}${near === undefined ? few : `; the nearest is ${near}`}.`;
}

function unknownCommand(word: string): Unknown {
  return new Unknown(
    'command',
    word,
    commands.map(({ name }) => name),
  );
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}
