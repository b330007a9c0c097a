import { extentOf } from '../draw.ts';
import type { Command } from '../keys.ts';
import type { Moments, Session } from './session.ts';

/** The panel is scrolled; what closes it leads back to the line. */
export function inWhy(session: Session, scroll: number, command: Command | undefined, m: Moments): Session {
  const { max, page } = extentOf(session, m);
  const to = (lines: number): Session => ({ ...session, why: Math.max(0, Math.min(max, lines)) });
  switch (command) {
    case 'out':
    case 'why':
    case 'accept': {
      const { why: _closed, ...rest } = session;
      return rest;
    }
    case 'up':
      return to(scroll - 1);
    case 'down':
      return to(scroll + 1);
    case 'page-back':
      return to(scroll - page);
    case 'page-on':
    case 'change':
      return to(scroll + page);
    case 'start':
      return to(0);
    case 'end':
      return to(max);
    default:
      return session;
  }
}
