import type { Command, Late, Product, Scalar } from '../model/index.ts';
import table from './cmdlets.json' with { type: 'json' };

/** One parameter; `since` is the year of the product that brought it, `sets` the parameter sets it belongs to, else all. */
type Parameter = {
  type: string;
  since: number;
  mandatory?: boolean;
  switch?: boolean;
  sets?: readonly string[];
  values?: readonly string[];
};

type Cmdlet = { since: number; changes: boolean; parameters: Readonly<Record<string, Parameter>> };

const cmdlets: Readonly<Record<string, Cmdlet>> = table;

/** Subscription Edition was announced as identical to 2019: facts 5.4. */
const years: Readonly<Record<Product, number>> = {
  'lync-2010': 2010,
  'lync-2013': 2013,
  'sfb-2015': 2015,
  'sfb-2019': 2019,
  'sfb-se': 2019,
};

/** Where a cmdlet has one set only, nothing names it. */
const onlySet = '';

/**
 * Holds a command to the cmdlet table. Throws where the product does not know the cmdlet or a parameter, a value is of
 * another type, two parameter sets are mixed, a mandatory parameter is missing, or a Set- does not say which object.
 */
export function checkCommand(command: Command, product: Product): void {
  const cmdlet = Object.hasOwn(cmdlets, command.cmdlet) ? cmdlets[command.cmdlet] : undefined;
  if (!cmdlet || cmdlet.since > years[product]) throw new Error(`${product} has no cmdlet ${command.cmdlet}`);
  for (const [name, value] of Object.entries(command.args)) checkArgument(command, cmdlet, name, value, product);
  checkSets(command, cmdlet);
}

function checkArgument(
  command: Command,
  cmdlet: Cmdlet,
  name: string,
  value: Scalar | Late | { switch: true },
  product: Product,
): void {
  const parameter = Object.hasOwn(cmdlet.parameters, name) ? cmdlet.parameters[name] : undefined;
  if (!parameter || parameter.since > years[product]) {
    throw new Error(`${command.cmdlet} of ${product} has no parameter ${name}`);
  }
  if (!takes(parameter, value)) {
    throw new Error(`${command.cmdlet} -${name} takes ${parameter.type}, not ${JSON.stringify(value)}`);
  }
}

function takes(parameter: Parameter, value: Scalar | Late | { switch: true }): boolean {
  if (typeof value === 'object' && value !== null)
    return 'late' in value ? !parameter.switch : parameter.switch === true;
  if (parameter.switch) return false;
  if (value === null) return true;
  if (parameter.values) return parameter.values.includes(String(value));
  switch (parameter.type) {
    case 'Boolean':
      return typeof value === 'boolean';
    case 'UInt16':
    case 'UInt32':
      return typeof value === 'number';
    default:
      return typeof value === 'string';
  }
}

function checkSets({ cmdlet: name, args }: Command, { parameters }: Cmdlet): void {
  const named = new Set(Object.values(parameters).flatMap(({ sets }) => sets ?? []));
  const sets = named.size ? [...named] : [onlySet];
  const isIn = (set: string) => (parameter: Parameter | undefined) => parameter?.sets?.includes(set) ?? true;
  const possible = sets.filter((set) => Object.keys(args).every((given) => isIn(set)(parameters[given])));
  if (possible.length === 0) throw new Error(`${name} mixes parameter sets: ${Object.keys(args).join(', ')}`);
  const missing = possible.map((set) => ({
    set,
    names: Object.entries(parameters)
      .filter(([parameter, row]) => row.mandatory && isIn(set)(row) && !(parameter in args))
      .map(([parameter]) => parameter),
  }));
  const whole = missing.filter(({ names }) => names.length === 0);
  if (whole.length === 0) throw new Error(`${name} lacks ${missing[0]?.names.join(', ')}`);
  // Without it a Set- would edit the Global object.
  if (
    name.startsWith('Set-') &&
    !('Identity' in args) &&
    parameters.Identity &&
    whole.some(({ set }) => isIn(set)(parameters.Identity))
  ) {
    throw new Error(`${name} does not say which object: -Identity is missing`);
  }
}

/** Whether a product has a cmdlet. */
export function hasCmdlet(cmdlet: string, product: Product): boolean {
  return (cmdlets[cmdlet]?.since ?? Number.POSITIVE_INFINITY) <= years[product];
}

/** The type of a parameter, as the table names it. */
export function parameterType(cmdlet: string, parameter: string): string | undefined {
  return cmdlets[cmdlet]?.parameters[parameter]?.type;
}
