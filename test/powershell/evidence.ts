import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonAnswer } from '../../src/model/index.ts';
import { planOf } from '../../src/plan/index.ts';
import { discoverScript, verifyScript } from '../../src/powershell/index.ts';
import { viewWith } from '../steps/view.ts';
import type { Run } from './bench.ts';
import type { Answers } from './scripts.ts';

/** An evidence file as far as tests read it; src/powershell/discover.ts has its whole form. */
export type Evidence = {
  script: string;
  rollout: string;
  computer: string;
  written: string;
  place: string;
  people: string;
  items: Readonly<Record<string, Item>>;
  made: 'unknown' | Made[];
  checks?: Check[];
};

export type Item = { at: string; from: string; read: boolean; why?: string; values?: Value[] };
/** A text, or a table whose values are whatever the server has. */
// biome-ignore lint/suspicious/noExplicitAny: what a property of the server holds is what the tests ask
export type Value = any;
export type Made = { kind: string; identity: string; existed: boolean; values: Value; time: string };
export type Check = { what: string; name: string; expected: Value; found: Value; good: boolean };

/** The discover script of these answers and people. */
export const discoverFor = (answers: Answers = {}, people: readonly PersonAnswer[] = []) =>
  discoverScript({ view: viewWith(answers, people), ...about });

/** The verify script of these answers and people. */
export function verifyFor(answers: Answers, people: readonly PersonAnswer[] = []): string {
  const view = viewWith(answers, people);
  return verifyScript({ view, changes: planOf(view), ...about });
}

const about = {
  rolloutId: 'contoso',
  organisation: 'Contoso',
  version: '0.1.0',
  written: '2026-11-23T21:30:00Z',
  digest: (text: string) => createHash('sha256').update(text).digest('hex'),
} as const;

/** The text of the one evidence file that a run left. */
export function evidenceText({ folder }: Pick<Run, 'folder'>): string {
  const files = readdirSync(folder).filter((name) => name.startsWith('evidence-'));
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`not one evidence file: ${files.join(', ')}`);
  return readFileSync(join(folder, file), 'utf8');
}

export function evidenceOf(run: Pick<Run, 'folder'>): Evidence {
  return JSON.parse(evidenceText(run));
}

/** The values of an item that was read. */
export function valuesOf({ items }: Evidence, item: string): Value[] {
  const { values } = items[item] ?? {};
  if (!values) throw new Error(`${item}: ${items[item]?.why ?? 'no such item'}`);
  return values;
}

/** What of a text names one of these people: whole names, addresses, and what stands before the @ of these. */
export function namesIn(text: string, people: readonly { name: string; sip: string }[]): readonly string[] {
  const words = ` ${text.toLowerCase()} `;
  const parts = people
    .flatMap(({ name, sip }) => [name, sip, sip.split('@')[0] ?? sip])
    .map((part) => part.toLowerCase());
  return parts.filter((part) =>
    words.split(part).some((after, i, all) => i > 0 && isEdge(all[i - 1]?.at(-1)) && isEdge(after[0])),
  );
}

const isEdge = (character: string | undefined) => !/[\p{L}\p{N}]/u.test(character ?? ' ');
