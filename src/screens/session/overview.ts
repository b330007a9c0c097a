import { factsFor } from '../../facts/index.ts';
import type { Change, LocalDate, Path, Person, Problem, Rollout, Task, View } from '../../model/index.ts';
import { planOf } from '../../plan/index.ts';
import {
  askedFields,
  type Finding,
  findingsOf,
  lastPlace,
  placeOf,
  remembered,
  resumeAt,
  shownPlaces,
  statusOf,
  taskLines,
  viewOf,
  type Wait,
  waitsOf,
} from '../../state/index.ts';
import { allFields } from '../../steps/index.ts';
import type { Form } from '../forms/form.ts';
import { hasFailed } from '../forms/task-form.ts';
import { type Found, pagePlace, rolloutOf } from './places.ts';
import type { Act, Item, Scene } from './scene.ts';
import type { Moments, Place, Session } from './session.ts';

/** One line of the review, with where it is mended. */
export type ReviewLine = { id: string; act: Act; label: string } & (
  | { of: 'finding'; finding: Finding }
  | { of: 'followed'; field: string; step: string }
  | { of: 'draft'; form: string; step: string }
  | { of: 'failed'; task: Task; person?: Person; day: LocalDate | undefined }
  | { of: 'wait'; wait: Wait }
  | { of: 'group'; group: Group; ids: readonly string[] }
);
export type Group = 'answers' | 'defaults' | 'not asked';

/** Problems first, then what to look at, what waits, and what is in order. */
export function reviewLines(session: Session, m: Moments): readonly ReviewLine[] {
  return linesOfReview(rolloutOf(session), m.today, session.drafts, session.followed);
}

type Open = Pick<Session, 'drafts' | 'followed'>;

const linesOfReview = remembered(
  (rollout: Rollout, today: LocalDate, drafts: Open['drafts'], followed: Open['followed']): readonly ReviewLine[] => {
    const view = viewOf(rollout, today);
    const findings = findingsOf(rollout, today);
    const told = (weight: Problem['weight']) =>
      findings.flatMap((finding, i): readonly ReviewLine[] => {
        if (finding.weight !== weight) return [];
        const label = finding.step.title;
        return [
          {
            of: 'finding',
            id: `finding/${i}`,
            label,
            finding,
            act: jumpTo(finding, finding.id, finding, finding.path),
          },
        ];
      });
    const lines = (id: string, of: 'followed' | 'draft'): readonly ReviewLine[] => {
      const place = placeOf(id, view);
      if (!place) return [];
      const common = { id: `${of}/${id}`, label: place.step.title, step: place.step.title, act: jumpTo(place, id) };
      return [of === 'followed' ? { ...common, of, field: id } : { ...common, of, form: id }];
    };
    const waits = waitsOf(rollout, today).map((wait): ReviewLine => {
      const key = `wait/${wait.task.id}/${wait.person?.id ?? ''}`;
      return { of: 'wait', id: key, label: wait.step.title, wait, act: jumpTo(wait, wait.task.id, wait) };
    });
    return [
      ...told('stop'),
      ...Object.keys(drafts).flatMap((id) => lines(id, 'draft')),
      ...told('warn'),
      ...failedTests(view).map(failedLine),
      ...Object.keys(followed).flatMap((id) => lines(id, 'followed')),
      ...waits,
      ...groups(rollout, view),
    ];
  },
);

/** Tests that failed, each person's by itself. */
export const failedTests = remembered((view: View): readonly FailedTest[] =>
  shownPlaces(view).flatMap((place) =>
    taskLines(place.page, view).flatMap(({ task, person }) => {
      const state = view.task(task, person);
      return hasFailed(state) ? [{ ...place, task, day: state.at, ...(person ? { person } : {}) }] : [];
    }),
  ),
);

type FailedTest = Found & { task: Task; person?: Person; day: LocalDate | undefined };

function failedLine(test: FailedTest): ReviewLine {
  const { step, task, person, day } = test;
  const id = `failed/${task.id}/${person?.id ?? ''}`;
  return {
    of: 'failed',
    id,
    label: step.title,
    task,
    day,
    ...(person ? { person } : {}),
    act: jumpTo(test, task.id, test),
  };
}

/** To the line on its page, or at the person; a path leads to the row and cell. */
function jumpTo(place: Found, item: string, whom: { person?: { id: string } } = {}, path: Path = []): Act {
  const page = pagePlace(place);
  const cell = String(path.findLast((part) => typeof part === 'string') ?? '');
  const row = typeof path[0] === 'number' && !whom.person ? path[0] : 0;
  if (!whom.person) return { do: 'jump', to: page, focus: { item, row, cell } };
  // A problem of the person itself stands under the id of the list.
  const own = place.page.people?.id === item;
  const { id } = whom.person;
  return {
    do: 'jump',
    to: { ...page, at: 'person', person: id },
    focus: { item: own ? `person/${id}` : item, row: 0, cell },
  };
}

