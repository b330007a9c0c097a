import type { LineKind } from '../model/index.ts';
import { isLocalDate, quoted } from '../words/index.ts';
import { refuse } from './result.ts';
import { readLine } from './text.ts';

/** A calendar day, `YYYY-MM-DD`. */
export const date: LineKind<string> = {
  form: 'line',
  expected: 'a day as YYYY-MM-DD',
  example: '2014-11-03',
  show: (value) => value,
  parse(raw) {
    const line = readLine(raw, this.expected, this.example);
    if (!line.ok || isLocalDate(line.value)) return line;
    return refuse(`${quoted(line.value)} is not a day of the calendar.`, this.expected, this.example);
  },
};
