import { shippedProviders } from '../../facts/index.ts';
import type { AnyField, Change, View } from '../../model/index.ts';
import { changesOf } from '../../plan/index.ts';
import { viewOf } from '../../state/index.ts';
import { indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { FormItem } from '../session/accept.ts';
import { rolloutOf } from '../session/places.ts';
import { bestCommand, type CommandRow, commandRows, otherCommands } from './command-lines.ts';
import { proposal } from './dependants.ts';
import type { Stage } from './stage.ts';

/** The command of this page, alive with what is being typed. */
export type WillRun = { heading: readonly Line[]; lines: readonly CommandRow[]; after: readonly Line[] };

/** Undefined where nothing on this page goes into a command. */
export function willRun(stage: Stage, item: FormItem | undefined): WillRun | undefined {
  const { step, page } = stage.scene;
  const settled = setsOf(page?.fields ?? []);
  if (!step || !stage.session.open || settled.size === 0) return undefined;
  const view = proposedView(stage, item);
  const elsewhere = setsOf(step.pages.flatMap((one) => (one === page ? [] : (one.fields ?? []))));
  // What no answer settles is told on every page that has a command.
  const changes = changesOf(step.wants(view), view.product).filter(
    (one) => takes(one, settled) || !takes(one, elsewhere),
  );
  const own = setsOf(item?.field ? [item.field] : []);
  const change = changes.find((one) => takes(one, own)) ?? changes[0];
  const command = change && bestCommand(change.commands, own, isShipped(change, view) ? new Set() : settled);
  if (!change || !command) return nothing('nothing yet, for these answers');
  const { product } = view;
  if (!product) return nothing('shown once the product is chosen');
  const { look, width } = stage;
  const others = changes.filter((one) => one !== change);
  const alike = others.filter((one) => one.desired.do === change.desired.do).length;
  const when = command.if === undefined ? '' : `, ${command.if}`;
  const times = alike === 0 ? '' : `; likewise ${alike} more`;
  const further = otherCommands(change, command, others);
  return {
    heading: indented(wrap(line(span('strong', 'Will run'), span('muted', when + times)), width - 2), 2),
    lines: commandRows(command, { product, own, look, width: width - 2 }),
    after: further === '' ? [] : indented(wrap([span('muted', further)], width - 2), 2),
  };
}

/** Is it there on a server that nobody changed? Then what makes it is not what usually runs; the plan's first command is. */
function isShipped({ desired }: Change, { product }: View): boolean {
  if (!product || desired.do !== 'ensure' || desired.which.by !== 'provider') return false;
  return shippedProviders[product].includes(desired.which.identity);
}

function nothing(why: string): WillRun {
  return { heading: [line('  ', span('strong', 'Will run'), `  ${why}`)], lines: [], after: [] };
}

/** Parameters that these fields settle. */
function setsOf(fields: readonly AnyField[]): ReadonlySet<string> {
  return new Set(fields.flatMap((field) => field.sets ?? []));
}

function takes(change: Change, names: ReadonlySet<string>): boolean {
  return change.commands.some((command) => Object.keys(command.args).some((name) => names.has(name)));
}

/** The view with the value under the keyboard, where it can be read. */
function proposedView(stage: Stage, item: FormItem | undefined): View {
  const rollout = rolloutOf(stage.session);
  const proposed = proposal(item, stage);
  if (!proposed || !item?.field) return viewOf(rollout, stage.m.today);
  return viewOf({ ...rollout, answers: { ...rollout.answers, [item.field.id]: proposed.value } }, stage.m.today);
}
