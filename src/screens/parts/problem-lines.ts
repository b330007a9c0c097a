import type { Problem } from '../../model/index.ts';
import { problemText } from '../../wizard/index.ts';
import { type Line, line, span, wrap } from '../look/lines.ts';
import type { Look } from '../look/theme.ts';
import { marker } from './stage.ts';

/** What is wrong or odd, what would do, and an example. */
export function problemLines(problems: readonly Problem[], width: number, look: Look): readonly Line[] {
  return problems.flatMap((problem) => {
    const stop = problem.weight === 'stop';
    const text = wrap([span(stop ? 'bad' : 'warn', problemText(problem))], width - 2);
    return text.map((one, y) => line(...(y === 0 ? marker(look, stop ? 'bad' : 'look') : [{ text: '  ' }]), one));
  });
}
