import type { AnyField, Change, ConditionalCommand, View } from '../../model/index.ts';
import { changesOf } from '../../plan/index.ts';
import { printCommandLines } from '../../powershell/index.ts';
import { viewOf } from '../../state/index.ts';
import { indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { FormItem } from '../session/accept.ts';
import { rolloutOf } from '../session/places.ts';
import { proposal } from './dependants.ts';
import { marker, type Stage } from './stage.ts';

/** The command of this page, alive with what is being typed; `own` lines are settled by the line of the keyboard. */
export type WillRun = {
  heading: readonly Line[];
  lines: readonly { line: Line; own: boolean }[];
  after: readonly Line[];
};

/** Undefined where nothing on this page goes into a command. */
export function willRun(stage: Stage, item: FormItem | undefined): WillRun | undefined {
  const { step, page } = stage.scene;
  const sets = new Set((page?.fields ?? []).flatMap((field) => field.sets ?? []));
  if (!step || !stage.session.open || sets.size === 0) return undefined;
  const view = proposedView(stage, item);
  const elsewhere = new Set(
    step.pages
      .filter((one) => one !== page)
      .flatMap((one) => one.fields ?? [])
      .flatMap((field) => field.sets ?? []),
  );
  // What no answer settles is told on every page that has a command.
  const changes = changesOf(step.wants(view)).filter((change) => settles(change, sets) || !settles(change, elsewhere));
  const own = new Set(item?.field?.sets ?? []);
  const change = changes.find((one) => settles(one, own)) ?? changes[0];
  if (!change)
    return {
      heading: [line('  ', span('strong', 'Will run'), '  nothing yet, for these answers')],
      lines: [],
      after: [],
    };
  if (!view.product)
    return {
      heading: [line('  ', span('strong', 'Will run'), '  shown once the product is chosen')],
      lines: [],
      after: [],
    };
  return shown(change, changes, { own, sets, view, stage });
}

/** The view with the value under the keyboard, where it can be read. */
function proposedView(stage: Stage, item: FormItem | undefined): View {
  const rollout = rolloutOf(stage.session);
  const proposed = proposal(item, stage);
  if (!proposed || !item?.field) return viewOf(rollout, stage.m.today);
  return viewOf({ ...rollout, answers: { ...rollout.answers, [item.field.id]: proposed.value } }, stage.m.today);
}

function settles(change: Change, sets: ReadonlySet<string>): boolean {
  return change.commands.some((command) => hasAny(command, sets));
}

function hasAny(command: ConditionalCommand, sets: ReadonlySet<string>): boolean {
  return Object.keys(command.args).some((name) => sets.has(name));
}

function shown(
  change: Change,
  changes: readonly Change[],
  { own, sets, view, stage }: { own: ReadonlySet<AnyField['id']>; sets: ReadonlySet<string>; view: View; stage: Stage },
): WillRun {
  const command = bestOf(change.commands, own, sets);
  const others = changes.filter((one) => one !== change);
  const alike = others.filter((one) => one.desired.do === change.desired.do);
  const when = command.if === undefined ? '' : `, ${command.if}`;
  const times = alike.length === 0 ? '' : `; likewise ${alike.length} more`;
  const width = stage.width - 2;
  const heading = indented(wrap(line(span('strong', 'Will run'), span('muted', when + times)), width), 2);
  const lines = printCommandLines(command, view.product ?? 'lync-2013').flatMap(({ text, parameter }) => {
    const mine = parameter !== undefined && own.has(parameter);
    return commandLines(text, width).map((one, y) => {
      return { line: line('  ', ...marker(stage.look, mine && y === 0 ? 'belongs' : undefined), one), own: mine };
    });
  });
  const rest = change.commands.filter((one) => one !== command);
  const then = [
    ...rest.map((one) => `${one.cmdlet}${one.if === undefined ? '' : ` ${one.if}`}`),
    ...others
      .filter((one) => one.desired.do !== change.desired.do)
      .map((one) => `then ${lowerFirst(one.desired.title)}`),
  ];
  const after =
    then.length === 0
      ? []
      : indented(wrap([span('muted', `or ${unique(then).join('; ')}`.replace(/^or then/, 'then'))], width), 2);
  return { heading, lines, after };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The command that the line settles; else the one that takes most of what the page settles. */
function bestOf(
  commands: readonly ConditionalCommand[],
  own: ReadonlySet<string>,
  sets: ReadonlySet<string>,
): ConditionalCommand {
  const count = (command: ConditionalCommand, names: ReadonlySet<string>) =>
    Object.keys(command.args).filter((name) => names.has(name)).length;
  const ranked = commands.toSorted((a, b) => count(b, own) - count(a, own) || count(b, sets) - count(a, sets));
  const [best] = ranked;
  if (!best) throw new Error('A change has no command.');
  return best;
}

function commandLines(text: string, width: number): readonly Line[] {
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  const shallow = Math.min(indent, 2);
  return wrap([span('code', text.trimStart())], width - 4 - shallow, 2).map((one) => line(' '.repeat(shallow), one));
}
