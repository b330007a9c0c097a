import { Ajv2020 } from 'ajv/dist/2020.js';
import { schemaOf } from '../../src/cli/schemas/index.ts';
import { type Format, formats } from '../../src/cli/schemas/names.ts';

// Its own list of formats is a package of its own; what they mean stands in the descriptions.
const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  validateFormats: false,
  schemas: formats.map(schemaOf),
});

/** What keeps a value from being an output of a command, as its published schema has it; none: it is one. */
export function faultsOf(format: Format, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`urn:skypefed:${format}-output:1`);
  if (!validate) throw new Error(`There is no schema of ${format}`);
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** What a command printed with --json; throws where it is no output of that command. */
export function outputOf(format: Format, stdout: string) {
  const value = JSON.parse(stdout);
  const faults = faultsOf(format, value);
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${stdout}`);
  return value;
}
