import { isChanged } from '../forms/problems.ts';
import { settled, textAt } from '../forms/spots.ts';
import { graphemes } from '../text/buffer.ts';
import { outOf } from './places.ts';
import { focusOf, itemAt, sceneOf } from './scenes.ts';
import { deskKey, deskOf, type Focus, type Moments, type Place, type Session } from './session.ts';

/** Puts the keyboard on a spot of this place; in text the cursor stands behind it. */
export function focused(session: Session, focus: Focus, m: Moments): Session {
  const desk = deskOf(session);
  const scroll = desk.focus?.item === focus.item ? desk.scroll : 0;
  const desks = { ...session.desks, [deskKey(session.place)]: { focus, scroll } };
  const moved: Session = { ...session, desks, finding: '' };
  const text = textAt(itemAt(sceneOf(moved, m), focus), focus, moved);
  return { ...moved, cursor: text === undefined ? 0 : graphemes(text).length };
}

export function scrolled(session: Session, scroll: number): Session {
  return { ...session, desks: { ...session.desks, [deskKey(session.place)]: { ...deskOf(session), scroll } } };
}

/** Goes to a place; `jump` remembers where from, for Esc. */
export function goTo(
  session: Session,
  place: Place,
  m: Moments,
  options: { focus?: Focus; jump?: boolean } = {},
): Session {
  const key = deskKey(place);
  const jumps = options.jump ? [session.place, ...session.jumps] : clearsJumps(place) ? [] : session.jumps;
  const there: Session = { ...session, place, jumps, drafts: lastingDrafts(session, m), finding: '' };
  // Where it begins depends on whether it was met, so the focus is settled before the page counts as met.
  const scene = sceneOf(there, m);
  const focus = settled(options.focus, scene.items, there) ?? focusOf(there, scene);
  const arrived = focused(there, focus, m);
  if (place.at !== 'page') return arrived;
  const page = sceneOf(arrived, m).page;
  const seen = new Set((page?.fields ?? []).map((field) => field.id));
  const followed = Object.fromEntries(Object.entries(arrived.followed).filter(([id]) => !seen.has(id)));
  const visited = [...arrived.visited.filter((one) => one !== key), key];
  return { ...arrived, visited, followed };
}

/** What is typed to be done at once, a name or a folder, is forgotten elsewhere, and a draft that changes nothing, too. */
function lastingDrafts(session: Session, m: Moments): Session['drafts'] {
  const passing = new Set(
    sceneOf(session, m).items.flatMap((item) =>
      item.of === 'form' && (item.form.acts || !isChanged(item.form, session.drafts[item.id])) ? [item.id] : [],
    ),
  );
  return Object.fromEntries(Object.entries(session.drafts).filter(([id]) => !passing.has(id)));
}

/** From the list of steps and from home one begins anew. */
function clearsJumps(place: Place): boolean {
  return place.at === 'steps' || place.at === 'home';
}

/** Back to where a jump began, else one level out; undefined where there is nothing outside. */
export function goOut(session: Session, m: Moments): Session | undefined {
  const [back, ...jumps] = session.jumps;
  if (back) return goTo({ ...session, jumps }, back, m);
  const out = outOf(session.place);
  return out && goTo(session, out, m);
}
