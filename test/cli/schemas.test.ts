import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { schemaOf } from '../../src/cli/schemas/index.ts';
import { formats } from '../../src/cli/schemas/names.ts';
import { faultsOf } from './outputs.ts';
import { Bench } from './program.ts';

const bench = new Bench();

describe.each(formats)('the schema of %s', (format) => {
  test('is a schema of the draft that it names', () => {
    const schema = schemaOf(format);
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(new Ajv2020({ strict: true, validateFormats: false }).validateSchema(schema)).toBe(true);
  });

  test('is printed, and stands beside the program', async () => {
    const printed = await bench.run('schema', format);
    expect([printed.code, printed.stderr]).toEqual([0, '']);
    const beside = readFileSync(join(dirname(bench.file), 'schemas', `${format}.schema.json`), 'utf8');
    expect(JSON.parse(printed.stdout)).toEqual(JSON.parse(beside));
  });

  const refused = {
    ...{ format: `skypefed-${format}-output`, version: 1, ok: false, code: 5 },
    ...{ said: 'The disk is full.', problems: [], missing: [] },
  };

  test('takes a refusal', () => {
    expect(faultsOf(format, refused)).toEqual([]);
  });

  test.each([
    ['of another version', { version: 2 }],
    ['of another format', { format: 'skypefed-rollout' }],
    ['with a property that is not known', { more: 1 }],
    ['that is done', { ok: true }],
    ['without a sentence', { said: undefined }],
    ['with a problem that has no place', { problems: [{ said: 'x', expected: 'y', example: '' }] }],
  ])('takes none %s', (_, change) => {
    expect(faultsOf(format, JSON.parse(JSON.stringify({ ...refused, ...change })))).not.toEqual([]);
  });
});

test('a schema that is not there: exit 2, and the nearest', async () => {
  const { code, stdout, stderr } = await bench.run('schema', 'exprot');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^There is no schema exprot; the nearest is export\.\n/);
});
