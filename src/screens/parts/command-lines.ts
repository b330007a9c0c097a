import type { ConditionalCommand, Product } from '../../model/index.ts';
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
