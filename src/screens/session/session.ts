import type { ExportPlan } from '../../export/index.ts';
import type {
  Happening,
  Holder,
  LocalDate,
  Moment,
  OpenHow,
  Problem,
  Rollout,
  Summary,
  Surroundings,
} from '../../model/index.ts';
import type { Row, Trouble } from '../../wizard/index.ts';
import type { Size } from '../look/lines.ts';

/** Where a person is. */
export type Place =
  | { at: 'home' }
  /** A new rollout is named. */
  | { at: 'new' }
  /** A file is named that holds answers or an exported rollout. */
  | { at: 'import' }
  /** A rollout's name is typed before it is removed. */
  | { at: 'remove'; id: string; organisation: string }
  /** Something stands between the person and a rollout: another window, a damaged file. */
  | { at: 'trouble'; id: string; organisation: string; trouble: Trouble }
  /** `events`: how many there were on arriving; what is ticked here is no place where one stopped. */
  | { at: 'resume'; events?: number; imported?: true }
  /** The list of steps; `from` is the page that stays in sight beside it. */
  | { at: 'steps'; from?: PagePlace }
  | PagePlace
  /** One person of the list; `person` is an id, that of nobody yet while one is added. */
  | { at: 'person'; step: string; page: string; person: string }
  | { at: 'review' }
  | { at: 'plan' }
  | { at: 'export' };

export type PagePlace = { at: 'page'; step: string; page: string };

/** Where the keyboard is: an item of the place; in a form a cell of a row; `option` counts where options stand in lines. */
export type Focus = { item: string; row: number; cell: string; option?: number };

/** `tried`: accepting it failed, so what is wrong is told. */
/** `failed`: what was done with it at once did not work, and why. */
export type Draft = { rows: readonly Row[]; tried: boolean; failed?: Problem };

/** What a place keeps while one is elsewhere. */
export type Desk = { focus?: Focus; scroll: number };

/** How writing goes: the time of the last good one, or since when and why it fails. */
export type Saving = { at?: Moment; failing?: { since: Moment; said: string }; lost?: Holder };

export type Open = {
  id: string;
  folder: string;
  rollout: Rollout;
  readOnly: boolean;
  saving: Saving;
  /** Made in this sitting: every page is met for the first time. */
  fresh: boolean;
};

/** One change deep: what takes it back, and where it was made. */
export type Undo =
  | { of: 'change'; happening: Happening; place: Place; focus?: Focus }
  | { of: 'draft'; form: string; draft: Draft | undefined; place: Place; focus?: Focus };

export type Tone = 'ok' | 'warn' | 'bad' | 'text';
export type Notice = { tone: Tone; text: string };

/** What an export did, or why nothing was written. */
export type ExportResult =
  | { state: 'written'; at: Moment; folder: string; files: readonly { path: string; bytes: number }[] }
  | { state: 'refused'; said: readonly string[] };

export type Session = {
  /** Folder of all rollouts. */
  folder: string;
  summaries: readonly Summary[];
  /** How the program is started with arguments: `skypefed`. */
  command: string;
  open?: Open;
  place: Place;
  /** Places to come back to, the last one first. */
  jumps: readonly Place[];
  desks: Readonly<Record<string, Desk>>;
  drafts: Readonly<Record<string, Draft>>;
  /** Graphemes before the cursor, where text is edited. */
  cursor: number;
  /** What was typed to find something in a list. */
  finding: string;
  /** Pages that were met, by their key; a page tells all of itself the first time. */
  visited: readonly string[];
  /** Ids whose value or being asked followed from another answer, not seen since; with when. */
  followed: Readonly<Record<string, Moment>>;
  undo?: Undo;
  notice?: Notice;
  /** Groups of the review that are unfolded. */
  unfolded: readonly string[];
  /** The panel with reasons, sources and keys: how far it is scrolled. */
  why?: number;
  /** Where to export to; what that would do there, once the folder was looked at; what it did. */
  exporting: { folder: string; plan?: ExportPlan; result?: ExportResult };
};

/** What only the world can do; the store does it and reports. */
export type Effect =
  | { do: 'create'; organisation: string }
  | { do: 'open'; id: string; organisation: string; how: OpenHow }
  /** Takes an answers file or an exported rollout in. */
  | { do: 'import'; path: string }
  | { do: 'close' }
  | { do: 'remove'; id: string }
  | { do: 'export'; folder: string }
  | { do: 'redraw' }
  | { do: 'leave'; code: number; words: readonly string[] };

export type Outcome = { session: Session; effects: readonly Effect[] };

/** What a key needs to know of the world at the moment it is pressed. */
export type Moments = {
  now: Moment;
  today: LocalDate;
  around: Surroundings;
  size: Size;
  /** The absolute path that a typed one means: from where the program was started; `~` is the person's own folder. */
  located(path: string): string;
};

/** What happened to what an effect asked for. */
export type Report =
  | {
      of: 'opened';
      id: string;
      organisation: string;
      opened: OpenedRollout | Trouble;
      fresh: boolean;
      /** Just made of a file: nobody was here before. */
      imported?: boolean;
      exportFolder: string;
    }
  | { of: 'listed'; summaries: readonly Summary[] }
  | { of: 'said'; tone: Tone; said: string }
  /** What a line asked for was not done. */
  | { of: 'failed'; form: string; problem: Problem }
  | { of: 'planned'; plan: ExportPlan }
  | { of: 'exported'; result: ExportResult }
  | { of: 'saved'; result: { saved: Moment } | { failed: string } | { lost: Holder; there: Rollout | undefined } };

export type OpenedRollout = { state: 'open'; folder: string; rollout: Rollout; readOnly: boolean; savedAt?: Moment };

export function stay(session: Session): Outcome {
  return { session, effects: [] };
}

/** The key under which a place keeps its desk. */
export function deskKey(place: Place): string {
  switch (place.at) {
    case 'page':
      return `${place.step}/${place.page}`;
    case 'person':
      return `person/${place.person}`;
    case 'remove':
    case 'trouble':
      return `${place.at}/${place.id}`;
    default:
      return place.at;
  }
}

export function deskOf(session: Session): Desk {
  return session.desks[deskKey(session.place)] ?? { scroll: 0 };
}
