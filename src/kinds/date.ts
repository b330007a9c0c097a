import type { LineKind } from '../model/index.ts';
import { isLocalDate, quoted } from '../words/index.ts';
import { daySchema } from './patterns.ts';
import { refuse } from './result.ts';
import { readLine } from './text.ts';

/** A calendar day, `YYYY-MM-DD`. */
export const date: LineKind<string> = {
  form: 'line',
  expected: 'a day as YYYY-MM-DD',
  example: '2014-11-03',
  show: (value) => value,
  schema: () => daySchema,
  parse(raw) {
    const line = readLine(raw, this.expected, this.example);
    if (!line.ok || isLocalDate(line.value)) return line;
    const said = /^\d{4}-\d{2}-\d{2}$/.test(line.value)
      ? 'is not a day of the calendar.'
      : 'is not written as YYYY-MM-DD.';
    return refuse(`${quoted(line.value)} ${said}`, this.expected, this.example);
  },
};
