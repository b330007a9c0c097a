import type { AnyField, Happening, Page, Person, Step, Task, View } from '../../model/index.ts';
import type { Form } from '../forms/form.ts';
import type { Effect, Focus, Place } from './session.ts';

/** What Enter on an item does, where it is no form. */
export type Act =
  | { do: 'go'; to: Place; focus?: Focus }
  /** Goes there and comes back to this line with Esc. */
  | { do: 'jump'; to: Place; focus?: Focus }
  | { do: 'effect'; effect: Effect }
  | { do: 'happen'; happening: Happening }
  | { do: 'unfold'; group: string }
  | { do: 'folder'; folder: string }
  /** Puts the keyboard into the line of the folder. */
  | { do: 'ask-folder' }
  | { do: 'home' }
  | { do: 'back' };

/** Something the keyboard can be on. `label` is what a letter finds. */
export type Item =
  | { of: 'telling'; id: string; label: string }
  | { of: 'form'; id: string; label: string; form: Form; field?: AnyField; task?: Task; person?: Person }
  | { of: 'action'; id: string; label: string; act: Act; remove?: Act; person?: Person };

/** What is on the screen of a place, apart from its looks. */
export type Scene = {
  items: readonly Item[];
  /** The item that a first visit begins at; the first one otherwise. */
  start?: string;
  /** Letters find an item. */
  finds?: boolean;
  view?: View;
  step?: Step;
  page?: Page;
};
