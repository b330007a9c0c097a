import { type Cell, isEmptyRow } from '../../wizard/index.ts';
import type { Form } from '../forms/form.ts';
import { isChanged, missingAt } from '../forms/problems.ts';
import { another, cellAt, currentRows, rowsPutBack } from '../forms/spots.ts';
import type { Command } from '../keys.ts';
import { openLines } from '../session/accept.ts';
import { foundAt, pageBeside } from '../session/places.ts';
import type { Item } from '../session/scene.ts';
import { itemAt } from '../session/scenes.ts';
import type { Focus, Place } from '../session/session.ts';
import type { Extent, Stage } from './stage.ts';

/** Keys, and what they do here in a word or two; `brief` where there is little room. `always`: shown however little it is. */
export type Hint = { keys: readonly Command[]; does: string; brief?: string; always?: true };

const hint = (does: string, ...keys: readonly Command[]): Hint => ({ keys, does });

/** What can be done here, the most needed first. */
export function hintsOf(stage: Stage, extent: Extent | undefined): readonly Hint[] {
  const { session, scene, focus } = stage;
  const leave: Hint = {
    ...hint(session.open?.readOnly === false ? 'save and leave' : 'leave', 'leave'),
    brief: 'leave',
    always: true,
  };
  if (session.why !== undefined) {
    const more = isMore(extent) ? [hint('more', 'page-on')] : [];
    return [hint('back to the line', 'out'), ...more, hint('scroll', 'up', 'down'), leave];
  }
  const item = focus && itemAt(scene, focus);
  return [
    ...here(stage, item, extent),
    outHint(stage, item),
    { ...hint('why', 'why'), always: true as const },
    leave,
  ].filter((one) => one.does !== '');
}

function isMore(extent: Extent | undefined): boolean {
  return extent !== undefined && (extent.max > 0 || extent.below !== undefined);
}

function here(stage: Stage, item: Item | undefined, extent: Extent | undefined): readonly Hint[] {
  if (!item || !stage.focus) return [];
  switch (item.of) {
    case 'telling':
      return [nextHint(stage, item), ...(isMore(extent) ? [hint('more', 'change', 'page-on')] : [])];
    case 'action':
      return onAction(stage, item, extent);
    case 'form':
      if (stage.session.open?.readOnly && !item.form.acts) return onReadOnly(stage, item, stage.focus);
      return onForm(stage, item, stage.focus);
  }
}

function onAction(stage: Stage, item: Extract<Item, { of: 'action' }>, extent: Extent | undefined): readonly Hint[] {
  const unfold = item.act.do === 'unfold' ? [hint(actWord(item, stage), 'change')] : [];
  const remove = item.remove && !stage.session.open?.readOnly ? [hint('remove', 'remove')] : [];
  const choose = hint(stage.scene.finds ? 'or type to find' : 'choose', 'up', 'down');
  const more = isMore(extent) ? [hint('more', 'page-on')] : [];
  return [hint(actWord(item, stage), 'accept'), ...more, ...unfold, ...remove, choose];
}

function onForm(stage: Stage, item: Extract<Item, { of: 'form' }>, focus: Focus): readonly Hint[] {
  const { session } = stage;
  const { form } = item;
  const draft = isChanged(form, session.drafts[form.id]);
  const cell = cellAt(item, focus, session);
  if (isRefused(stage, item, focus)) return hintsWithoutEnter(form, cell);
  const next = nextHint(stage, item);
  if (focus.cell === another) return [next, hint(`another ${form.grows?.noun ?? ''}`, 'change')];
  const enter = draft && !form.acts ? hint('accept', 'accept') : next;
  if (cell?.input !== 'pick') {
    return form.grows && focus.row < form.rows.length ? [enter, hint('remove', 'remove')] : [enter];
  }
  if (item.task && cell.id === 'state') {
    const isDone = currentRows(form, session)[0]?.state === 'done';
    return [
      hint(isDone ? 'to do again' : 'done today', 'change'),
      enter,
      hint('other state', 'previous-value', 'next-value'),
    ];
  }
  if (cell.across) return [enter, hint('change', 'change')];
  return [{ ...hint('choose this one', 'accept'), brief: 'choose' }, hint('option', 'up', 'down'), pastThem];
}

