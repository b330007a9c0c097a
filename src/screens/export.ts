import { afterExport, exportClashes, exportDoes, exportFiles, fileUses, kilobytes } from '../export/index.ts';
import type { Rollout } from '../model/index.ts';
import { viewOf } from '../state/index.ts';
import { exportStopped, seenBeforeExport } from '../wizard/index.ts';
import { localTime } from '../words/index.ts';
import { choicesPicture } from './begin.ts';
import { blank, filled, indented, type Line, line, span, wrap } from './look/lines.ts';
import type { Picture, Stage } from './parts/stage.ts';
import { marker } from './parts/stage.ts';
import { rolloutOf } from './session/places.ts';
import type { ExportResult } from './session/session.ts';

/** What will be written, or what stands in the way; afterwards what was. */
export function exportPicture(stage: Stage): Picture {
  const { session, m } = stage;
  const stopped = exportStopped(rolloutOf(session), m.today);
  if (stopped !== undefined) return choicesPicture(stage, [...said('bad', [stopped], stage), blank]);
  const { result } = session.exporting;
  return choicesPicture(stage, result ? resultLines(result, stage) : previewLines(stage));
}

function said(sign: 'bad' | 'look', texts: readonly string[], { look, width }: Stage): readonly Line[] {
  return texts.flatMap((text) =>
    wrap([span(sign === 'bad' ? 'bad' : 'warn', text)], Math.min(width - 4, 76)).map((one, y) =>
      line(...(y === 0 ? marker(look, sign) : [{ text: '  ' }]), one),
    ),
  );
}

function previewLines(stage: Stage): readonly Line[] {
  const sizes = sizesOf(stage);
  return [
    line('  ', span('strong', `Will be written, whole or not at all: ${sizes.length} files, to`)),
    ...indented(wrap([{ text: stage.session.exporting.folder }], stage.width - 6, 2), 4),
    ...fileLines(sizes, stage),
    ...planLines(stage),
    blank,
    ...said('look', [seenText(stage)], stage),
    blank,
  ];
}

function seenText({ session, m }: Stage): string {
  return seenBeforeExport(viewOf(rolloutOf(session), m.today), { today: m.today, offset: m.around.offset });
}

/** What it does to a folder that is there, or what keeps it from being written. */
function planLines(stage: Stage): readonly Line[] {
  const { plan } = stage.session.exporting;
  if (!plan) return [];
  const clashes = exportClashes(plan);
  if (clashes.length > 0) {
    const mend = 'Nothing would be written. Name another folder, or take away what is named.';
    const lines = indented(wrap([{ text: mend }], Math.min(stage.width - 4, 76)), 2);
    return [blank, ...said('bad', clashes, stage), ...lines];
  }
  const rows = exportDoes(plan, { today: stage.m.today, offset: stage.m.around.offset });
  if (rows.length === 0) return [];
  const told = rows.map(({ what, said }) => wrap([{ text: what.padEnd(11) + said }], stage.width - 4, 11));
  return [blank, ...indented(told.flat(), 2)];
}

type Size = { path: string; bytes: number };

/** Writing all files out takes longer than a key may, and a folder is typed here. */
const known = new WeakMap<Rollout, readonly Size[]>();

function sizesOf({ session, m }: Stage): readonly Size[] {
  const rollout = rolloutOf(session);
  const sizes =
    known.get(rollout) ??
    exportFiles(rollout, { ...m.around, now: () => m.now }).map(({ path, text }): Size => {
      return { path, bytes: new TextEncoder().encode(text).length };
    });
  known.set(rollout, sizes);
  return sizes;
}

function fileLines(files: readonly Size[], { width }: Stage): readonly Line[] {
  const name = Math.max(...files.map(({ path }) => path.length));
  return indented(
    files.map(({ path, bytes }) => {
      const use = width < 70 ? '' : (fileUses[path] ?? '');
      return line(filled([{ text: path }], name), kilobytes(bytes).padStart(8), '   ', span('muted', use));
    }),
    4,
  );
}

function resultLines(result: ExportResult, stage: Stage): readonly Line[] {
  if (result.state === 'refused') return [...said('bad', result.said, stage), blank];
  const next = `Next   ${afterExport(rolloutOf(stage.session))}`;
  return [
    line('  ', span('ok', `Written ${localTime(result.at, stage.m.around.offset)} to ${result.folder}`)),
    ...fileLines(result.files, stage),
    blank,
    ...indented(wrap([{ text: next }], Math.min(stage.width - 4, 76), 7), 2),
    blank,
  ];
}
