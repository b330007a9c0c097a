import { createHash } from 'node:crypto';
import type { AnyField, Change, Desired, PersonAnswer } from '../../src/model/index.ts';
import { changesOf, planOf } from '../../src/plan/index.ts';
import { applyScript, rollbackScript } from '../../src/powershell/index.ts';
import { readEvidence } from '../../src/state/index.ts';
import { fieldById } from '../../src/steps/index.ts';
import { viewWith } from '../steps/view.ts';

export type Answers = Readonly<Record<string, unknown>>;

/** Contoso: one site, the rest by default. */
export const contosoAnswers: Answers = { 'access-policy.sites': ['Redmond'], 'client-policy.sites': ['Redmond'] };

/** Contoso with a policy for these people only, and no change to client policies. */
export const forUsers = (...users: readonly string[]): Answers => ({
  'access-policy.scope': 'user',
  'access-policy.users': users,
  'client-policy.target': 'leave',
});

/** The apply script of these answers. */
export function scriptFor(answers: Answers, people: readonly PersonAnswer[] = []): string {
  return scriptOf(planOf(viewWith(answers, people)), answers);
}

/** The apply script of these answers, whose plan goes by what an evidence file says. */
export function scriptSeeing(answers: Answers, evidence: string): string {
  return scriptOf(changesSeeing(answers, evidence), answers);
}

/** The plan of these answers, set against what an evidence file says. */
export function changesSeeing(answers: Answers, evidence: string): readonly Change[] {
  const read = readEvidence(JSON.parse(evidence));
  if (read.state === 'wrong') throw new Error(read.said);
  const seen = { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
  return planOf(viewWith(answers, [], [seen]));
}

/** The apply script of these wishes, whatever step they come from. */
export function scriptOfWants(wants: readonly Desired[]): string {
  return scriptOf(changesOf(wants, 'lync-2013'), {});
}

/** The rollback script for the product of these answers, Lync Server 2013 unless they say. */
export function rollbackFor(answers: Answers = {}): string {
  return rollbackScript(optionsOf(answers));
}

/** The apply script of these answers, with the lists that lie beside it. */
export function applyFor(answers: Answers): ReturnType<typeof applyScript> {
  return applyOf(planOf(viewWith(answers)), answers);
}

function scriptOf(changes: readonly Change[], answers: Answers): string {
  return applyOf(changes, answers).text;
}

function applyOf(changes: readonly Change[], answers: Answers): ReturnType<typeof applyScript> {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  return applyScript({ ...optionsOf(answers), changes, digest });
}

function optionsOf(answers: Answers) {
  return {
    view: viewWith(answers),
    rolloutId: 'contoso',
    organisation: String(answers['deployment.organisation'] ?? 'Contoso'),
    version: '0.1.0',
    written: '2026-11-23T21:30:00Z',
  };
}

/** As the field takes it, or undefined where it refuses it. */
export function accepted(id: string, value: string): string | undefined {
  const field: AnyField | undefined = fieldById(id);
  if (!field) throw new Error(`no field ${id}`);
  const form = field.kind.form;
  const parsed = field.kind.parse(
    form === 'list' ? [value] : form === 'records' ? [{ site: value, pool: 'edge01.contoso.local' }] : value,
  );
  if (!parsed.ok) return undefined;
  const [first] = [parsed.value].flat();
  return String(first !== null && typeof first === 'object' && 'site' in first ? first.site : first);
}
