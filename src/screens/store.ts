import { homedir } from 'node:os';
import { cwd } from 'node:process';
import { exportFiles, exportTo, planExport } from '../export/index.ts';
import type { Library, Moment, Opened, Rollout, Saved, Surroundings } from '../model/index.ts';
import { reasonOf } from '../state/index.ts';
import { type HandedEvidence, located, readGivenFile, takeEvidence } from '../state/store.ts';
import { evidenceTaken, evidenceUnknown, stopsOf } from '../wizard/index.ts';
import { localDay } from '../words/index.ts';
import type { Size } from './look/lines.ts';
import { newSession, reported } from './session/reports.ts';
import type { Effect, ExportResult, Moments, Report, Session } from './session/session.ts';
import { update } from './session/update.ts';
import type { Key } from './text/input.ts';

/** What a wizard that was left hands back. */
export type Exit = { code: number; words: readonly string[] };

export type Store = {
  session(): Session;
  moments(): Moments;
  subscribe(listener: () => void): () => void;
  /** Handles a key to its end, saving included, before it returns, unless a file is being opened. */
  press(key: Key): void;
  resize(size: Size): void;
  /** Opens a rollout as if it were chosen at home; settles once it is open, or it is said why not. */
  open(id: string): Promise<void>;
  /** Draws again, from nothing. */
  onRedraw(redraw: () => void): void;
  /** Settles when it is left. */
  exit: Promise<Exit>;
};

/** What is being opened, and how it is entered. */
type Opening = Pick<Extract<Report, { of: 'opened' }>, 'id' | 'organisation' | 'fresh' | 'imported'>;

const retryAfter = 2000;

