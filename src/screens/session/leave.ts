import { leftCode, leftHome, leftRollout } from '../../wizard/index.ts';
import type { Moments, Outcome, Session } from './session.ts';

/** Leaves; the words stand on the ordinary screen afterwards. `accepted`: names of what leaving made an answer. */
export function left(session: Session, m: Moments, accepted: readonly string[]): Outcome {
  const { open, folder, command, drafts, summaries } = session;
  const words = open
    ? leftRollout({
        ...{ rollout: open.rollout, folder: open.folder, readOnly: open.readOnly, failing: open.saving.failing },
        ...{ offset: m.around.offset, command, accepted, drafts: Object.keys(drafts) },
      })
    : leftHome({ rollouts: summaries.length, folder, command });
  return { session, effects: [{ do: 'leave', code: leftCode, words }] };
}
