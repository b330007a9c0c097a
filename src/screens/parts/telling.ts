import type { Source } from '../../model/index.ts';
import type { Told } from '../../wizard/index.ts';
import { blank, type Line, line, plain, span, wrap } from '../look/lines.ts';
import { markdownLines } from '../look/markdown.ts';

/** The whole telling, and how the same is done by hand. */
export function tellingLines(told: Told, width: number): readonly Line[] {
  const telling = markdownLines(told.telling, width);
  if (told.clicks === undefined) return telling;
  return [...telling, blank, [span('strong', 'By hand')], ...markdownLines(told.clicks, width)];
}

/** Sources as they are numbered, all or some of them. Addresses are text: nothing opens them. */
export function sourceLines(sources: readonly Source[], width: number, only?: ReadonlySet<number>): readonly Line[] {
  const wide = String(sources.length).length;
  return sources.flatMap(({ title, where }, i) => {
    if (only && !only.has(i + 1)) return [];
    return wrap(line(`${String(i + 1).padStart(wide)} `, title, span('muted', `, ${where}`)), width, wide + 1);
  });
}

/** The numbers of the sources that these lines cite. */
export function numbersIn(lines: readonly Line[]): ReadonlySet<number> {
  const text = lines.map(plain).join(' ');
  return new Set([...text.matchAll(/\[(\d+(?:, \d+)*)/g)].flatMap((match) => (match[1] ?? '').split(', ').map(Number)));
}
