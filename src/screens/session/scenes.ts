import { stopsOf } from '../../wizard/index.ts';
import { landingIn, settled } from '../forms/spots.ts';
import { exportScene, importScene, newScene, removeScene } from './asking.ts';
import { homeScene, stepsScene, troubleScene } from './lists.ts';
import { planScene, resumeScene, reviewScene } from './overview.ts';
import { pageScene, personScene } from './page-scene.ts';
import { rolloutOf } from './places.ts';
import type { Item, Scene } from './scene.ts';
import { deskOf, type Focus, type Moments, type Session } from './session.ts';

/** What is on the screen now, apart from its looks. */
export function sceneOf(session: Session, m: Moments): Scene {
  const { place } = session;
  switch (place.at) {
    case 'home':
      return homeScene(session);
    case 'new':
      return newScene();
    case 'import':
      return importScene();
    case 'remove':
      return removeScene(place);
    case 'trouble':
      return troubleScene(place);
    case 'resume':
      return resumeScene(session, place, m);
    case 'steps':
      return stepsScene(session, place, m);
    case 'page':
      return pageScene(session, place, m);
    case 'person':
      return personScene(session, place, m);
    case 'review':
      return reviewScene(session, m);
    case 'plan':
      return planScene(session, m);
    case 'export':
      return exportScene(session, stopsOf(rolloutOf(session), m.today), m);
  }
}

/** Where the keyboard is: where it was left here, else where this place begins. */
export function focusOf(session: Session, scene: Scene): Focus {
  const kept = settled(deskOf(session).focus, scene.items, session);
  if (kept) return kept;
  const start = scene.items.find((item) => item.id === scene.start) ?? scene.items[0];
  return start ? landingIn(start, session, 'field') : { item: '', row: 0, cell: '' };
}

export function itemAt(scene: Scene, focus: Focus): Item | undefined {
  return scene.items.find((item) => item.id === focus.item);
}
