import type { Rollout } from './rollout.ts';
import type { Moment } from './value.ts';

/** One line of the home screen, read from the small files without opening the rollout; the last changed comes first. */
export type Summary = {
  id: string;
  organisation: string;
  /** Its folder. */
  folder: string;
  /** When it was saved last. */
  savedAt?: Moment;
  /** Undefined where the file cannot be read; opening it says why. */
  rollout?: Rollout;
};

/** Who holds the lock of a rollout. */
export type Holder = { host: string; pid: number; user: string; since: Moment };

/** A rollout that is open for writing, or for reading only. */
export type Saved = {
  folder: string;
  rollout: Rollout;
  readOnly: boolean;
  /**
   * Writes the rollout, synchronously: the good file is copied beside it first. `failed` is a sentence for the head of
   * the screen; nothing is lost, the next save writes all. `lost`: another window took over, this one is read-only now.
   */
  save(rollout: Rollout): { saved: Moment } | { failed: string } | { lost: Holder };
  /** Gives the lock back. */
  close(): void;
};

export type Opened =
  | { state: 'open'; saved: Saved }
  | { state: 'locked'; holder: Holder }
  /** `said` tells what is wrong and where; the damaged file is set aside at `kept` once the person chooses. */
  | { state: 'damaged'; said: string; kept: string; copy?: { savedAt: Moment; lacks: string } }
  | { state: 'newer'; said: string }
  /** `readable`: it can still be opened for reading only. */
  | { state: 'unusable'; said: string; readable?: true };

/**
 * How a rollout is opened: `copy` takes the previous file, `anew` starts empty in place of the damaged one; both set the
 * damaged file aside.
 */
export type OpenHow = 'write' | 'read-only' | 'take-over' | 'copy' | 'anew';

/** Where rollouts are kept. Built by state/store.ts; everything else knows only this. */
export type Library = {
  folder: string;
  list(): readonly Summary[];
  /** A rollout that holds nothing but its organisation. What opens loads conf, which the home screen does without. */
  create(options: { organisation: string }): Promise<Opened>;
  open(id: string, how: OpenHow): Promise<Opened>;
  /** Keeps an imported rollout under a free id. */
  adopt(rollout: Rollout): Promise<Opened>;
  /** Takes it out of the list; `removed` is where its folder is kept until somebody deletes it. */
  remove(id: string): { removed: string } | { failed: string };
  /** The folder of the last export on this machine, if any. */
  exportFolder(id: string): string | undefined;
  rememberExportFolder(id: string, folder: string): void;
};

/** Time, person and version: everything that a pure function cannot know. */
export type Surroundings = {
  /** Now, UTC; `SOURCE_DATE_EPOCH` where it is set. */
  now(): Moment;
  /** Minutes east of UTC. */
  offset: number;
  user: string;
  version: string;
};
