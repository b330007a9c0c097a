import { numberCitations } from '../facts/index.ts';
import type { Fact, Page, Source, View } from '../model/index.ts';
import { factsText, service, toldOf } from '../wizard/index.ts';
import { textLines, withoutNumbers } from './text.ts';
import type { Voice } from './voice.ts';

/** Why something is asked: what is known, then the sources that it names. */
export function sayReasons(voice: Voice, why: readonly Fact[]): void {
  if (why.length === 0) {
    voice.say('Nothing more is to be said about it.');
    return;
  }
  const citations = numberCitations();
  voice.lines(textLines(citations.resolve(factsText(why)), voice.width()));
  saySources(voice, citations.sources());
}

/** What can still be had, where no question is asked. */
export function sayService(voice: Voice): void {
  sayReasons(voice, service);
}

/** What a page tells, the first time it is met. */
export function sayTelling(voice: Voice, page: Page, view: View): void {
  const { telling } = toldOf(page, view);
  voice.lines(textLines(withoutNumbers(telling), voice.width()));
}

/** All that a page tells, how the same is done by hand, and the sources. */
export function sayMore(voice: Voice, page: Page, view: View): void {
  const { telling, clicks, citations } = toldOf(page, view);
  voice.say(`${page.title}.`);
  voice.lines(textLines(telling, voice.width()));
  if (clicks !== undefined) {
    voice.gap();
    voice.say('By hand:');
    voice.lines(textLines(clicks, voice.width()));
  }
  saySources(voice, citations.sources());
}

export function saySources(voice: Voice, sources: readonly Source[]): void {
  if (sources.length === 0) return;
  voice.gap();
  voice.say('Sources:');
  for (const [i, { title, where }] of sources.entries()) voice.say(`${i + 1}: ${title}, ${where}`);
}
