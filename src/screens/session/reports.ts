import type { Holder, Problem, Rollout } from '../../model/index.ts';
import { lastPlace, placeOf, shownPlaces, viewOf } from '../../state/index.ts';
import { eventsBeyond, happenedNames, isBack, takenOver } from '../../wizard/index.ts';
import { landingIn } from '../forms/spots.ts';
import { focused, goTo } from './go.ts';
import { happened, noticed } from './happen.ts';
import { pagePlace, rolloutOf } from './places.ts';
import { sceneOf } from './scenes.ts';
import type { ExportResult, Moments, Open, OpenedRollout, Report, Session } from './session.ts';

/** A session that begins with the list of rollouts. */
export function newSession(options: Pick<Session, 'folder' | 'summaries' | 'command'>): Session {
  return {
    ...options,
    place: { at: 'home' },
    jumps: [],
    desks: {},
    drafts: {},
    cursor: 0,
    finding: '',
    visited: [],
    followed: {},
    unfolded: [],
    exporting: { folder: '' },
  };
}

/** The session after the world did what an effect asked for. Pure. */
export function reported(session: Session, report: Report, m: Moments): Session {
  switch (report.of) {
    case 'opened':
      return opened(session, report, m);
    case 'listed':
      return closed(session, report.summaries);
    case 'said':
      return noticed(session, { tone: report.tone, text: report.said });
    case 'failed':
      return failed(session, report.form, report.problem);
    case 'planned':
      return { ...session, exporting: { ...session.exporting, plan: report.plan } };
    case 'exported':
      return exported(session, report.result, m);
    case 'saved':
      return saved(session, report.result, m);
  }
}

/** What was typed stays, with what is wrong below it. */
function failed(session: Session, form: string, problem: Problem): Session {
  const draft = session.drafts[form];
  return draft ? { ...session, drafts: { ...session.drafts, [form]: { ...draft, failed: problem } } } : session;
}

function exported(session: Session, result: ExportResult, m: Moments): Session {
  const done = { ...session, exporting: { ...session.exporting, result } };
  if (result.state === 'refused' || !done.open || done.open.readOnly) return done;
  const { undo: _none, ...told } = happened(
    done,
    { type: 'exported', files: result.files.length, written: result.at },
    m,
  );
  return { ...told, ...(session.undo ? { undo: session.undo } : {}) };
}

/** The list of rollouts, the keyboard on the one that one comes from. */
function closed({ folder, command, notice, open, desks }: Session, summaries: Session['summaries']): Session {
  const fresh = newSession({ folder, summaries, command });
  const home = open ? { focus: { item: open.id, row: 0, cell: '' }, scroll: 0 } : desks.home;
  return { ...fresh, ...(home ? { desks: { home } } : {}), ...(notice ? { notice } : {}) };
}

function opened(session: Session, report: Extract<Report, { of: 'opened' }>, m: Moments): Session {
  const { id, organisation } = report;
  const { folder, summaries, command } = session;
  const fresh = newSession({ folder, summaries, command });
  if (report.opened.state !== 'open') {
    const { home } = session.desks;
    const back = home ? { ...fresh, desks: { home } } : fresh;
    return goTo(back, { at: 'trouble', id, organisation, trouble: report.opened }, m);
  }
  const inside = { ...fresh, exporting: { folder: m.located(report.exportFolder) } };
  return enteredRollout(inside, { ...report, opened: report.opened }, m);
}

function enteredRollout(
  session: Session,
  report: Extract<Report, { of: 'opened' }> & { opened: OpenedRollout },
  m: Moments,
): Session {
  const { id, opened, fresh, imported } = report;
  const { folder, rollout, readOnly, savedAt } = opened;
  const saving = savedAt === undefined ? {} : { at: savedAt };
  const inside: Session = { ...session, open: { id, folder, rollout, readOnly, saving, fresh } };
  if (fresh) return atFirstPage(inside, m);
  const last = lastPlace(rollout, m.today);
  if (isBack(rollout, m.today, m.around.offset)) {
    return goTo(inside, { at: 'resume', events: rollout.events.length, ...(imported ? { imported } : {}) }, m);
  }
  return last?.line === undefined ? atFirstPage(inside, m) : goneOn(inside, last.line, m);
}

function atFirstPage(session: Session, m: Moments): Session {
  const [first] = shownPlaces(viewOf(rolloutOf(session), m.today));
  return first ? goTo(session, pagePlace(first), m) : goTo(session, { at: 'steps' }, m);
}

/** To the line behind the one that was accepted last. */
function goneOn(session: Session, line: string, m: Moments): Session {
  const place = placeOf(line, viewOf(rolloutOf(session), m.today));
  if (!place) return goTo(session, { at: 'steps' }, m);
  const there = goTo(session, pagePlace(place), m);
  const { items } = sceneOf(there, m);
  const at = items.findIndex((item) => item.id === line);
  const next = items[at + 1] ?? items[at];
  return at < 0 || !next ? there : focused(there, landingIn(next, there, 'field'), m);
}

/** How the last save went; while it fails, since when and why. */
function saved(session: Session, result: Extract<Report, { of: 'saved' }>['result'], m: Moments): Session {
  const { open } = session;
  if (!open) return session;
  if ('saved' in result) return { ...session, open: { ...open, saving: { at: result.saved } } };
  if ('failed' in result) {
    const since = open.saving.failing?.since ?? m.now;
    return { ...session, open: { ...open, saving: { ...open.saving, failing: { since, said: result.failed } } } };
  }
  return lostTo(session, open, result, m);
}

/** Another window has it now: what holds here is what was saved, and what was not is named. */
function lostTo(
  session: Session,
  open: Open,
  { lost, there }: { lost: Holder; there: Rollout | undefined },
  m: Moments,
): Session {
  const rollout = there ?? open.rollout;
  const text = takenOver(lost, happenedNames(eventsBeyond(rolloutOf(session), rollout)), m.around.offset);
  const { undo: _mine, ...rest } = session;
  const saving = { ...open.saving, lost };
  return noticed({ ...rest, open: { ...open, rollout, readOnly: true, saving } }, { tone: 'bad', text });
}
