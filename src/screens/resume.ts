import { waitsOf } from '../state/index.ts';
import { fromFile, lastHere, waitKey, waitTold } from '../wizard/index.ts';
import { blank, indented, type Line, line, span, wrap } from './look/lines.ts';
import { formBlock } from './parts/form-block.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { windowedBlock } from './parts/window.ts';
import { onArriving } from './session/overview.ts';
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
    const begun = wait ? waitTold(wait, m.today) : '';
    const head = wrap(line(...marker(look, 'wait'), span('wait', `${begun} `), item.label), width - 2, 2);
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
    stacked([{ lines: [...lastHereLines(stage, place), blank] }, ...forms, { lines: meanwhile }, ...rest]),
    stage.rows,
  );
}

function lastHereLines({ session, m, width }: Stage, place: ResumePlace): readonly Line[] {
  const rollout = onArriving(rolloutOf(session), place);
  const text = place.imported ? fromFile : lastHere(rollout, m.today, m.around.offset);
  return indented(wrap([{ text }], Math.min(width - 4, 76)), 2);
}
