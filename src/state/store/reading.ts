import { join } from 'node:path';
import type { Moment, Rollout } from '../../model/index.ts';
import { reasonOf } from '../failures.ts';
import { readJson } from '../json.ts';
import { readRollout } from '../schema.ts';
import { exists, readText } from './files.ts';

/** The two files of a rollout: people apart, since they are many and change seldom. */
export const parts = ['rollout', 'people'] as const;
export type Part = (typeof parts)[number];
export type Texts = Readonly<Record<Part, string>>;

/** A file of which something is wrong; `said` continues its name: "ends in the middle of a value (line 1, column 9)". */
export type Fault = { part: Part; said: string };

export type Found =
  | { state: 'whole'; rollout: Rollout; texts: Texts }
  | { state: 'absent' }
  | { state: 'damaged'; faults: readonly Fault[] }
  | { state: 'newer'; version: number }
  | { state: 'unreadable'; said: string };

/** What each part is read from: as it is, or as it was before the last write. */
export type Names = Readonly<Record<Part, string>>;
export const presentNames: Names = { rollout: 'rollout.json', people: 'people.json' };
export const previousNames: Names = { rollout: 'rollout.previous.json', people: 'people.previous.json' };

/** Reads a rollout from its files, and finds damage and later versions before anything is built on them. */
export function readParts(folder: string, id: string, names: Names = presentNames): Found {
  let read: Record<Part, ReadPart>;
  try {
    read = { rollout: readPart(join(folder, names.rollout)), people: readPart(join(folder, names.people)) };
  } catch (error) {
    return { state: 'unreadable', said: reasonOf(error) };
  }
  const { rollout, people } = read;
  if (rollout.state === 'missing' && !exists(join(folder, previousNames.rollout))) return { state: 'absent' };
  const faults = parts.flatMap((part): Fault[] => ('said' in read[part] ? [{ part, said: read[part].said }] : []));
  if (rollout.state !== 'read') return { state: 'damaged', faults };
  // People that cannot be read are left out, to find what else is wrong.
  const others = people.state === 'read' ? people.value.people : [];
  const found = readRollout({ ...rollout.value, id, people: others });
  if (found.state === 'newer') return found;
  if (found.state === 'wrong') {
    const part = found.path[0] === 'people' ? 'people' : 'rollout';
    faults.push({ part, said: `does not hold what belongs there: ${found.said.replace(/\.$/, '')}` });
  }
  if (faults.length > 0 || found.state === 'wrong' || people.state !== 'read') return { state: 'damaged', faults };
  return { state: 'whole', rollout: found.rollout, texts: { rollout: rollout.text, people: people.text } };
}

type ReadPart =
  | { state: 'read'; value: Readonly<Record<string, unknown>>; text: string }
  | { state: 'missing' | 'wrong'; said: string };

function readPart(path: string): ReadPart {
  let text: string | undefined;
  try {
    text = readText(path);
  } catch (error) {
    if (error instanceof TypeError) return { state: 'wrong', said: 'holds bytes that are no text' };
    throw error;
  }
  if (text === undefined) return { state: 'missing', said: 'is missing' };
  const value = parse(text);
  if ('said' in value) return { state: 'wrong', said: value.said };
  return { state: 'read', value: value.object, text };
}

/** `JSON.parse` reads; our own reader, which is slower, says where it broke. */
function parse(text: string): { object: Readonly<Record<string, unknown>> } | { said: string } {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isObject ? { object: { ...value } } : { said: 'does not hold what belongs there' };
  } catch {
    const read = readJson(text);
    if (read.ok) return { said: 'cannot be read' };
    const { said, line, column } = read.fault;
    return { said: `is damaged: ${said[0]?.toLowerCase()}${said.slice(1)} (line ${line}, column ${column})` };
  }
}

/** When a rollout changed last, by its own log. */
export function changedAt(rollout: Rollout): Moment | undefined {
  return rollout.events.at(-1)?.at;
}
