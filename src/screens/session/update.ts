import { eventsBeyond, happenedNames } from '../../wizard/index.ts';
import { localTime } from '../../words/index.ts';
import { extentOf, fits } from '../draw.ts';
import { landingIn, textAt } from '../forms/spots.ts';
import { type Command, commandOf } from '../keys.ts';
import type { Edit } from '../text/buffer.ts';
import type { Key } from '../text/input.ts';
import { enter, nextItem, pageBack, pageOn, passed, withFolder } from './accept.ts';
import { folderLine } from './asking.ts';
import { changed, pasted, pickCleared, textEdited, typed, valueBeside } from './edit.ts';
import { focused, goOut, goTo, scrolled } from './go.ts';
import { happened, noticed, readOnly } from './happen.ts';
import { left } from './leave.ts';
import { hereItem, stepped, tabbed, toEnd } from './move.ts';
import { inWhy } from './panel.ts';
import { rolloutOf } from './places.ts';
import type { Act } from './scene.ts';
import { focusOf, sceneOf } from './scenes.ts';
import { deskOf, type Moments, type Outcome, type Session, stay } from './session.ts';
import { draftDropped, removed, undone } from './undo.ts';

/** The session after a key, and what the world has to do about it. Pure. */
export function update(session: Session, key: Key, m: Moments): Outcome {
  // Where nothing is shown, nothing is changed unseen.
  if (!fits(m.size) && key.key !== 'ctrl-c') return stay(session);
  return guarded(session, obeyedKey(session, key, m), m);
}

/** Who may only read is told so at the first key that would change something; a folder may still be typed. */
function guarded(session: Session, outcome: Outcome, m: Moments): Outcome {
  if (!session.open?.readOnly || outcome.session.place !== session.place) return outcome;
  const { items } = sceneOf(session, m);
  const typed = items.some(
    (item) =>
      item.of === 'form' &&
      !item.form.acts &&
      outcome.session.drafts[item.id] !== session.drafts[item.id] &&
      outcome.session.drafts[item.id],
  );
  return typed ? stay(noticed(session, readOnly)) : outcome;
}

function obeyedKey(session: Session, key: Key, m: Moments): Outcome {
  const { notice: _read, ...quiet } = session;
  if (key.key === 'paste') return stay(quiet.why === undefined ? pasted(quiet, key.text, m) : quiet);
  const { item, focus } = hereItem(quiet, m);
  const inText = quiet.why === undefined && textAt(item, focus, quiet) !== undefined;
  const command = commandOf(key, inText);
  const before = command && everywhere(quiet, command, m);
  if (before) return before;
  if (quiet.why !== undefined) return stay(inWhy(quiet, quiet.why, command, m));
  if (command === undefined) return stay(key.key === 'text' ? typed(quiet, key.text, m) : quiet);
  return obeyed(quiet, command, m, inText);
}

/** What a key does wherever one is; undefined where the place decides. */
function everywhere(session: Session, command: Command, m: Moments): Outcome | undefined {
  switch (command) {
    case 'leave':
      return leftFrom(session, m);
    case 'redraw':
      return { session, effects: [{ do: 'redraw' }] };
    case 'reassure':
      return stay(reassured(session, m));
    default:
      return undefined;
  }
}

/** What is typed and right is accepted, and named: nobody pressed Enter on it. */
function leftFrom(session: Session, m: Moments): Outcome {
  if (!session.open) return left(session, m, []);
  const done = passed(session, m, true);
  return left(done, m, happenedNames(eventsBeyond(rolloutOf(done), session.open.rollout)));
}

function reassured(session: Session, m: Moments): Session {
  const at = session.open?.saving.at;
  if (!session.open || session.open.saving.failing || at === undefined) return session;
  return noticed(session, { tone: 'ok', text: `Saved ${localTime(at, m.around.offset)}, as always.` });
}

function obeyed(session: Session, command: Command, m: Moments, inText: boolean): Outcome {
  const edit = inText ? edits[command] : undefined;
  if (edit) return stay(textEdited(session, edit, m));
  switch (command) {
    case 'accept':
      return accepted(session, m);
    case 'out':
      return out(session, m);
    case 'page-on':
      return stay(pagedOn(session, m));
    case 'page-back':
      return stay(pagedBack(session, m));
    default:
      return stay(moved(session, command, m));
  }
}

function moved(session: Session, command: Command, m: Moments): Session {
  switch (command) {
    case 'change':
      return spaced(session, m);
    case 'next-value':
      return valueBeside(session, 1, m);
    case 'previous-value':
      return valueBeside(session, -1, m);
    case 'up':
      return lineScrolled(session, -1, m) ?? stepped(session, -1, m);
    case 'down':
      return lineScrolled(session, 1, m) ?? stepped(session, 1, m);
    case 'next-line':
      return tabbed(session, 1, m);
    case 'previous-line':
      return tabbed(session, -1, m);
    case 'why':
      return { ...session, why: 0 };
    case 'undo':
      return undone(session, m);
    case 'remove':
      return removed(session, m);
    case 'start':
      return toEnd(session, 'first', m);
    case 'end':
      return toEnd(session, 'last', m);
    case 'erase':
    case 'erase-forward':
    case 'erase-to-start':
      return pickCleared(session, m);
    default:
      return session;
  }
}

