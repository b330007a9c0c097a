import { numberCitations } from '../facts/index.ts';
import type { Change } from '../model/index.ts';
import { planOf } from '../plan/index.ts';
import { changeTold, factsText, service, toldOf } from '../wizard/index.ts';
import { bindings, keyShown } from './keys.ts';
import { blank, indented, type Line, line, span } from './look/lines.ts';
import { markdownLines } from './look/markdown.ts';
import type { Picture, Stage } from './parts/stage.ts';
import { numbersIn, sourceLines, tellingLines } from './parts/telling.ts';
import { itemAt } from './session/scenes.ts';

/** The panel with the reasons of the line, the whole telling where the page has one sentence of it, all sources and all keys. */
export function whyPicture(stage: Stage): Picture {
  const { session, rows, width } = stage;
  const inner = Math.min(width - 4, 96);
  const lines = indented(whyLines(stage, inner), 2);
  const size = lines.length <= rows ? rows : rows - 1;
  const max = Math.max(0, lines.length - size);
  const from = Math.min(session.why ?? 0, max);
  const shown = lines.slice(from, from + size);
  const left = lines.length - from - shown.length;
  const more: readonly Line[] = max === 0 ? [] : [line(span('muted', left > 0 ? `  ${left} more below` : '  End'))];
  return { lines: [...shown, ...more], extent: { max, page: Math.max(1, size - 1) } };
}

function whyLines(stage: Stage, width: number): readonly Line[] {
  const { session, scene, focus } = stage;
  const item = focus && itemAt(scene, focus);
  const why = item?.of === 'form' ? item.form.why : [];
  const { page, view } = scene;
  const change = session.place.at === 'plan' && view && planOf(view).find(({ desired }) => desired.id === item?.id);
  if (change) return [...changeLines(change, width), blank, ...keyLines(stage)];
  if (!page || !view) {
    const citations = numberCitations();
    const facts = why.length > 0 ? why : service;
    const text = markdownLines(citations.resolve(factsText(facts)), width);
    return [...text, blank, strong('Sources'), ...sourceLines(citations.sources(), width), blank, ...keyLines(stage)];
  }
  const told = toldOf(page, view);
  const reasons = why.length === 0 ? [] : markdownLines(told.citations.resolve(factsText(why)), width);
  // Where the keyboard is on what the page tells, all of it is there.
  const telling = item?.of === 'telling' ? [] : tellingLines(told, width);
  const sources = told.citations.sources();
  return [
    ...(reasons.length === 0 ? [] : [...reasons, blank, ...sourceLines(sources, width, numbersIn(reasons)), blank]),
    ...(telling.length === 0 ? [] : [strong(page.title), ...telling, blank]),
    ...(sources.length === 0 ? [] : [strong('Sources'), ...sourceLines(sources, width), blank]),
    ...keyLines(stage),
  ];
}

/** What is known about a change besides what the plan shows of it, and the sources by the numbers that stand there. */
function changeLines(change: Change, width: number): readonly Line[] {
  const { citations, more } = changeTold(change);
  const text = more === '' ? [] : [...markdownLines(more, width), blank];
  return [...text, strong('Sources'), ...sourceLines(citations.sources(), width)];
}

function strong(text: string): Line {
  return [span('strong', text)];
}

function keyLines({ look }: Stage): readonly Line[] {
  const told = bindings.filter((binding) => binding.does !== undefined);
  const rows = told.map(({ command, does }) => line(keyShown(command, { ascii: look.ascii }).padEnd(11), does));
  return [strong('Keys'), ...rows];
}
