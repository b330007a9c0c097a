import { lastPlace, waitsOf } from '../state/index.ts';
import { fieldById, taskById } from '../steps/index.ts';
import { localDay, localTime, showDay } from '../words/index.ts';
import { blank, indented, type Line, line, span, wrap } from './look/lines.ts';
import { formBlock } from './parts/form-block.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { windowedBlock } from './parts/window.ts';
import { onArriving, waitKey } from './session/overview.ts';
import { rolloutOf } from './session/places.ts';
import type { Place } from './session/session.ts';

type ResumePlace = Extract<Place, { at: 'resume' }>;

/** After days: where it stopped, what waits, and where it can go on. */
export function resumePicture(stage: Stage, place: ResumePlace): Picture {
  const { session, m, scene, look } = stage;
  const rollout = rolloutOf(session);
  const width = Math.min(stage.width - 2, 78);
  const waits = waitsOf(rollout, m.today);
  const forms = scene.items.flatMap((item): readonly Block[] => {
    if (item.of !== 'form') return [];
    const wait = waits.find((one) => waitKey(one) === item.id);
    const whom = wait?.person ? `${wait.person.name}: ` : '';
    const begun =
      wait && `${wait.task.wait?.begun ?? wait.task.label} ${showDay(wait.since, m.today)}, day ${wait.day}.`;
    const head = wrap(line(...marker(look, 'wait'), span('wait', `${whom}${begun ?? ''} `), item.label), width - 2, 2);
    // The question stands above, so the line of the answer needs no label.
    const block = formBlock({ ...item, form: { ...item.form, label: '' } }, { ...stage, width }, 0);
    return [{ lines: indented(head, 2) }, block, { lines: [blank] }];
  });
  const rest = scene.items.flatMap((item): readonly Block[] => {
    if (item.of !== 'action') return [];
    const here = isFocused(stage, item);
    return [{ lines: [line(marker(look, here ? 'focus' : undefined), item.label)], ...(here ? { mark: 0 } : {}) }];
  });
  const meanwhile: readonly Line[] = forms.length > 0 ? [line('  ', span('strong', 'Meanwhile'))] : [];
  return windowedBlock(
    stacked([{ lines: [...lastHere(stage, place), blank] }, ...forms, { lines: meanwhile }, ...rest]),
    stage.rows,
  );
}

function lastHere({ session, m, width }: Stage, place: ResumePlace): readonly Line[] {
  const told = (text: string) => indented(wrap([{ text }], Math.min(width - 4, 76)), 2);
  if (place.imported) return told('Opened from a file, as a rollout of its own. All that the file holds is here.');
  const rollout = onArriving(rolloutOf(session), place);
  const last = lastPlace(rollout, m.today);
  const at = rollout.events.at(-1)?.at;
  const when =
    at === undefined ? '' : ` ${showDay(localDay(at, m.around.offset), m.today)} ${localTime(at, m.around.offset)}`;
  const name = last?.line === undefined ? undefined : (fieldById(last.line)?.label ?? taskById(last.line)?.label);
  const where = last ? `, at ${last.step.title}${name === undefined ? '' : `, ${name}`}` : '';
  return told(`Last here${when}${where}. All of it is here.`);
}