/** Holds the session outside of React, so that keys of one chunk are handled one after the other, each on what the last one left. */
export function createStore(options: {
  library: Library;
  around: Surroundings;
  size: Size;
  command: string;
  home?: string;
  /** Begins at the form that starts a rollout. */
  begin?: boolean;
}): Store {
  const { library, around, command, home = homedir() } = options;
  let { size } = options;
  let session = newSession({ folder: library.folder, summaries: library.list(), command });
  if (options.begin) session = { ...session, place: { at: 'new' } };
  let saved: Saved | undefined;
  let redraw: () => void = () => undefined;
  let retry: NodeJS.Timeout | undefined;
  let opening = false;
  let closed = false;
  const waiting: Key[] = [];
  const listeners = new Set<() => void>();
  const { promise: exit, resolve } = Promise.withResolvers<Exit>();

  let told: Moments | undefined;
  const moments = (): Moments => {
    const now = around.now();
    const today = localDay(now, around.offset);
    told = { now, today, around, size, located: (path) => located(path, { home, start: cwd() }) };
    return told;
  };

  const settle = (next: Session) => {
    const before = session.open?.rollout;
    session = next;
    const { open } = session;
    if (open && saved && before !== undefined && open.rollout !== before) save(open.rollout);
    for (const listener of listeners) listener();
  };

  const tell = (report: Report) => settle(reported(session, report, moments()));

  const save = (rollout: Rollout) => {
    if (!saved) return;
    const done = saved.save(rollout);
    const result =
      'lost' in done ? { ...done, there: library.list().find(({ id }) => id === rollout.id)?.rollout } : done;
    session = reported(session, { of: 'saved', result }, moments());
    clearTimeout(retry);
    // An antivirus may hold the file for a while; the next save writes all, and this one may not be long in coming.
    if ('failed' in result) retry = setTimeout(saveAgain, retryAfter).unref();
  };

  const saveAgain = () => {
    const rollout = session.open?.rollout;
    if (rollout) save(rollout);
    for (const listener of listeners) listener();
  };

  const close = () => {
    clearTimeout(retry);
    saved?.close();
    saved = undefined;
  };

  const enterRollout = (opened: Opened, { id, organisation, ...how }: Opening) => {
    if (opened.state !== 'open') {
      tell({ of: 'opened', id, organisation, opened, ...how, exportFolder: '' });
      return;
    }
    saved = opened.saved;
    const { folder, rollout, readOnly } = opened.saved;
    const savedAt = rollout.events.at(-1)?.at;
    const exportFolder = library.exportFolder(rollout.id) ?? rollout.id;
    const state = { state: 'open', folder, rollout, readOnly, ...(savedAt === undefined ? {} : { savedAt }) } as const;
    tell({ of: 'opened', id: rollout.id, organisation, opened: state, ...how, exportFolder });
  };

  /** Keys that come while a file is being opened are for the screen that it opens to. */
  const awaitOpened = async (opened: Promise<Opened>, how: Opening) => {
    opening = true;
    try {
      enterRollout(await opened, how);
    } catch (error) {
      tell({ of: 'said', tone: 'bad', said: `${how.organisation} cannot be opened: ${reasonOf(error)}.` });
    } finally {
      opening = false;
    }
    for (let key = waiting.shift(); key !== undefined && !opening; key = waiting.shift()) press(key);
  };

  const filesOf = (rollout: Rollout, now: Moment) =>
    exportFiles(rollout, { ...around, offset: around.offset, now: () => now });

  /** A folder is looked at when the export is come to, and when another is named: drawing reads no disk. */
  const lookAtFolder = (from: Session) => {
    const { place, exporting, open } = session;
    const isSeen = exporting.result || (exporting.plan && from.place.at === 'export');
    if (place.at !== 'export' || !open || isSeen || stopsOf(open.rollout, moments().today) > 0) return;
    tell({ of: 'planned', plan: planExport(exporting.folder, filesOf(open.rollout, around.now())) });
  };

  const written = (folder: string): ExportResult => {
    const { open } = session;
    if (!open) return { state: 'refused', said: ['No rollout is open.'] };
    const now = around.now();
    const done = exportTo(folder, filesOf(open.rollout, now));
    if (done.state !== 'written') return { state: 'refused', said: [done.said] };
    library.rememberExportFolder(open.id, done.folder);
    return { state: 'written', at: now, folder: done.folder, files: done.files };
  };

  const carryOut = (effect: Effect) => {
    switch (effect.do) {
      case 'create':
        void awaitOpened(library.create({ organisation: effect.organisation }), {
          ...{ id: '', organisation: effect.organisation, fresh: true },
        });
        break;
      case 'open':
        void awaitOpened(library.open(effect.id, effect.how), {
          ...{ id: effect.id, organisation: effect.organisation, fresh: effect.how === 'anew' },
        });
        break;
      case 'import':
        importFile(effect.path);
        break;
      case 'close':
        close();
        tell({ of: 'listed', summaries: library.list() });
        break;
      case 'remove': {
        const done = library.remove(effect.id);
        tell({ of: 'listed', summaries: library.list() });
        tell(
          'failed' in done
            ? { of: 'said', tone: 'bad', said: done.failed }
            : { of: 'said', tone: 'text', said: `Its folder is kept as ${done.removed}.` },
        );
        break;
      }
      case 'export':
        tell({ of: 'exported', result: written(effect.folder) });
        break;
      case 'redraw':
        redraw();
        break;
      case 'leave':
        closed = true;
        close();
        resolve({ code: effect.code, words: effect.words });
        break;
    }
  };

  const notTaken = (said: string) => {
    const expected = 'an answers file, rollout.json of an export, or evidence';
    tell({ of: 'failed', form: 'import', problem: { path: [], said, expected, example: '', weight: 'stop' } });
  };

  /** Evidence goes into the rollout whose script wrote it, which is entered then. */
  const takeIn = async (handed: HandedEvidence, path: string) => {
    const { rollout: id, evidence } = handed;
    const there = session.summaries.find((one) => one.id === id);
    if (!there) {
      notTaken(evidenceUnknown(path, id));
      return;
    }
    const opened = takeEvidence({ library, id, handed, around });
    await awaitOpened(opened, { id, organisation: there.organisation, fresh: false });
    if (!session.open) return;
    const clock = { today: moments().today, offset: around.offset };
    const { said, warns } = evidenceTaken(evidence, session.open.rollout, clock);
    tell({ of: 'said', tone: warns ? 'warn' : 'text', said });
  };

  const importFile = (path: string) => {
    try {
      const given = readGivenFile(moments().located(path), {
        now: around.now(),
        offset: around.offset,
        by: around.user,
      });
      if (given.state === 'read') {
        void awaitOpened(library.adopt(given.rollout), { id: '', organisation: path, fresh: false, imported: true });
        return;
      }
      if (given.state === 'evidence') {
        void takeIn(given, path);
        return;
      }
      const first = given.problems[0] ?? given.missing[0];
      notTaken(`${path}: ${given.said}${first ? ` ${first.id}: ${first.said}` : ''}`);
    } catch (error) {
      notTaken(`${path} cannot be read: ${reasonOf(error)}.`);
    }
  };

  const press = (key: Key) => {
    if (closed) return;
    if (opening) {
      waiting.push(key);
      return;
    }
    const outcome = update(session, key, moments());
    const before = session;
    settle(outcome.session);
    lookAtFolder(before);
    for (const effect of outcome.effects) carryOut(effect);
  };

  return {
    session: () => session,
    moments: () => told ?? moments(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press,
    resize: (next) => {
      size = next;
      moments();
      for (const listener of listeners) listener();
    },
    open: (id) => {
      const organisation = session.summaries.find((one) => one.id === id)?.organisation ?? id;
      return awaitOpened(library.open(id, 'write'), { id, organisation, fresh: false });
    },
    onRedraw: (next) => {
      redraw = next;
    },
    exit,
  };
}
