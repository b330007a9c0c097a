import { exportFiles, exportTo, kilobytes } from '../export/index.ts';
import type { Rollout, Surroundings } from '../model/index.ts';
import { applyEvent, judge, type Located, type Stated } from '../state/index.ts';
import { openLibrary } from '../state/store.ts';
import { count, localDay } from '../words/index.ts';
import { openNamed, orAnswers, readRollout } from './find.ts';
import { jsonHead, jsonOutcome, jsonRefusal } from './json.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { calledOf, readNamed, type Source } from './read.ts';
import { readSet, setNotes, withSet } from './set.ts';
import { placed, type Told, toldLines, warningLine } from './told.ts';

export type ExportOptions = Source & { out: string; force: boolean; json: boolean };

/** `export`: a rollout or an answers file in, a folder out, nothing asked. Ctrl+C before it is written leaves nothing. */
export async function runExport(options: ExportOptions, home: string, around: Surroundings): Promise<Outcome> {
  const tell = options.json ? tellAsJson : tellAsLines;
  return tell(await exported(options, home, around));
}

type Written = {
  folder: string;
  files: readonly { path: string; bytes: number }[];
  /** Files of an earlier export that this one no longer makes. */
  removed: readonly string[];
  warnings: readonly Located[];
  /** Why the export does not stand in the rollout's record, where it should. */
  notRecorded?: string;
};

type Exported = Told & { written?: Written; notes?: readonly string[] };

type To = { out: string; force: boolean };

async function exported(options: ExportOptions, home: string, around: Surroundings): Promise<Exported> {
  const set = readSet(options.set, around);
  if ('said' in set) return set;
  const { stated } = set;
  if ('answers' in options) return exportAnswers({ ...options, stated }, around);
  return options.set.length > 0
    ? exportOtherwise({ ...options, stated }, home, around)
    : exportSaved(options, home, around);
}

async function exportAnswers(
  { answers, stated, out, force }: To & { answers: string | undefined; stated: Stated },
  around: Surroundings,
): Promise<Exported> {
  const given = await readNamed(answers, around, stated);
  return 'said' in given ? given : exportWhole({ ...given, from: calledOf(answers), out, force }, around);
}

/** The same from a rollout that is kept, other answers in place of some of its own: neither they nor the export are kept. */
async function exportOtherwise(
  { name, stated, out, force }: To & { name: string; stated: Stated },
  home: string,
  around: Surroundings,
): Promise<Exported> {
  const found = await readRollout(openLibrary({ folder: home, around }), name, around);
  if ('said' in found) return orAnswers(found, name);
  const told = await exportKept(withSet(found.rollout, stated, around), { out, force }, around);
  return { ...told, notes: setNotes(stated, found.id) };
}

/** The same from a rollout that is kept, which has it in its record then, as the wizard does it. */
async function exportSaved(
  { name, out, force }: To & { name: string },
  home: string,
  around: Surroundings,
): Promise<Exported> {
  const library = openLibrary({ folder: home, around });
  const saved = await openNamed(library, name, around);
  if ('said' in saved) return orAnswers(saved, name);
  try {
    const { rollout } = saved;
    const told = await exportKept(rollout, { out, force }, around);
    if (!told.written) return told;
    library.rememberExportFolder(rollout.id, told.written.folder);
    const at = around.now();
    const event = { type: 'exported', at, by: around.user, files: told.written.files.length, written: at } as const;
    const kept = saved.save(applyEvent(rollout, event));
    if ('saved' in kept) return told;
    const notRecorded = 'failed' in kept ? kept.failed : 'Another window took over.';
    return { ...told, written: { ...told.written, notRecorded } };
  } finally {
    saved.close();
  }
}

async function exportKept(rollout: Rollout, to: To, around: Surroundings): Promise<Exported> {
  const { wrong, missing, warnings } = judge(rollout, localDay(around.now(), around.offset));
  if (wrong.length === 0) return exportWhole({ rollout, missing, warnings, from: rollout.id, ...to }, around);
  const said = `${rollout.id}: ${count(wrong.length, 'answer')} wrong. Nothing was written.`;
  return { code: exitCodes.cannotExport, said, problems: wrong, missing };
}

type Whole = To & {
  rollout: Rollout;
  missing: readonly Located[];
  warnings: readonly Located[];
  from: string;
};

async function exportWhole(
  { rollout, missing, warnings, from, out, force }: Whole,
  around: Surroundings,
): Promise<Exported> {
  if (missing.length > 0) {
    const said = `${from}: ${count(missing.length, 'required answer')} missing. Nothing was written.`;
    return { code: exitCodes.cannotExport, said, missing };
  }
  const stopped = await untilReady(() => exportTo(out, exportFiles(rollout, around), { force }));
  if (typeof stopped === 'number') return { code: stopped, said: 'Stopped; nothing was written.' };
  if (stopped.state === 'failed') return { code: exitCodes.cannotExport, said: stopped.said };
  if (stopped.state === 'conflict') {
    const otherwise = stopped.forcible ? 'Name another folder; --force replaces them.' : 'Name another folder.';
    return { code: exitCodes.cannotExport, said: `${stopped.said} ${otherwise}` };
  }
  const { folder, files, removed } = stopped;
  return { code: exitCodes.done, said: `Written to ${folder}`, written: { folder, files, removed, warnings } };
}

/**
 * Does something that must be whole or not at all: a signal that came before stops it, with the exit code of that signal;
 * one that comes while it is done has to wait.
 */
async function untilReady<T>(work: () => T): Promise<T | number> {
  let code: number | undefined;
  const signals = { SIGINT: 130, SIGTERM: 143 } as const;
  const heard = (signal: NodeJS.Signals) => {
    code = signal === 'SIGINT' ? signals.SIGINT : signals.SIGTERM;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, heard);
  try {
    await new Promise((resolve) => setImmediate(resolve));
    return code ?? work();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, heard);
  }
}

function tellAsLines(told: Exported): Outcome {
  const { code, said, written, notes: set = [] } = told;
  if (!written) return { ...refuse(code, ...toldLines(told)), notes: set };
  const width = Math.max(...written.files.map(({ path }) => path.length));
  const lines = written.files.map(({ path, bytes }) => `  ${path.padEnd(width)}  ${kilobytes(bytes).padStart(7)}`);
  const gone = written.removed.map((path) => `Removed, as it is no longer made: ${path}`);
  const unrecorded = written.notRecorded === undefined ? [] : [`warning: ${written.notRecorded}`];
  const notes = [...set, ...written.warnings.map(warningLine)];
  return { code, out: [said, ...lines, ...gone], brief: [], notes, err: unrecorded };
}

function tellAsJson(told: Exported): Outcome {
  const { code, written, notes = [] } = told;
  if (!written) return { ...jsonRefusal('export', told), notes };
  const { folder, files, removed, warnings, notRecorded } = written;
  const outcome = jsonOutcome(code, {
    ...jsonHead('export'),
    ...{ ok: true, folder, files: [...files], removed: [...removed], warnings: warnings.map(placed) },
    ...(notRecorded === undefined ? {} : { notRecorded }),
  });
  return { ...outcome, notes };
}
