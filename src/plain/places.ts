import type { Page, Step } from '../model/index.ts';
import type { Trouble } from '../wizard/index.ts';

/** Where the conversation is. `then`: where it goes back to once the one line is answered. */
export type Place =
  | { at: 'home' }
  | { at: 'new' }
  | { at: 'import' }
  /** Which rollout is to be removed. */
  | { at: 'removing' }
  | { at: 'remove'; id: string; organisation: string }
  | { at: 'trouble'; id: string; organisation: string; trouble: Trouble }
  | { at: 'resume'; imported: boolean }
  | { at: 'steps' }
  | PagePlace
  | PersonPlace
  | { at: 'review' }
  | { at: 'plan' }
  | { at: 'export' };

/** `line`: the id of the line that is asked; `last`: the last one, for whoever comes back to a page; `behind`: the one after it. */
export type PagePlace = { at: 'page'; step: Step; page: Page; line?: string; from?: 'last' | 'behind'; then?: Place };

/** One person of the list: an id, which is nobody's yet while one is added. */
export type PersonPlace = Omit<PagePlace, 'at' | 'from'> & { at: 'person'; person: string };

/** Where an answer leads, other than to the next question. */
export type Way = 'next' | 'back' | 'up' | 'steps' | 'undo' | Place;
