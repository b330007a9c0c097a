import type { Command, Late, Product, Scalar } from '../model/index.ts';
import { scalar } from './literal.ts';
import { checkCommand } from './table.ts';

/** One line of a printed command; `parameter` is the one that stands on it. */
type CommandLine = { text: string; parameter?: string };

/** A command on one line, as it would be typed. Throws on what the cmdlet table does not know. */
export function printCommand(command: Command, product: Product): string {
  checkCommand(command, product);
  return [command.cmdlet, ...partsOf(command).map(({ text }) => text)].join(' ');
}

/** A command with a parameter a line, continued by backticks; one with a single parameter stays on one line. */
export function printCommandLines(command: Command, product: Product): readonly CommandLine[] {
  const printed = partsOf(command);
  const [only, ...more] = printed;
  if (!only) return [{ text: printCommand(command, product) }];
  if (more.length === 0) return [{ ...only, text: printCommand(command, product) }];
  checkCommand(command, product);
  return [
    { text: `${command.cmdlet} \`` },
    ...printed.map(({ text, ...of }, i) => ({ text: `    ${text}${i < printed.length - 1 ? ' `' : ''}`, ...of })),
  ];
}

function partsOf({ args, rest }: Command): readonly CommandLine[] {
  const named = Object.entries(args).map(([parameter, value]) => ({ text: argument(parameter, value), parameter }));
  return rest === undefined ? named : [...named, { text: rest.shown }];
}

function argument(name: string, value: Scalar | Late | { switch: true }): string {
  if (typeof value !== 'object' || value === null) return `-${name} ${scalar(value)}`;
  return 'late' in value ? `-${name} ${value.shown}` : `-${name}`;
}
