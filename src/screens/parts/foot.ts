import { type Command, keyShown } from '../keys.ts';
import { type Line, line, span, widthOf } from '../look/lines.ts';
import { hintsOf } from './hints.ts';
import type { Extent, Stage } from './stage.ts';

/** The keys that work now, in words; as many as fit, the least needed left out. */
export function footLine(stage: Stage, extent: Extent | undefined): Line {
  const { width, look } = stage;
  const narrow = width < 68;
  const all = hintsOf(stage, extent);
  const shown = all.map(({ keys, does }) =>
    line(span('strong', keysShown(keys, { narrow, ascii: look.ascii })), ` ${does}`),
  );
  let out: Line = [];
  for (const one of shown) {
    const next = out.length === 0 ? one : line(out, '   ', one);
    if (widthOf(next) <= width) out = next;
  }
  return out;
}

const arrows: readonly Command[] = ['up', 'down', 'previous-value', 'next-value'];

function keysShown(keys: readonly Command[], options: { narrow: boolean; ascii: boolean }): string {
  if (options.ascii && keys.length > 1 && keys.every((key) => arrows.includes(key))) return 'arrows';
  const names = keys.map((key) => keyShown(key, options));
  return names.every((name) => name.length === 1) ? names.join('') : names.join(', ');
}
