import { listed } from './phrases.ts';

// Scripts and emoji need joiners and variation marks; a sign before an Arabic number is a format to Unicode, and is seen.
const needed = String.raw`[\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]|\p{M}`;
const always = String.raw`\r\n|(?!${needed})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;
// A joiner stays between letters or emoji and nowhere else.
const joinable = String.raw`(?:[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f]|[\u{1f3fb}-\u{1f3ff}])`;
const begun = String.raw`(?<!${joinable})[\u200c\u200d]`;
const ended = String.raw`[\u200c\u200d](?!${joinable})`;

const everyPlace = new RegExp(String.raw`(${always}|${begun}|${ended})\1*`, 'gu');
const everyOne = new RegExp(`(${always}|${begun}|${ended})`, 'u');
const everyBegun = new RegExp(`(${always}|${begun})`, 'u');
const widthless = /\p{Default_Ignorable_Code_Point}/gu;

/** The text cut at what nobody sees: what is seen at even places, at odd ones a line end or one such character. */
export function cutAtUnseen(text: string): readonly string[] {
  return text.split(everyOne);
}

/**
 * The same for what a screen may show of a text: joiners and variation marks, which terminals measure each in its own
 * way, are left out. Pieces of a text that are cut between graphemes give what the whole gives.
 */
export function cutForShowing(text: string): readonly string[] {
  return text.split(everyBegun).map((piece, i) => (i % 2 === 0 ? piece.replace(widthless, '') : piece));
}

/** A line without the blanks, tabs and line ends around it, which nobody means. */
export function trimmedLine(text: string): string {
  return text.replace(/^[\p{Zs}\t\r\n]+|[\p{Zs}\t\r\n]+$/gu, '');
}

/** So many places are told. */
const mostTold = 2;

/** What stands in a line that nobody sees, or that would steer a terminal, where, and what to do; undefined where nothing does. */
export function unseenSaid(text: string): string | undefined {
  const places = [...text.matchAll(everyPlace)];
  if (places.length === 0) return undefined;
  const told = places.slice(0, mostTold).map(({ 0: run, 1: one = '', index }, i) => {
    const before = text.slice(places[i - 1] === undefined ? 0 : endOf(places[i - 1]), index);
    const where = index === 0 ? 'at the start' : before === '' ? 'right behind it' : `after "${lastOf(before)}"`;
    return `${manyOf(run.length / one.length, nameOf(one))}${i === 0 ? verbFor(run, one) : ''} ${where}`;
  });
  const left = places.length - told.length;
  const said = listed(left > 0 ? [...told, `${left} more`] : told);
  const many = places.length > 1 || (places[0]?.[0].length ?? 0) > (places[0]?.[1]?.length ?? 0);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}: take ${many ? 'them' : 'it'} out.`;
}

function endOf(place: RegExpExecArray | undefined): number {
  return place === undefined ? 0 : place.index + place[0].length;
}

function verbFor(run: string, one: string): string {
  return run.length > one.length ? ' stand' : ' stands';
}

function manyOf(n: number, [one, many]: readonly [string, string]): string {
  return n === 1 ? one : `${n} ${many}`;
}

/** The end of what stands before, enough to find the place by. */
function lastOf(text: string): string {
  return [...text.replace(widthless, '')].slice(-12).join('');
}

/** What a character is called that has no look: one of them, and several. */
function nameOf(character: string): readonly [string, string] {
  const code = `(U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
  if (/[\r\n\u0085\p{Zl}\p{Zp}]/u.test(character)) return ['a line end', 'line ends'];
  if (character === '\t') return ['a tab', 'tabs'];
  if (character === '\u001b' || character === '\u009b') return ['an escape code', 'escape codes'];
  if (/\p{Cc}/u.test(character)) return [`a control character ${code}`, `control characters ${code}`];
  if (/\p{Cs}/u.test(character)) return ['half a character', 'halves of characters'];
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character))
    return [`a mark ${code} that turns the direction of text`, `marks ${code} that turn the direction of text`];
  return [`an invisible character ${code}`, `invisible characters ${code}`];
}
