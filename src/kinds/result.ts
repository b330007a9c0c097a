import type { Path, Problem, Result } from '../model/index.ts';

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** One problem that stops. */
export function refuse<T>(said: string, expected: string, example: string, path: Path = []): Result<T> {
  return { ok: false, problems: [problem({ said, expected, example, path })] };
}

export function problem(p: Omit<Problem, 'path' | 'weight'> & Partial<Problem>): Problem {
  return { path: [], weight: 'stop', ...p };
}

/** The problems of a part, told from the whole. */
export function under(at: Path, problems: readonly Problem[]): Problem[] {
  return problems.map((p) => ({ ...p, path: [...at, ...p.path] }));
}

/** What a raw value is, for "is a list, not ...". */
export function named(raw: unknown): string {
  if (raw === null) return 'null';
  if (Array.isArray(raw)) return 'a list';
  switch (typeof raw) {
    case 'object':
      return 'an object';
    case 'boolean':
      return raw ? 'true' : 'false';
    case 'number':
      return `the number ${raw}`;
    case 'undefined':
      return 'missing';
    default:
      return `a ${typeof raw}`;
  }
}
