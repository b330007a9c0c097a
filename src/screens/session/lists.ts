import { steps } from '../../steps/index.ts';
import { listedNames, takeInLabel, troubleWays } from '../../wizard/index.ts';
import { pageOfStep, pagePlace } from './places.ts';
import type { Act, Item, Scene } from './scene.ts';
import type { Moments, Place, Session } from './session.ts';

/** Something that Enter does. */
export function action(id: string, label: string, act: Act, remove?: Act): Item {
  return { of: 'action', id, label, act, ...(remove ? { remove } : {}) };
}

/** All rollouts, and a new one. */
export function homeScene(session: Session): Scene {
  const rollouts = [...listedNames(session.summaries)].map(([id, organisation]) =>
    action(
      id,
      organisation,
      { do: 'effect', effect: { do: 'open', id, organisation, how: 'write' } },
      { do: 'go', to: { at: 'remove', id, organisation } },
    ),
  );
  const more = [
    action('+', 'Start a rollout', { do: 'go', to: { at: 'new' }, focus: { item: 'new', row: 0, cell: 'value' } }),
    action('import', takeInLabel, {
      do: 'go',
      to: { at: 'import' },
      focus: { item: 'import', row: 0, cell: 'value' },
    }),
  ];
  return { items: [...rollouts, ...more], finds: true };
}

/** The steps and what follows them. */
export function stepsScene(session: Session, place: Extract<Place, { at: 'steps' }>, m: Moments): Scene {
  const items = steps.flatMap((step): readonly Item[] => {
    const found = pageOfStep(session, step, m);
    return found ? [action(step.id, step.title, { do: 'go', to: pagePlace(found) })] : [];
  });
  const after: readonly Item[] = [
    action('review', 'Review', { do: 'go', to: { at: 'review' } }),
    action('plan', 'Plan', { do: 'go', to: { at: 'plan' } }),
    action('export', 'Export', { do: 'go', to: { at: 'export' } }),
  ];
  return { items: [...items, ...after], finds: true, ...(place.from ? { start: place.from.step } : {}) };
}

/** What can be done where a rollout does not simply open; the safe way first. */
export function troubleScene({ id, organisation, trouble }: Extract<Place, { at: 'trouble' }>): Scene {
  const items = troubleWays(trouble).map(({ id: key, label, how }) =>
    action(key, label, how ? { do: 'effect', effect: { do: 'open', id, organisation, how } } : { do: 'home' }),
  );
  return { items };
}
