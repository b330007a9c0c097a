import { exportFiles } from '../export/index.ts';
import type { Rollout } from '../model/index.ts';
import { count, localDay, localTime, showDay } from '../words/index.ts';
import { choicesPicture } from './begin.ts';
import { blank, filled, indented, type Line, line, span, wrap } from './look/lines.ts';
import type { Picture, Stage } from './parts/stage.ts';
import { marker } from './parts/stage.ts';
import { rolloutOf } from './session/places.ts';
import { stopsOf } from './session/scenes.ts';
import type { ExportResult } from './session/session.ts';

/** What each file is for. */
const uses: Readonly<Record<string, string>> = {
  'runbook.md': 'for the change board',
  'request-sheet.md': 'the registration, for the record',
  'scripts/1-discover.ps1': 'only reads: on Front End and Edge',
  'scripts/2-apply.ps1': 'looks, asks, changes: on a Front End',
  'scripts/2-apply-users-1.csv': 'users for 2-apply.ps1, as exported',
  'scripts/3-verify.ps1': 'only reads: is it as decided?',
  'scripts/4-rollback.ps1': 'takes back what 2-apply.ps1 changed',
  'handouts/skype-user.md': 'to mail to people on Skype',
  'handouts/colleague.md': 'to mail to colleagues',
  'rollout.json': 'this rollout, to be taken along',
  'manifest.json': 'names, sizes and sums of the others',
};

/** What will be written, or what stands in the way; afterwards what was. */
export function exportPicture(stage: Stage): Picture {
  const { session, m } = stage;
  const stops = stopsOf(session, m);
  if (stops > 0) {
    const text =
      stops === 1
        ? 'One thing is wrong or missing, so nothing is exported.'
        : `${stops} things are wrong or missing, so nothing is exported.`;
    return choicesPicture(stage, [...said('bad', [text], stage), blank]);
  }
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
    ...said('look', ['Nothing was seen on the server yet: the script looks before it changes anything.'], stage),
    blank,
  ];
}

/** What it does to a folder that is there, or what keeps it from being written. */
function planLines(stage: Stage): readonly Line[] {
  const { plan } = stage.session.exporting;
  if (!plan) return [];
  const { added, replaced, removed, changed, foreign, barred, earlier } = plan;
  const clash = [
    ...changed.map((path) => `${path} was changed by hand`),
    ...foreign.map((path) => `${path} is of no export`),
  ];
  if (barred.length + clash.length > 0) {
    const mend = 'Nothing would be written. Name another folder, or take away what is named.';
    return [
      blank,
      ...said(
        'bad',
        [...barred, ...clash].map((one) => `${one}.`),
        stage,
      ),
      ...indented(wrap([{ text: mend }], Math.min(stage.width - 4, 76)), 2),
    ];
  }
  if (!plan.exists) return [];
  const day = earlier === undefined ? '' : ` of ${showDay(localDay(earlier, stage.m.around.offset), stage.m.today)}`;
  const rows = [
    ...(added.length > 0 ? [['New', count(added.length, 'file')]] : []),
    ...(replaced.length > 0 ? [['Replaced', `${replaced.length}${day}, none changed by hand`]] : []),
    ...(removed.length > 0 ? [['Removed', `${removed.length} no longer made, unchanged: ${removed.join(', ')}`]] : []),
  ];
  const told = rows.map(([label = '', text = '']) => wrap([{ text: label.padEnd(11) + text }], stage.width - 4, 11));
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
      const use = width < 70 ? '' : (uses[path] ?? '');
      return line(
        filled([{ text: path }], name),
        `${Math.ceil(bytes / 1024)} KB`.padStart(8),
        '   ',
        span('muted', use),
      );
    }),
    4,
  );
}

function resultLines(result: ExportResult, stage: Stage): readonly Line[] {
  if (result.state === 'refused') return [...said('bad', result.said, stage), blank];
  const next =
    'Next   have runbook.md approved; then run 2-apply.ps1 with -WhatIf on a Front End: it shows what it would change.';
  return [
    line('  ', span('ok', `Written ${localTime(result.at, stage.m.around.offset)} to ${result.folder}`)),
    ...fileLines(result.files, stage),
    blank,
    ...indented(wrap([{ text: next }], Math.min(stage.width - 4, 76), 7), 2),
    blank,
  ];
}
