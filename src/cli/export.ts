import { readFileSync } from 'node:fs';
import { type Exported, exportFiles, exportTo } from '../export/index.ts';
import type { Surroundings } from '../model/index.ts';
import { type Given, type Located, readGiven, reasonOf } from '../state/index.ts';
import { count } from '../words/index.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { problemData, problemLine, warningLine } from './told.ts';

export type ExportOptions = { answers: string; out: string; force: boolean; json: boolean };

/** `export`: an answers file in, a folder out, nothing asked. Ctrl+C before the folder is written leaves nothing. */
export async function exportAnswers(options: ExportOptions, around: Surroundings): Promise<Outcome> {
  const tell = options.json ? tellAsJson : tellAsLines;
  return tell(await carryOut(options, around));
}

type Told = {
  code: number;
  said: string;
  problems?: readonly Located[];
  missing?: readonly Located[];
  written?: Omit<Extract<Exported, { state: 'written' }>, 'state'> & { warnings: readonly Located[] };
};

async function carryOut({ answers, out, force }: ExportOptions, around: Surroundings): Promise<Told> {
  const { now, offset, user: by } = around;
  let given: Given;
  try {
    given = readGiven(readFileSync(answers), { now: now(), offset, by });
  } catch (error) {
    return { code: exitCodes.usage, said: `${answers} cannot be read: ${reasonOf(error)}.` };
  }
  if (given.state === 'refused') {
    const { problems, missing } = given;
    return { code: exitCodes.usage, said: `${answers}: ${given.said}`, problems, missing };
  }
  const { rollout, missing, warnings } = given;
  if (missing.length > 0) {
    const said = `${answers}: ${count(missing.length, 'required answer')} missing. Nothing was written.`;
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

function tellAsLines({ code, said, problems = [], missing = [], written }: Told): Outcome {
  if (!written) return refuse(code, said, ...[...problems, ...missing].map((p) => `  ${problemLine(p)}`));
  const width = Math.max(...written.files.map(({ path }) => path.length));
  const lines = written.files.map(({ path, bytes }) => `  ${path.padEnd(width)}  ${kilobytes(bytes).padStart(7)}`);
  const gone = written.removed.map((path) => `Removed, as it is no longer made: ${path}`);
  return { code, out: [said, ...lines, ...gone], err: written.warnings.map(warningLine) };
}

function tellAsJson({ code, said, problems = [], missing = [], written }: Told): Outcome {
  const data = written
    ? { ok: true, ...written, warnings: written.warnings.map(problemData) }
    : { ok: false, code, said, problems: problems.map(problemData), missing: missing.map(problemData) };
  return { code, out: [JSON.stringify(data, null, 2)] };
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
