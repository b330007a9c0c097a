import type { Choice, ChoiceKind, JsonSchema, Keep, Result } from '../model/index.ts';
import { listed, quoted } from '../words/index.ts';
import { accept, named, refuse } from './result.ts';

/** One of a few. `refusals` says why a known value cannot be chosen here, as a sentence. */
export function choice<T extends string>(
  choices: readonly Choice<T>[],
  refusals: Readonly<Record<string, string>> = {},
): ChoiceKind<T> {
  const expected = `one of ${listed(
    choices.map((c) => c.value),
    'or',
  )}`;
  const example = choices[0]?.value ?? '';
  return {
    form: 'choice',
    choices,
    expected,
    example,
    show: (value) => choices.find((c) => c.value === value)?.label ?? value,
    schema: () => choiceSchema(choices),
    parse(raw): Result<T> {
      const found = choices.find((c) => c.value === raw);
      if (found) return accept(found.value);
      const said =
        typeof raw === 'string'
          ? (refusals[raw] ?? `${quoted(raw)} is not a choice here.`)
          : `${named(raw)} stands where a choice belongs.`;
      return refuse(said, expected, example);
    },
  };
}

/** Each value by itself, so that an editor tells what it means. */
function choiceSchema(choices: readonly Choice<unknown>[]): JsonSchema {
  return {
    oneOf: choices.map(({ value, label, help }) => ({
      const: value,
      title: label,
      ...(help ? { description: help } : {}),
    })),
  };
}

/** `true` or `false`; the labels say what each means here. */
export function yesNo(options: { yes?: string; no?: string } = {}): ChoiceKind<boolean> {
  const choices: readonly Choice<boolean>[] = [
    { value: true, label: 'yes', ...(options.yes ? { help: options.yes } : {}) },
    { value: false, label: 'no', ...(options.no ? { help: options.no } : {}) },
  ];
  return {
    form: 'choice',
    choices,
    schema: () => choiceSchema(choices),
    keys: { y: true, n: false },
    expected: 'true or false',
    example: 'true',
    show: (value) => (value ? 'yes' : 'no'),
    parse: (raw) => (typeof raw === 'boolean' ? accept(raw) : wrongFlag(raw, 'true or false', 'true')),
  };
}

/** `"keep"`, `true` or `false`: keep leaves what is in force on the server. */
export function keepYesNo(options: { keep?: string; yes?: string; no?: string } = {}): ChoiceKind<Keep<boolean>> {
  const expected = '"keep", true or false';
  const choices: readonly Choice<Keep<boolean>>[] = [
    { value: 'keep', label: 'keep', help: options.keep ?? 'As it is on the server now.' },
    ...yesNo(options).choices,
  ];
  return {
    form: 'choice',
    choices,
    schema: () => choiceSchema(choices),
    keys: { k: 'keep', y: true, n: false },
    expected,
    example: '"keep"',
    show: (value) => (value === 'keep' ? 'keep' : value ? 'yes' : 'no'),
    parse: (raw) => (raw === 'keep' || typeof raw === 'boolean' ? accept(raw) : wrongFlag(raw, expected, '"keep"')),
  };
}

function wrongFlag<T>(raw: unknown, expected: string, example: string): Result<T> {
  const said = typeof raw === 'string' ? `${quoted(raw)} is text.` : `${named(raw)} stands where a flag belongs.`;
  return refuse(said, expected, example);
}
