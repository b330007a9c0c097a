import type { View } from '../../model/index.ts';
import { viewOf } from '../../state/index.ts';
import { pageCommand } from '../../wizard/index.ts';
import { indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { FormItem } from '../session/accept.ts';
import { rolloutOf } from '../session/places.ts';
import { type CommandRow, commandRows } from './command-lines.ts';
import { proposal } from './dependants.ts';
import type { Stage } from './stage.ts';

/** The command of this page, alive with what is being typed. */
export type WillRun = { heading: readonly Line[]; lines: readonly CommandRow[]; after: readonly Line[] };

/** Undefined where nothing on this page goes into a command. */
export function willRun(stage: Stage, item: FormItem | undefined): WillRun | undefined {
  const { step, page } = stage.scene;
  if (!step || !page || !stage.session.open) return undefined;
  const told = pageCommand({ step, page }, proposedView(stage, item), item?.field);
  if (!told) return undefined;
  if ('nothing' in told)
    return { heading: [line('  ', span('strong', 'Will run'), `  ${told.nothing}`)], lines: [], after: [] };
  const { command, product, own, when, further } = told;
  const { look, width } = stage;
  return {
    heading: indented(wrap(line(span('strong', 'Will run'), span('muted', when)), width - 2), 2),
    lines: commandRows(command, { product, own, look, width: width - 2 }),
    after: further === '' ? [] : indented(wrap([span('muted', further)], width - 2), 2),
  };
}

/** The view with the value under the keyboard, where it can be read. */
function proposedView(stage: Stage, item: FormItem | undefined): View {
  const rollout = rolloutOf(stage.session);
  const proposed = proposal(item, stage);
  if (!proposed || !item?.field) return viewOf(rollout, stage.m.today);
  return viewOf({ ...rollout, answers: { ...rollout.answers, [item.field.id]: proposed.value } }, stage.m.today);
}
