import type { Outcome } from './outcome.ts';
import type { ExportOutput } from './schemas/export.ts';
import type { ListOutput } from './schemas/list.ts';
import { type Format, formatVersion } from './schemas/names.ts';
import type { PlanOutput } from './schemas/plan.ts';
import type { QuestionsOutput } from './schemas/questions.ts';
import type { StatusOutput } from './schemas/status.ts';
import { placed, type Told } from './told.ts';

type Output = ListOutput | StatusOutput | PlanOutput | ExportOutput | QuestionsOutput;

/** What every output begins with. */
export function jsonHead<F extends Format>(format: F) {
  return { format: `skypefed-${format}-output`, version: formatVersion } as const;
}

/** Ends with JSON on stdout and nothing else. */
export function jsonOutcome(code: number, output: Output): Outcome {
  return { code, out: jsonLines(output) };
}

/** Why something was not done, for a program. */
export function jsonRefusal(format: Format, told: Told): Outcome {
  return jsonOutcome(told.code, { ...jsonHead(format), ...refusal(told) });
}

export function refusal({ code, said, problems = [], missing = [] }: Told) {
  return { ok: false as const, code, said, problems: problems.map(placed), missing: missing.map(placed) };
}

/** A value as lines of JSON that are as safe to print as they are to read. */
export function jsonLines(value: unknown): readonly string[] {
  return safeJson(JSON.stringify(value, null, 2)).split('\n');
}

/** The same of JSON that is text already. */
export function safeJson(text: string): string {
  return text.replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
