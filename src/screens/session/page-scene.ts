import type { Page, Rollout, View } from '../../model/index.ts';
import {
  askedFields,
  missingFor,
  nextPersonId,
  personTasks,
  placeOf,
  remembered,
  sharedTasks,
  viewOf,
} from '../../state/index.ts';
import { fieldForm, isToDo, isTouched, personForm, taskForm } from '../../wizard/index.ts';
import { foundAt, pagePlace, rolloutOf } from './places.ts';
import type { Item, Scene } from './scene.ts';
import type { Moments, PagePlace, Place, Session } from './session.ts';

type PersonPlace = Extract<Place, { at: 'person' }>;

/** The telling, the questions, the tasks and the people of a page. */
export function pageScene(session: Session, place: PagePlace, m: Moments): Scene {
  const known = session.visited.includes(`${place.step}/${place.page}`);
  return sceneOfPage(
    rolloutOf(session),
    viewOf(rolloutOf(session), m.today),
    place,
    known,
    session.open?.fresh === true,
  );
}

/** Each key asks for it several times, and nothing that is typed changes it before it is accepted. */
const sceneOfPage = remembered(
  (rollout: Rollout, view: View, place: PagePlace, known: boolean, fresh: boolean): Scene => {
    const { step, page } = foundAt(place);
    const missing = missingFor(page, view);
    if (missing.length > 0) {
      const items = missing.map((field): Item => {
        const where = placeOf(field.id, view);
        const to = where ? pagePlace(where) : place;
        const focus = { item: field.id, row: 0, cell: 'value' };
        return { of: 'action', id: `needs/${field.id}`, label: field.label, act: { do: 'jump', to, focus } };
      });
      return { items, view, step, page };
    }
    const fields = askedFields(page, view).map((field): Item => {
      return { of: 'form', id: field.id, label: field.label, form: fieldForm(field, { rollout, view }), field };
    });
    const tasks = sharedTasks(page, view).map((task): Item => {
      return { of: 'form', id: task.id, label: task.label, form: taskForm(task, { rollout, view }), task };
    });
    const lines = [...fields, ...people(page, place, rollout, view), ...tasks];
    const telling: Item = { of: 'telling', id: 'telling', label: page.title };
    return {
      items: [telling, ...lines],
      finds: page.people !== undefined,
      start: startOf(lines, view, known || (!fresh && isTouched(page, rollout))),
      view,
      step,
      page,
    };
  },
);

/** A page met for the first time begins with what it tells; later, with the first line that needs something. */
function startOf(lines: readonly Item[], view: View, met: boolean): string {
  const open = lines.find((item) => item.of === 'form' && isOpen(item, view));
  return (met ? (open ?? lines[0])?.id : undefined) ?? 'telling';
}

function isOpen(item: Extract<Item, { of: 'form' }>, view: View): boolean {
  const { form, task } = item;
  if (form.problems.some((problem) => problem.weight === 'stop')) return true;
  return task !== undefined && isToDo(task, { view });
}

function people(page: Page, place: PagePlace, rollout: Rollout, view: View): readonly Item[] {
  if (!page.people) return [];
  const known = view.people.map((person, position): Item => {
    const to: Place = { ...place, at: 'person', person: person.id };
    const happening = { type: 'person-changed', person: person.id, position, was: person } as const;
    const remove = { do: 'happen', happening } as const;
    return { of: 'action', id: `person/${person.id}`, label: person.name, act: { do: 'go', to }, remove, person };
  });
  const next: Place = { ...place, at: 'person', person: nobodyYet };
  // Whoever was being added before, the next one begins with the first cell.
  const focus = { item: `person/${nextPersonId(rollout)}`, row: 0, cell: '' };
  return [...known, { of: 'action', id: 'person/+', label: '+ a person', act: { do: 'go', to: next, focus } }];
}

/** Stands for the id of a person who is being added. */
const nobodyYet = 'new';

/** One person: what is known, and how far it came. */
export function personScene(session: Session, place: PersonPlace, m: Moments): Scene {
  return sceneOfPerson(rolloutOf(session), viewOf(rolloutOf(session), m.today), place);
}

const sceneOfPerson = remembered((rollout: Rollout, view: View, place: PersonPlace): Scene => {
  const { step, page } = foundAt(place);
  const person = view.people.find((one) => one.id === place.person);
  if (!page.people) throw new Error(`${page.id} lists no people.`);
  const id = place.person === nobodyYet ? nextPersonId(rollout) : place.person;
  const form = personForm(id, person, { people: page.people, rollout, view });
  const tasks = person ? personTasks(person, view) : [];
  const items: readonly Item[] = [
    { of: 'form', id: form.id, label: form.label, form, ...(person ? { person } : {}) },
    ...tasks.map((task): Item => {
      const around = { rollout, view, ...(person ? { person } : {}) };
      return {
        of: 'form',
        id: task.id,
        label: task.label,
        form: taskForm(task, around),
        task,
        ...(person ? { person } : {}),
      };
    }),
  ];
  return { items, view, step, page };
});
