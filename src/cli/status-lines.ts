import { productNames } from '../facts/index.ts';
import type { Moment } from '../model/index.ts';
import { daysAgo } from '../plan/index.ts';
import { count, linesOfWords, localDay, localTime, stepStateWords } from '../words/index.ts';
import { serverNames } from './server-names.ts';
import type { StatusData } from './status-data.ts';
import { problemLine, saidLine } from './told.ts';

/** Where a rollout stands, for a person. */
export function statusLines(data: StatusData, offset: number): readonly string[] {
  const { id, organisation, product, savedAt, steps, waits, failed } = data;
  const { problems, missing, warnings, next, seenDone } = data;
  const done = steps.filter(({ state }) => state === 'done').length;
  const of = `${organisation} (${id}), ${product === null ? 'no product yet' : productNames[product]}`;
  const wide = Math.max(...Object.values(stepStateWords).map(({ length }) => length));
  return [
    `${of}: ${done} of ${steps.length} steps done`,
    `Saved ${momentText(savedAt, offset)}; ${exportText(data, offset)}`,
    '',
    ...steps.map(({ title, state }) => `  ${stepStateWords[state].padEnd(wide)}  ${title}`),
    ...section('Evidence:', evidenceLines(data, offset)),
    ...section('Waits:', waits.map(waitLine)),
    ...section('Failed:', failed.map(failedLine)),
    ...section(
      'Seen done, not ticked:',
      seenDone.map(
        ({ id, label, at, computer }) => `${id}: ${label}, ${localDay(at, offset)}, by 3-verify.ps1 on ${computer}`,
      ),
    ),
    ...section('Wrong:', problems.map(problemLine)),
    ...section('Missing:', missing.map(problemLine)),
    ...section('Worth a look:', warnings.map(saidLine)),
    '',
    data.canExport ? 'Nothing stands in the way of an export.' : `Nothing is exported before that is mended.`,
    next ? `Next: ${next.said}` : 'Nothing is left to do.',
    ...(next ? [`Go on with: skypefed open ${id}`] : []),
  ];
}

function section(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', head, ...lines.map((line) => `  ${line}`)];
}

/** Which evidence there is, and what speaks against the one by which the plan goes. */
function evidenceLines({ evidence, seen }: StatusData, offset: number): readonly string[] {
  return evidence.flatMap(({ at, computer, place, script, current }) => {
    const by = { discover: '1-discover.ps1', verify: '3-verify.ps1' }[script];
    const told = `${computer}, ${serverNames[place]}, ${momentText(at, offset)}, by ${by}`;
    if (!current || !seen) return [told];
    return [
      `${told}: the plan goes by it, ${daysAgo(seen)}`,
      ...seen.doubts.flatMap((doubt) => linesOfWords(doubt, 76).map((line) => `  ${line}`)),
    ];
  });
}

function waitLine(wait: StatusData['waits'][number]): string {
  const { since, day, due, asks } = wait;
  return `${ofWhom(wait)}, since ${since}, day ${day}${due ? `. ${asks}` : ''}`;
}

function failedLine(test: StatusData['failed'][number]): string {
  return test.at === undefined ? ofWhom(test) : `${ofWhom(test)}, ${test.at}`;
}

function ofWhom({ id, label, person }: { id: string; label: string; person?: string | undefined }): string {
  return `${id}: ${person === undefined ? '' : `${person}: `}${label}`;
}

function exportText({ exported }: StatusData, offset: number): string {
  if (!exported) return 'not exported yet';
  const { at, files, folder, changedSince } = exported;
  const where = folder === undefined ? '' : ` to ${folder}`;
  return `exported ${momentText(at, offset)}, ${count(files, 'file')}${where}${changedSince ? '; changed since' : ''}`;
}

function momentText(at: Moment, offset: number): string {
  return `${localDay(at, offset)} ${localTime(at, offset)}`;
}
