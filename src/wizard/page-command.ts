import { shippedProviders } from '../facts/index.ts';
import type { AnyField, Change, ConditionalCommand, Page, Product, Step, View } from '../model/index.ts';
import { changesOf } from '../plan/index.ts';

/** The command that a page settles: when it runs, how many more are alike, what else may run. */
export type PageCommand = {
  command: ConditionalCommand;
  product: Product;
  /** Of what settles the line in question: names of parameters. */
  own: ReadonlySet<string>;
  when: string;
  further: string;
};

/** Undefined where nothing on this page goes into a command; `nothing` says why there is none. `field`: the one that is asked. */
export function pageCommand(
  { step, page }: { step: Step; page: Page },
  view: View,
  field: AnyField | undefined,
): PageCommand | { nothing: string } | undefined {
  const settled = setsOf(page.fields ?? []);
  if (settled.size === 0) return undefined;
  const elsewhere = setsOf(step.pages.flatMap((one) => (one === page ? [] : (one.fields ?? []))));
  // What no answer settles is told on every page that has a command.
  const changes = changesOf(step.wants(view), view.product).filter(
    (one) => takes(one, settled) || !takes(one, elsewhere),
  );
  const own = setsOf(field ? [field] : []);
  const change = changes.find((one) => takes(one, own)) ?? changes.find((one) => takes(one, settled)) ?? changes[0];
  const command = change && bestCommand(change.commands, own, isShipped(change, view) ? new Set() : settled);
  if (!change || !command) return { nothing: 'nothing yet, for these answers' };
  const { product } = view;
  if (!product) return { nothing: 'shown once the product is chosen' };
  const alike = changes.filter((one) => one !== change && isAlike(one, change)).length;
  const when = command.if === undefined ? '' : `, ${command.if}`;
  const times = alike === 0 ? '' : `; likewise ${alike} more`;
  return { command, product, own, when: when + times, further: otherCommands(change, command, changes) };
}

/** Do the same commands run, with the same parameters, for something else? */
function isAlike(one: Change, other: Change): boolean {
  const shape = ({ commands }: Change) => commands.map(({ cmdlet, args }) => [cmdlet, ...Object.keys(args)].join(' '));
  return one.desired.do === other.desired.do && shape(one).join(', ') === shape(other).join(', ');
}

/** Is it there on a server that nobody changed? Then what makes it is not what usually runs; the plan's first command is. */
function isShipped({ desired }: Change, { product }: View): boolean {
  if (!product || desired.do !== 'ensure' || desired.which.by !== 'provider') return false;
  return shippedProviders[product].includes(desired.which.identity);
}

/** Parameters that these fields settle. */
function setsOf(fields: readonly AnyField[]): ReadonlySet<string> {
  return new Set(fields.flatMap((field) => field.sets ?? []));
}

function takes(change: Change, names: ReadonlySet<string>): boolean {
  return change.commands.some((command) => Object.keys(command.args).some((name) => names.has(name)));
}

/** What else may run instead, and what runs before it and then. */
function otherCommands(change: Change, command: ConditionalCommand, changes: readonly Change[]): string {
  const instead = change.commands
    .filter((one) => one !== command)
    .map((one) => (one.if === undefined ? one.cmdlet : `${one.cmdlet} ${one.if}`));
  const at = changes.indexOf(change);
  const unlike = (some: readonly Change[]) =>
    some.filter((one) => !isAlike(one, change)).map(({ desired }) => desired.title);
  const before = unlike(changes.slice(0, at));
  const then = unlike(changes.slice(at));
  return [
    ...(instead.length > 0 ? [`Or ${[...new Set(instead)].join('; ')}.`] : []),
    ...(before.length > 0 ? [`Before that ${before.join('; ')}.`] : []),
    ...(then.length > 0 ? [`Then ${then.join('; ')}.`] : []),
  ].join(' ');
}

/** The command that the line of the keyboard settles; else the one that takes most of what the page settles, the first one of several. */
function bestCommand(
  commands: readonly ConditionalCommand[],
  own: ReadonlySet<string>,
  page: ReadonlySet<string>,
): ConditionalCommand | undefined {
  const count = (command: ConditionalCommand, names: ReadonlySet<string>) =>
    Object.keys(command.args).filter((name) => names.has(name)).length;
  return commands.toSorted((a, b) => count(b, own) - count(a, own) || count(b, page) - count(a, page))[0];
}