const edits: Readonly<Partial<Record<Command, Edit>>> = {
  'previous-value': { do: 'left' },
  'next-value': { do: 'right' },
  start: { do: 'start' },
  end: { do: 'end' },
  erase: { do: 'erase' },
  'erase-forward': { do: 'erase-forward' },
  'erase-word': { do: 'erase-word' },
  'erase-to-start': { do: 'erase-to-start' },
  'word-left': { do: 'word-left' },
  'word-right': { do: 'word-right' },
};

function accepted(session: Session, m: Moments): Outcome {
  const { item, focus } = hereItem(session, m);
  if (!item) return stay(session);
  if (item.of === 'telling') return stay(nextItem(session, item, m));
  if (item.of === 'action') return perform(session, item.act, m);
  const entered = enter(session, item, focus, m);
  return entered.act ? perform(entered.session, entered.act, m) : stay(entered.session);
}

function perform(session: Session, act: Act, m: Moments): Outcome {
  switch (act.do) {
    case 'go':
      return stay(goTo(session, act.to, m, act.focus ? { focus: act.focus } : {}));
    case 'jump':
      return stay(goTo(session, act.to, m, { jump: true, ...(act.focus ? { focus: act.focus } : {}) }));
    case 'effect':
      return { session, effects: [act.effect] };
    case 'happen':
      return stay(happened(session, act.happening, m));
    case 'unfold':
      return stay(unfolded(session, act.group));
    case 'folder':
      return stay(withFolder(session, act.folder));
    case 'ask-folder':
      return stay(folderAsked(session, m));
    case 'home':
    case 'back':
      return out(session, m);
  }
}

/** The line of the folder, as it was typed last. */
function folderAsked(session: Session, m: Moments): Session {
  const asking = withFolder(session, session.exporting.folder);
  return focused(asking, { item: folderLine, row: 0, cell: 'value' }, m);
}

function unfolded(session: Session, group: string): Session {
  const open = session.unfolded.includes(group);
  return {
    ...session,
    unfolded: open ? session.unfolded.filter((one) => one !== group) : [...session.unfolded, group],
  };
}

/** Esc: puts back what stood in the line, else goes one level out. */
function out(session: Session, m: Moments): Outcome {
  const dropped = draftDropped(session, m);
  if (dropped) return stay(dropped);
  const next = goOut(session, m);
  if (!next) return stay(noticed(session, { tone: 'text', text: 'This is the outermost screen. Ctrl+C leaves.' }));
  // A rollout that did not open may be gone: the list is read again.
  const wasOpen = session.open !== undefined || session.place.at === 'trouble';
  return { session: next, effects: next.place.at === 'home' && wasOpen ? [{ do: 'close' }] : [] };
}

/** Space where nothing is picked: more of the telling, a group of the review. */
function spaced(session: Session, m: Moments): Session {
  const { item } = hereItem(session, m);
  if (item?.of === 'telling') return textScrolled(session, extentOf(session, m).page, m) ?? session;
  if (item?.of === 'action' && item.act.do === 'unfold') return unfolded(session, item.act.group);
  return changed(session, m);
}

/** Arrows walk through a telling that does not fit before they leave it. */
function lineScrolled(session: Session, by: 1 | -1, m: Moments): Session | undefined {
  return hereItem(session, m).item?.of === 'telling' ? textScrolled(session, by, m) : undefined;
}

/** The telling, or a change that is taller than the screen, scrolled; undefined where there is nothing more. */
function textScrolled(session: Session, by: number, m: Moments): Session | undefined {
  const { max } = extentOf(session, m);
  const from = Math.min(deskOf(session).scroll, max);
  const to = Math.max(0, Math.min(max, from + by));
  return to === from ? undefined : scrolled(session, to);
}

/** More of this page; at its end the next one. */
function pagedOn(session: Session, m: Moments): Session {
  const { page, below } = extentOf(session, m);
  const more = textScrolled(session, page, m);
  if (more) return more;
  const done = passed(session, m, true);
  const item = below === undefined ? undefined : sceneOf(done, m).items.find((one) => one.id === below);
  if (item) return focused(done, landingIn(item, done, 'field'), m);
  return done.place.at === 'page' ? pageOn(done, m) : stepped(done, 1, m);
}

function pagedBack(session: Session, m: Moments): Session {
  const { page, above } = extentOf(session, m);
  const more = textScrolled(session, -page, m);
  if (more) return more;
  if (hereItem(session, m).item?.of === 'telling') return pageBack(session, m);
  const done = passed(session, m, true);
  const scene = sceneOf(done, m);
  const to = above === undefined ? undefined : scene.items.find((one) => one.id === above);
  if (to) return focused(done, landingIn(to, done, 'field'), m);
  if (session.place.at !== 'page') return stepped(done, -1, m);
  const first = scene.items[0];
  const atFirst = first === undefined || focusOf(done, scene).item === first.id;
  return atFirst ? pageBack(done, m) : focused(done, landingIn(first, done, 'field'), m);
}
