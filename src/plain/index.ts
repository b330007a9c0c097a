import { homedir } from 'node:os';
import { cwd } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import type { Library, Surroundings } from '../model/index.ts';
import { located } from '../state/store.ts';
import { leftCode, leftHome, leftRollout } from '../wizard/index.ts';
import { visitExport } from './export.ts';
import { greet, visitHome, visitImport, visitNew, visitRemove, visitRemoving, visitTrouble } from './home.ts';
import { close, enter } from './opening.ts';
import { visitResume, visitReview, visitSteps } from './overview.ts';
import { visitPage } from './page.ts';
import { visitPerson } from './person.ts';
import type { Place } from './places.ts';
import { visitPlan } from './plan.ts';
import { say, type Talk } from './talk.ts';
import { Ended, openVoice } from './voice.ts';

export type PlainOptions = {
  library: Library;
  around: Surroundings;
  /** How the program is started with arguments, for the words on leaving. */
  command: string;
  /** The id of a rollout to begin in. */
  open?: string;
  /** To begin where a rollout is started. */
  begin?: boolean;
  input: Readable;
  output: Writable & { columns?: number };
  /** Aborted when it is left from outside; with the reason `gone` where nobody reads any more. */
  signal: AbortSignal;
};

/** Runs the wizard as lines until it is left, or its input ends. Everything accepted is saved by then. Returns the exit code. */
export async function runPlain(options: PlainOptions): Promise<number> {
  const { library, around, command, input, output, signal } = options;
  const voice = openVoice({ input, output, signal });
  const where = { home: homedir(), start: cwd() };
  const talk: Talk = {
    voice,
    library,
    around,
    command,
    located: (path) => located(path, where),
    place: { at: 'home' },
  };
  try {
    greet(talk);
    let place = await firstPlace(talk, options);
    for (;;) {
      talk.place = place;
      place = await visit(talk, place);
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    if (signal.reason !== 'gone') sayLeft(talk);
    return leftCode;
  } finally {
    close(talk);
    voice.close();
  }
}

async function firstPlace(talk: Talk, { open, begin }: PlainOptions): Promise<Place> {
  if (open === undefined) return begin ? { at: 'new' } : { at: 'home' };
  const organisation = talk.library.list().find(({ id }) => id === open)?.organisation ?? open;
  return enter(talk, await talk.library.open(open, 'write'), { id: open, organisation, fresh: false, imported: false });
}

function visit(talk: Talk, place: Place): Promise<Place> {
  switch (place.at) {
    case 'home':
      return visitHome(talk);
    case 'new':
      return visitNew(talk);
    case 'import':
      return visitImport(talk);
    case 'removing':
      return visitRemoving(talk);
    case 'remove':
      return visitRemove(talk, place);
    case 'trouble':
      return visitTrouble(talk, place);
    case 'resume':
      return visitResume(talk, place);
    case 'steps':
      return visitSteps(talk);
    case 'page':
      return visitPage(talk, place);
    case 'person':
      return visitPerson(talk, place);
    case 'review':
      return visitReview(talk);
    case 'plan':
      return visitPlan(talk);
    case 'export':
      return visitExport(talk);
  }
}

/** How it is kept, where, and how to go on. */
function sayLeft(talk: Talk): void {
  const { library, command, sitting, around } = talk;
  talk.voice.gap();
  if (!sitting) {
    say(talk, leftHome({ rollouts: library.list().length, folder: library.folder, command }));
    return;
  }
  const { rollout, saved, readOnly, failing } = sitting;
  say(talk, leftRollout({ rollout, folder: saved.folder, readOnly, failing, offset: around.offset, command }));
}
