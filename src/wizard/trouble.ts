import type { Holder, LocalDate, Moment, Opened, OpenHow } from '../model/index.ts';
import { listed, localDay, localTime, showDay } from '../words/index.ts';

/** Why a rollout does not simply open. */
export type Trouble = Exclude<Opened, { state: 'open' }>;

/** What stands between a person and a rollout: the first sentence, then what belongs to it. */
export type TroubleTold = { weight: 'warn' | 'stop'; said: string; more: readonly string[] };

/** Why a rollout does not open, in words; days and hours are those of this machine. */
export function troubleTold(
  trouble: Trouble,
  { organisation, today, offset }: { organisation: string; today: LocalDate; offset: number },
): TroubleTold {
  const day = (at: Moment) => showDay(localDay(at, offset), today);
  switch (trouble.state) {
    case 'locked': {
      const { host, user, since } = trouble.holder;
      const when = `${localDay(since, offset) === today ? '' : `${day(since)} `}${localTime(since, offset)}`;
      return {
        weight: 'warn',
        said: `${organisation} is open in another window: ${host}, ${user}, since ${when}.`,
        more: [],
      };
    }
    case 'damaged': {
      const { said, kept, copy } = trouble;
      const whole =
        copy && `The copy of ${day(copy.savedAt)} ${localTime(copy.savedAt, offset)} is whole; it lacks ${copy.lacks}.`;
      const more = [`It will be kept beside it as ${kept}.`, ...(whole === undefined ? [] : [whole])];
      return { weight: 'stop', said, more };
    }
    case 'newer':
    case 'unusable':
      return { weight: 'stop', said: trouble.said, more: [] };
  }
}

/** A way on; without `how` it leads back to the list. */
export type TroubleWay = { id: string; label: string; how?: OpenHow };

const back: TroubleWay = { id: 'back', label: 'Back to the list' };
const readOnly: TroubleWay = { id: 'read', label: 'Read only', how: 'read-only' };

/** What can be done then; the safe way first. */
export function troubleWays(trouble: Trouble): readonly TroubleWay[] {
  switch (trouble.state) {
    case 'locked':
      return [
        readOnly,
        { id: 'again', label: 'Try again', how: 'write' },
        { id: 'take', label: `Take over: ${holderName(trouble.holder)} stops saving`, how: 'take-over' },
        back,
      ];
    case 'damaged':
      return [
        ...(trouble.copy ? [{ id: 'copy', label: 'Open that copy', how: 'copy' } as const] : []),
        back,
        { id: 'anew', label: 'Start anew: the damaged file is kept beside it', how: 'anew' },
      ];
    case 'newer':
      return [back];
    case 'unusable':
      return [...(trouble.readable ? [readOnly] : []), back];
  }
}

function holderName({ user, host }: Holder): string {
  return `${user} on ${host}`;
}

/** Said once another window has taken the rollout over; `names`: of what was not saved. */
export function takenOver({ user, host, since }: Holder, names: readonly string[], offset: number): string {
  const taken = `${user} on ${host} took over at ${localTime(since, offset)}: read only from here on.`;
  return names.length === 0 ? taken : `${taken} Not saved, and put back: ${listed(names)}.`;
}
