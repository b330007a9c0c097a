import type { Change, ConditionalCommand, Product } from '../../model/index.ts';
import { printCommandLines } from '../../powershell/index.ts';
import { indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { Look } from '../look/theme.ts';
import { marker } from './stage.ts';

/** One row of a command; `own`: the line of the keyboard settles it. */
export type CommandRow = { line: Line; own: boolean };

/** A command as it will be typed, a parameter a line, with a sign at those that `own` names. */
export function commandRows(
  command: ConditionalCommand,
  options: { product: Product; own: ReadonlySet<string>; look: Look; width: number },
): readonly CommandRow[] {
  const { product, own, look, width } = options;
  return printCommandLines(command, product).flatMap(({ text, parameter }) => {
    const mine = parameter !== undefined && own.has(parameter);
    return wrappedCode(text, width - 4).map((one, y): CommandRow => {
      return { line: line('  ', ...marker(look, mine && y === 0 ? 'belongs' : undefined), one), own: mine };
    });
  });
}

function wrappedCode(text: string, width: number): readonly Line[] {
  // The four blanks of a script take too much of a narrow window.
  const indent = text.startsWith(' ') ? 2 : 0;
  return indented(wrap([span('code', text.trimStart())], width - indent, 2), indent);
}

/** What else may run instead, and what runs then. */
export function otherCommands(change: Change, command: ConditionalCommand, others: readonly Change[]): string {
  const instead = change.commands
    .filter((one) => one !== command)
    .map((one) => (one.if === undefined ? one.cmdlet : `${one.cmdlet} ${one.if}`));
  const then = others.filter((one) => one.desired.do !== change.desired.do).map(({ desired }) => desired.title);
  return [
    ...(instead.length > 0 ? [`Or ${[...new Set(instead)].join('; ')}.`] : []),
    ...(then.length > 0 ? [`Then ${then.join('; ')}.`] : []),
  ].join(' ');
}

/** The command that the line of the keyboard settles; else the one that takes most of what the page settles, the first one of several. */
export function bestCommand(
  commands: readonly ConditionalCommand[],
  own: ReadonlySet<string>,
  page: ReadonlySet<string>,
): ConditionalCommand | undefined {
  const count = (command: ConditionalCommand, names: ReadonlySet<string>) =>
    Object.keys(command.args).filter((name) => names.has(name)).length;
  return commands.toSorted((a, b) => count(b, own) - count(a, own) || count(b, page) - count(a, page))[0];
}
