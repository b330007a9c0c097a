import { type Command, keyShown } from '../keys.ts';
import { type Line, line, span, widthOf } from '../look/lines.ts';
import { type Hint, hintsOf } from './hints.ts';
import type { Extent, Stage } from './stage.ts';

/**
 * The keys that work now, in words. Where they do not fit, words and names get shorter, then the keys that always stand
 * there lose their words, then other keys go, the last one first.
 */
export function footLine(stage: Stage, extent: Extent | undefined): Line {
  const { width, look } = stage;
  const hints = hintsOf(stage, extent);
  const footOf = (kept: readonly Hint[], narrow: boolean, wordOf: (hint: Hint) => string): Line =>
    kept.flatMap((one, i) => {
      const word = wordOf(one);
      return line(
        i > 0 && '   ',
        span('strong', keysShown(one.keys, { narrow, ascii: look.ascii })),
        word && ` ${word}`,
      );
    });
  const brief = (hint: Hint) => hint.brief ?? hint.does;
  const named = (hint: Hint) => (hint.always ? brief(hint) : hint.does);
  const few = (hint: Hint) => (hint.always ? '' : brief(hint));
  // The way out goes last.
  const others = hints.filter(({ always, keys }) => !always && !keys.includes('out'));
  const fewer = others.map((_, i) => hints.filter((one) => !others.slice(others.length - i).includes(one)));
  const tries = [
    ...(width < 68
      ? []
      : [footOf(hints, false, ({ does }) => does), footOf(hints, false, named), footOf(hints, false, brief)]),
    footOf(hints, true, brief),
    ...fewer.map((kept) => footOf(kept, true, few)),
  ];
  return tries.find((one) => widthOf(one) <= width) ?? tries.at(-1) ?? [];
}

const arrows: readonly Command[] = ['up', 'down', 'previous-value', 'next-value'];

function keysShown(keys: readonly Command[], options: { narrow: boolean; ascii: boolean }): string {
  if (options.ascii && keys.length > 1 && keys.every((key) => arrows.includes(key))) return 'arrows';
  const names = keys.map((key) => keyShown(key, options));
  return names.every((name) => name.length === 1) ? names.join('') : names.join(', ');
}