function groups(rollout: Rollout, view: View): readonly ReviewLine[] {
  const asked = new Set(shownPlaces(view).flatMap(({ page }) => askedFields(page, view)));
  const all = allFields.map((field) => ({
    id: field.id,
    status: statusOf(field, rollout, view),
    asked: asked.has(field),
  }));
  const group = (name: Group, kept: typeof all): readonly ReviewLine[] => {
    const ids = kept.map(({ id }) => id);
    const act: Act = { do: 'unfold', group: name };
    return ids.length === 0 ? [] : [{ of: 'group', id: `group/${name}`, label: name, group: name, ids, act }];
  };
  return [
    ...group(
      'answers',
      all.filter((one) => one.asked && one.status.origin === 'yours'),
    ),
    ...group(
      'defaults',
      all.filter((one) => one.asked && one.status.origin === 'default'),
    ),
    ...group(
      'not asked',
      all.filter((one) => !one.asked && rollout.answers[one.id] !== undefined),
    ),
  ];
}

export function reviewScene(session: Session, m: Moments): Scene {
  return sceneOfLines(reviewLines(session, m));
}

const sceneOfLines = remembered((lines: readonly ReviewLine[]): Scene => {
  const items = lines.map(({ id, label, act }): Item => ({ of: 'action', id, label, act }));
  return { items: [...items, { of: 'action', id: 'plan', label: 'Plan', act: { do: 'go', to: { at: 'plan' } } }] };
});

/** The changes; Enter leads to the question that settles one. */
export function planScene(session: Session, m: Moments): Scene {
  const view = viewOf(rolloutOf(session), m.today);
  const items = planOf(view).flatMap((change): readonly Item[] => {
    const { id, title } = change.desired;
    const act = questionOf(change, view);
    return act ? [{ of: 'action', id, label: title, act }] : [];
  });
  return {
    items: [...items, { of: 'action', id: 'export', label: 'Export', act: { do: 'go', to: { at: 'export' } } }],
    view,
  };
}

/** The first field of the change's step that settles one of its parameters, else the step's first page. */
function questionOf({ desired, commands }: Change, view: View): Act | undefined {
  const names = new Set(commands.flatMap((command) => Object.keys(command.args)));
  const places = shownPlaces(view).filter(({ step }) => step.id === desired.step);
  for (const place of places) {
    const field = askedFields(place.page, view).find((one) => one.sets?.some((name) => names.has(name)));
    if (field) return { do: 'jump', to: pagePlace(place), focus: { item: field.id, row: 0, cell: '' } };
  }
  const [first] = places;
  return first && { do: 'jump', to: pagePlace(first) };
}

/** Welcome back: what waits is asked first, then where it can go on. */
export function resumeScene(session: Session, place: Extract<Place, { at: 'resume' }>, m: Moments): Scene {
  const rollout = rolloutOf(session);
  const view = viewOf(rollout, m.today);
  const due = waitsOf(rollout, m.today)
    // A test that is done says how it went, which is asked at the person.
    .filter((wait) => wait.due && !wait.task.test)
    .slice(0, 3)
    .map((wait): Item => {
      const form = waitForm(wait, rollout, m);
      return { of: 'form', id: form.id, label: form.label, form, task: wait.task };
    });
  const last = place.imported ? undefined : lastPlace(onArriving(rollout, place), m.today);
  const next = resumeAt(rollout, m.today);
  const go: Item[] = [];
  if (last) {
    const act: Act = { do: 'go', to: pagePlace(last), focus: { item: last.line ?? '', row: 0, cell: '' } };
    go.push({ of: 'action', id: 'last', label: `${last.step.title}: go on where you stopped`, act });
  }
  if (next && next.why !== 'wait is due' && next.line !== last?.line) {
    const act: Act = { do: 'go', to: pagePlace(next), focus: { item: next.line ?? '', row: 0, cell: '' } };
    const why = next.why === 'task to do' ? 'a task is left' : 'not answered yet';
    go.push({ of: 'action', id: 'next', label: `${next.step.title}, ${next.page.title}: ${why}`, act });
  }
  const rest: Item[] = [{ of: 'action', id: 'steps', label: 'All steps', act: { do: 'go', to: { at: 'steps' } } }];
  return { items: [...due, ...go, ...rest], view };
}

/** The rollout as far as its log went when this screen was entered. */
export function onArriving(rollout: Rollout, { events }: Extract<Place, { at: 'resume' }>): Rollout {
  return { ...rollout, events: rollout.events.slice(0, events) };
}

export function waitKey(wait: Wait): string {
  return `wait/${wait.task.id}/${wait.person?.id ?? ''}`;
}

/** Has what was waited for come? */
function waitForm(wait: Wait, rollout: Rollout, m: Moments): Form {
  const { task, person } = wait;
  const label = task.wait?.asks ?? `${task.label}: is it done?`;
  const was = (person ? person.tasks[task.id] : rollout.tasks[task.id]) ?? { state: 'waiting', since: wait.since };
  return {
    id: waitKey(wait),
    label,
    help: task.help,
    why: factsFor(viewOf(rollout, m.today).product, task.why),
    rows: [{ value: false }],
    origin: 'none',
    required: false,
    shown: 'not yet',
    problems: [],
    cells: () => [
      {
        id: 'value',
        label,
        help: task.help,
        required: false,
        input: 'pick',
        options: [
          { value: false, label: 'not yet' },
          { value: true, label: 'yes, done today' },
        ],
        letters: { n: false, y: true },
        across: true,
      },
    ],
    accept: ([row]) => {
      if (row?.value !== true) return { problems: [] };
      const whom = person ? { person: person.id } : {};
      const to = { ...was, state: 'done', at: m.today } as const;
      return { happening: { type: 'task-moved', task: task.id, ...whom, to, was }, problems: [] };
    },
  };
}
