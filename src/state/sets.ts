import { problem } from '../kinds/index.ts';
import type { ChoiceKind, Kind, LocalDate, Problem, Result } from '../model/index.ts';
import { fieldById, people, taskById } from '../steps/index.ts';
import { itemsIn, listed, quoted } from '../words/index.ts';
import { readStated, type Stated } from './answers.ts';
import { readJson } from './json.ts';
import type { Located } from './judge.ts';
import { stateNames } from './task-states.ts';

/** Words of a command as an answers file has them: id -> value, and what is wrong with them. */
export type SetsRead = { stated: Stated; problems: readonly Located[] };

/**
 * Reads words such as `edge.routing=switch-to-dns-srv`, each value as it is typed in the wizard: a choice by its value, label
 * or letter, a list as one row of it, a task by its state, on this day. Lists, records and tasks can also be JSON. Of one
 * id the last counts.
 */
export function readSets(words: readonly string[], today: LocalDate): SetsRead {
  const read = new Map<string, unknown>();
  const problems: Located[] = [];
  for (const word of words) {
    const [id, typed] = cutAtFirst(word, '=');
    const isPair = id !== '' && typed !== undefined;
    const raw = isPair ? rawOf(id, typed, today) : noPair(word);
    if (raw.ok) read.set(id, raw.value);
    else problems.push(...raw.problems.map((one) => ({ ...one, id: isPair ? id : '' })));
  }
  // Assigning one by one would set the prototype where the id is __proto__.
  const stated = Object.fromEntries(read);
  return { stated, problems: [...problems, ...readStated(stated).problems] };
}

function cutAtFirst(word: string, sign: string): readonly [string, string?] {
  const at = word.indexOf(sign);
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function noPair(word: string): Result<never> {
  const said = `${quoted(word)} has no ${word.startsWith('=') ? 'id before its equals sign' : 'equals sign'}.`;
  return refuse(
    problem({ said, expected: 'an id, an equals sign and a value', example: 'deployment.product=lync-2013' }),
  );
}

/** What an answers file would have in place of what was typed; an id that is not known is told by whoever reads that. */
function rawOf(id: string, typed: string, today: LocalDate): Result<unknown> {
  if (id === people.id) return rawFor(id, people.kind, typed);
  const field = fieldById(id);
  if (field) return rawFor(id, field.kind, typed);
  if (!taskById(id)) return { ok: true, value: typed };
  return looksLikeJson(typed) ? json(typed, '{"state": "done"}') : { ok: true, value: stateTyped(typed, today) };
}

function rawFor(id: string, kind: Kind<unknown>, typed: string): Result<unknown> {
  switch (kind.form) {
    case 'line':
      return { ok: true, value: typed };
    case 'choice':
      return choiceTyped(id, kind, typed);
    case 'list':
      return looksLikeJson(typed) ? json(typed, kind.example) : { ok: true, value: itemsIn(typed) };
    case 'records': {
      if (!looksLikeJson(typed)) return refuse(problem({ said: `${quoted(typed)} is no JSON.`, ...expectedOf(kind) }));
      const read = json(typed, kind.example);
      return read.ok && !Array.isArray(read.value) ? { ok: true, value: [read.value] } : read;
    }
  }
}

function expectedOf({ expected, example }: Kind<unknown>): Pick<Problem, 'expected' | 'example'> {
  return { expected, example };
}

/** The value of a choice, by itself, its label or its letter. */
function choiceTyped(id: string, { choices, keys = {} }: ChoiceKind<unknown>, typed: string): Result<unknown> {
  const named = choices.find(({ value }) => String(value) === typed) ?? choices.find(({ label }) => label === typed);
  if (named) return { ok: true, value: named.value };
  if (Object.hasOwn(keys, typed)) return { ok: true, value: keys[typed] };
  // A choice of texts says itself what it takes, and why not this one.
  if (choices.every(({ value }) => typeof value === 'string')) return { ok: true, value: typed };
  const labels = choices.map(({ label }) => label);
  const said = `${quoted(typed)} is not a choice here.`;
  return refuse(problem({ said, expected: listed(labels, 'or'), example: `${id}=${labels[0]}` }));
}

/** A state with the day that it needs, as the wizard proposes it. */
function stateTyped(typed: string, today: LocalDate): unknown {
  const state: string = stateNames.find(({ value, label }) => value === typed || label === typed)?.value ?? typed;
  return { state, ...(state === 'waiting' ? { since: today } : state === 'done' ? { at: today } : {}) };
}

function looksLikeJson(typed: string): boolean {
  return /^\s*[[{]/.test(typed);
}

function json(typed: string, example: string): Result<unknown> {
  const read = readJson(typed, { byHand: true });
  if (read.ok) return { ok: true, value: read.value };
  return refuse(
    problem({ said: `Column ${read.fault.column} is no JSON: ${read.fault.said}.`, expected: 'JSON', example }),
  );
}

function refuse(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}