const pastThem = hint('past them', 'next-line');

/** Where nothing may be changed. */
function onReadOnly(stage: Stage, item: Extract<Item, { of: 'form' }>, focus: Focus): readonly Hint[] {
  if (focus.option !== undefined) return [pastThem];
  return isRefused(stage, item, focus) ? [hint('next', 'next-line')] : [nextHint(stage, item)];
}

/** Where Enter would only say what is needed. */
function hintsWithoutEnter(form: Form, cell: Cell | undefined): readonly Hint[] {
  const choose = cell?.input === 'pick' ? [hint('choose', 'change')] : [];
  return form.acts ? choose : [...choose, hint('go on without it', 'next-line')];
}

/** Would Enter stay here, since nothing stands where something is needed? Where options stand in lines it picks one. */
function isRefused({ session }: Stage, { form }: Extract<Item, { of: 'form' }>, focus: Focus): boolean {
  if (focus.option !== undefined) return false;
  const rows = currentRows(form, session);
  return form.acts ? form.required && rows.every(isEmptyRow) : missingAt(form, rows, focus).length > 0;
}

function actWord({ act }: Extract<Item, { of: 'action' }>, { session }: Stage): string {
  switch (act.do) {
    case 'jump':
      return act.to.at === 'review' ? 'to Review' : 'to its line';
    case 'unfold':
      return session.unfolded.includes(act.group) ? 'fold' : 'unfold';
    case 'effect':
      if (act.effect.do === 'open') return 'open';
      return act.effect.do === 'export' ? 'write' : 'do it';
    case 'home':
    case 'back':
      return 'back';
    default:
      return 'go on';
  }
}

/** What is done at once with what is typed. */
const formActs: Readonly<Partial<Record<Place['at'], string>>> = {
  new: 'start it',
  import: 'open it',
  remove: 'remove it',
};

/** What Enter leads to: the next line; behind the last one what is missing or wrong on the page, else the next page. */
function nextHint({ scene, session, m }: Stage, item: Item): Hint {
  const { place } = session;
  if (item.of === 'form' && item.form.acts) return hint(formActs[place.at] ?? 'go on', 'accept');
  const last = scene.items.at(-1)?.id === item.id;
  if (!last || place.at !== 'page' || !session.open) return hint(item.of === 'telling' ? 'go on' : 'next', 'accept');
  const [open] = openLines(session, m);
  if (open?.id === item.id) return hint('go on without it', 'page-on');
  if (open) return { ...hint(`to ${open.label}`, 'accept'), brief: 'what is left' };
  const next = pageBeside(session, foundAt(place), 1, m);
  return { ...hint(`to ${next ? next.page.title : 'Review'}`, 'accept'), brief: 'next page' };
}

function outHint(stage: Stage, item: Item | undefined): Hint {
  const word = outWord(stage, item);
  return word.startsWith('back to') ? { ...hint(word, 'out'), brief: 'back' } : hint(word, 'out');
}

/** What Esc does here. */
function outWord({ session, scene, focus }: Stage, item: Item | undefined): string {
  if (item && focus && rowsPutBack(item, focus, session)) return 'put back';
  if (session.jumps.length > 0) return `back to ${jumpWord(session.jumps[0])}`;
  switch (session.place.at) {
    case 'home':
      return '';
    case 'page':
    case 'review':
    case 'plan':
    case 'export':
    case 'resume':
      return 'steps';
    case 'person':
      return scene.page?.title ?? 'back';
    case 'steps':
      return 'all rollouts';
    case 'new':
    case 'import':
    case 'remove':
    case 'trouble':
      return 'back';
  }
}

function jumpWord(place: Place | undefined): string {
  switch (place?.at) {
    case 'review':
      return 'Review';
    case 'plan':
      return 'Plan';
    case 'export':
      return 'Export';
    default:
      return 'where you were';
  }
}
