import type { Moment, Rollout } from '../model/index.ts';
import { deployment } from '../steps/index.ts';
import { localDay } from '../words/index.ts';
import { isObject, readAnswers, type Stated } from './answers.ts';
import { rolloutFromAnswers } from './answers-out.ts';
import { rolloutId } from './events.ts';
import { type EvidenceRead, evidenceFormat, readEvidence } from './evidence.ts';
import { type JsonFault, readJson } from './json.ts';
import { judge, type Located } from './judge.ts';
import { restate } from './restate.ts';
import { readRollout } from './schema.ts';

/** What somebody hands us: an answers file, a rollout as an export holds it, or what a script saw. */
export type Given =
  | { state: 'read'; rollout: Rollout; missing: readonly Located[]; warnings: readonly Located[] }
  | ({ state: 'evidence' } & Omit<Extract<EvidenceRead, { state: 'read' }>, 'state'>)
  /** Nothing of it is taken. `said` is a sentence; `problems` names each place, where places are known. */
  | { state: 'refused'; said: string; problems: readonly Located[]; missing: readonly Located[] };

/** When it is read and by whom; `stated` holds in place of what the file states. */
export type GivenAt = { now: Moment; offset: number; by: string; stated?: Stated };

/**
 * Reads the bytes of a file that somebody hands us, UTF-8 or, as Windows PowerShell writes, UTF-16. An answers file is
 * written by hand and may have comments; a rollout is written by us.
 */
export function readGiven(bytes: Uint8Array, at: GivenAt): Given {
  const text = decode(bytes);
  if (text === undefined) return refused('It is not a text file.');
  const json = readJson(text, { byHand: true });
  if (!json.ok) return refused(noJson(json.fault));
  const format = formatOf(json.value);
  if (format === undefined) return readWritten(json.value, at);
  const strict = json.byHand ? readJson(text) : json;
  if (!strict.ok) return refused(noJson(strict.fault));
  return format === evidenceFormat ? readSeen(json.value) : readExported(json.value, at);
}

function noJson({ said, line, column }: JsonFault): string {
  return `Line ${line}, column ${column} is no JSON: ${said}.`;
}

function readSeen(raw: unknown): Given {
  const read = readEvidence(raw);
  return read.state === 'wrong' ? refused(read.said) : { ...read, state: 'evidence' };
}

function readExported(raw: unknown, { now, offset, by, stated = {} }: GivenAt): Given {
  const read = readRollout(raw);
  if (read.state === 'wrong') return refused(`This rollout cannot be read: ${read.said}`);
  if (read.state === 'newer') return refused(`A later skypefed wrote this (version ${read.version} of the file).`);
  const rollout = restate(read.rollout, stated, { at: now, by });
  const { wrong, missing, warnings } = judge(rollout, localDay(now, offset));
  if (wrong.length > 0) return { ...refused('Answers of this rollout do not do.'), problems: wrong, missing };
  return { state: 'read', rollout, missing, warnings };
}

function readWritten(raw: unknown, { now, offset, by, stated = {} }: GivenAt): Given {
  const read = readAnswers(isObject(raw) ? { ...raw, ...stated } : raw, localDay(now, offset));
  if (!read.ok)
    return { state: 'refused', said: 'Not all of it can be taken.', problems: read.problems, missing: read.missing };
  const { [deployment.organisation.id]: organisation } = read.answers;
  const id = rolloutId(typeof organisation === 'string' ? organisation : '', []);
  const rollout = rolloutFromAnswers(read, { id, at: now, by });
  return { state: 'read', rollout, missing: read.missing, warnings: read.warnings };
}

function refused(said: string): Extract<Given, { state: 'refused' }> {
  return { state: 'refused', said, problems: [], missing: [] };
}

/** Answers files bear no format. */
function formatOf(raw: unknown): unknown {
  return raw !== null && typeof raw === 'object' && 'format' in raw ? raw.format : undefined;
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
