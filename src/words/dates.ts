import type { LocalDate, Moment } from '../model/index.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A real calendar day written `YYYY-MM-DD`? */
export function isLocalDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `3 Nov`, or `3 Nov 2014` where it is not the year of `today`. */
export function showDay(day: LocalDate, today?: LocalDate): string {
  const [year, month, date] = day.split('-');
  const short = `${Number(date)} ${months[Number(month) - 1]}`;
  return today !== undefined && today.slice(0, 4) === year ? short : `${short} ${year}`;
}

/** The calendar day of a moment at an offset from UTC in minutes (as `Date.getTimezoneOffset`, sign turned). */
export function localDay(moment: Moment, offsetMinutes: number): LocalDate {
  return new Date(Date.parse(moment) + offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** `22:41` at an offset from UTC in minutes. */
export function localTime(moment: Moment, offsetMinutes: number): string {
  return new Date(Date.parse(moment) + offsetMinutes * 60_000).toISOString().slice(11, 16);
}
