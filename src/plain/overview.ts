import type { Wait } from '../state/index.ts';
import { steps } from '../steps/index.ts';
import {
  dueWaits,
  fromFile,
  groupAnswers,
  lastHere,
  organisationOf,
  placeOfStep,
  type ReviewLine,
  reviewLines,
  reviewTold,
  type Spot,
  stepsTold,
  waitForm,
  waitTold,
  waysOn,
} from '../wizard/index.ts';
import { showDay } from '../words/index.ts';
import { accepted, askUntil } from './form.ts';
import { cellLine, seen } from './lines.ts';
import { choose, wordPlace } from './menu.ts';
import { close } from './opening.ts';
import type { Place, Way } from './places.ts';
import { say, sittingOf, type Talk, todayOf } from './talk.ts';
import { undo } from './undo.ts';
import { sayService } from './why.ts';

const stepsPlace: Place = { at: 'steps' };

/** Where words lead from a list that stands beside the steps. */
export function leadOut(talk: Talk, out: Place = stepsPlace) {
  return { out, steps: stepsPlace, undo: () => undo(talk) };
}

/** The steps and what follows them, each with how it stands. */
export async function visitSteps(talk: Talk): Promise<Place> {
  const { rollout, view } = seen(talk);
  const { visited, followed } = sittingOf(talk);
  const told = stepsTold(rollout, todayOf(talk), { drafts: [], followed });
  talk.voice.gap();
  const all = steps.flatMap((step) => {
    const place = placeOfStep(view, step, visited);
    return place
      ? [
          {
            label: `${step.title}: ${told.get(step.id)?.said}`,
            name: step.title,
            value: { at: 'page', ...place } as Place,
          },
        ]
      : [];
  });
  const [next] = waysOn(rollout, undefined, todayOf(talk));
  const reply = await choose<Place>(talk, {
    lead: [`${organisationOf(rollout)}, all steps:`],
    options: [
      ...all,
      { label: 'Review', value: { at: 'review' } },
      { label: 'Plan', value: { at: 'plan' } },
      { label: 'Export', value: { at: 'export' } },
      { label: 'All rollouts', value: { at: 'home' } },
    ],
    enter: next
      ? { value: { at: 'page', step: next.step, page: next.page }, said: `Enter goes to ${next.step.title}.` }
      : { value: { at: 'review' }, said: 'Enter goes to Review.' },
  });
  const to = reply.of === 'chosen' ? reply.value : wordPlace(reply, leadOut(talk, { at: 'home' }));
  if (to.at === 'home') close(talk);
  return to;
}

/** Welcome back: what waits is asked first, then where it goes on. */
export async function visitResume(talk: Talk, { imported }: Extract<Place, { at: 'resume' }>): Promise<Place> {
  const before = seen(talk).rollout;
  const today = todayOf(talk);
  talk.voice.gap();
  say(talk, [`${organisationOf(before)}.`, imported ? fromFile : lastHere(before, today, talk.around.offset)]);
  for (const wait of dueWaits(before, today).slice(0, 3)) {
    const way = await askWait(talk, wait);
    if (way === 'undo') return undo(talk);
    if (way !== 'next') return stepsPlace;
  }
  const ways = waysOn(seen(talk).rollout, imported ? undefined : before, today).map(({ label, step, page, line }) => ({
    label,
    value: { at: 'page', step, page, ...(line === undefined ? {} : { line }) } as Place,
  }));
  const [first] = ways;
  if (!first) return stepsPlace;
  talk.voice.gap();
  const reply = await choose<Place>(talk, {
    lead: ['Where does it go on?'],
    options: [...ways, { label: 'All steps', value: stepsPlace }],
    enter: { value: first.value, said: `Enter takes 1, ${first.label}.` },
  });
  return reply.of === 'chosen' ? reply.value : wordPlace(reply, leadOut(talk));
}

/** Has it come? */
function askWait(talk: Talk, wait: Wait): Promise<Way> {
  const today = todayOf(talk);
  const form = waitForm(wait, seen(talk).rollout, today);
  const [cell] = form.cells({});
  if (!cell) throw new Error(`${form.id} asks nothing.`);
  talk.voice.gap();
  const asked = {
    form: () => form,
    shown: () => `${wait.task.label} done, ${showDay(today, today)}`,
    more: () => sayService(talk.voice),
  };
  return askUntil(talk, asked, {
    prompt: () => ({ cell, prompt: `${wait.task.label}:`, holds: 'Enter leaves it waiting.' }),
    opening: () => [`${waitTold(wait, today)} ${form.label}`],
    nothing: () => true,
    value: (value) => accepted(talk, asked, [{ value }]),
  });
}

/** More lines of the review are not read out at once. */
const mostLines = 50;

/** Problems first, then what to look at, what waits, and what is in order; a number leads to where it is mended. */
export async function visitReview(talk: Talk): Promise<Place> {
  const sitting = sittingOf(talk);
  const today = todayOf(talk);
  const { rollout } = seen(talk);
  const lines = reviewLines(rollout, today, {}, sitting.followed);
  const single = lines.filter(({ of }) => of !== 'group');
  const left = single.length - mostLines;
  const told = [...single.slice(0, mostLines), ...lines.filter(({ of }) => of === 'group')];
  const wrong = lines.some((one) => one.of === 'finding' && one.finding.weight === 'stop');
  talk.voice.gap();
  const reply = await choose<ReviewLine | undefined>(talk, {
    lead: [
      'Review.',
      wrong
        ? 'Something is missing or wrong, so nothing is exported. A number goes to where it is mended, and back here.'
        : 'Nothing stands in the way of the export. A number goes to what it names, and back here.',
      ...(left > 0 ? [`${left} more come once these are seen to.`] : []),
    ],
    options: told.map((one) => ({ label: reviewSaid(one, talk), value: one })),
    enter: { value: undefined, said: 'Enter goes on to the plan.' },
  });
  if (reply.of === 'word') return wordPlace(reply, leadOut(talk));
  const line = reply.value;
  if (!line) return { at: 'plan' };
  if (line.of !== 'group') return placeOfSpot(line.to);
  say(
    talk,
    groupAnswers(line.ids, { rollout, today }).map(
      ({ label, shown }) => `${label}: ${shown === '' ? 'no answer' : shown}`,
    ),
  );
  return { at: 'review' };
}

function reviewSaid(line: ReviewLine, talk: Talk): string {
  const { rollout, followed } = sittingOf(talk);
  const { offset } = talk.around;
  const { sign, what, said, more } = reviewTold(line, { rollout, today: todayOf(talk), offset, followed });
  if (line.of === 'group') return what;
  const grave = { bad: said === 'needed' ? 'Missing' : 'Wrong', look: 'Look', wait: 'Waits' }[sign ?? 'look'];
  // What is needed was said by the first word.
  const brief = said === '' || grave === 'Missing' || more.startsWith(said);
  const text = more === '' ? said : brief ? more : `${said}. ${more}`;
  return `${grave}: ${line.label}, ${what.replace(/ {2,}/g, ', ')}. ${text}`;
}

/** To the one line, and back to where one came from. */
export function placeOfSpot({ step, page, person, line, cell }: Spot, then: Place = { at: 'review' }): Place {
  if (person === undefined) return { at: 'page', step, page, ...(line === '' ? {} : { line }), then };
  const own = page.people?.id === line;
  return { at: 'person', step, page, person, line: own ? cellLine(cell) : line, then };
}
