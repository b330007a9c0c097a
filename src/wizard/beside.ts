import type { Page, Rollout, Step, View } from '../model/index.ts';
import { type Place, shownPlaces } from '../state/index.ts';

/** The key under which it is remembered that a page was met. */
export function pageKey({ step, page }: { step: { id: string }; page: { id: string } }): string {
  return `${step.id}/${page.id}`;
}

function asks({ page }: Place): boolean {
  return (page.fields ?? []).length + (page.tasks ?? []).length > 0 || page.people !== undefined;
}

/** The page before or after a page; pages that only tell are passed once they were met. `visited`: keys of pages. */
export function placeBeside(view: View, at: Place, by: 1 | -1, visited: readonly string[]): Place | undefined {
  const order = shownPlaces(view);
  const here = order.findIndex((one) => pageKey(one) === pageKey(at));
  for (let i = here + by; i >= 0 && i < order.length; i += by) {
    const one = order[i];
    if (one && (asks(one) || by < 0 || !visited.includes(pageKey(one)))) return one;
  }
  return undefined;
}

/** The page of a step where one was last, else its first. */
export function placeOfStep(view: View, step: Step, visited: readonly string[]): Place | undefined {
  const shown = shownPlaces(view).filter((one) => one.step === step);
  const last = visited.findLast((key) => shown.some((one) => pageKey(one) === key));
  return shown.find((one) => pageKey(one) === last) ?? shown[0];
}

/** Was something answered, ticked or listed on this page? */
export function isTouched(page: Page, rollout: Rollout): boolean {
  return (
    (page.fields ?? []).some((field) => rollout.answers[field.id] !== undefined) ||
    (page.tasks ?? []).some((task) => rollout.tasks[task.id] !== undefined) ||
    (page.people !== undefined && rollout.people.length > 0)
  );
}
