import type { LocalDate, Moment } from '../model/index.ts';
import { localDay, localTime, showDay } from '../words/index.ts';
import { daysAgo, type SeenFrom } from './evidence.ts';
import { signsTold } from './seen/index.ts';

/** The day of the reader, and minutes east of UTC; a page that is kept has no day, so it says the year. */
type Reader = { today?: LocalDate; offset: number };

/** What a plan of some changes goes by, a sentence each; `signs`: with what each sign says, where changes are shown with theirs. */
export function seenFromTold(
  from: SeenFrom | undefined,
  { today, offset, signs }: Reader & { signs: boolean },
): readonly string[] {
  if (!from) {
    const each = signs ? ', so each line is ?' : '';
    return [`Nothing was seen on the server yet${each}: the script looks first and changes only what differs.`];
  }
  const { at, computer, exported } = from;
  const when = (moment: Moment) => `${showDay(localDay(moment, offset), today)} ${localTime(moment, offset)}`;
  const age = `${today === undefined ? 'as of this page ' : ''}${daysAgo(from)}`;
  return [
    `Set against what was seen on ${computer}, ${when(at)}, ${age}.`,
    ...(signs ? [`Signs: ${signsTold}.`] : []),
    'The script looks again first.',
    ...(exported === undefined
      ? []
      : [`Scripts were written since, ${when(exported)}: once 2-apply.ps1 has run, look again with 3-verify.ps1.`]),
  ];
}
