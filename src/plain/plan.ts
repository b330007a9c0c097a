import type { Change, ConditionalCommand, Product } from '../model/index.ts';
import { countOfChanges, planOf, seenFrom, seenFromTold, seenInShort, seenWhole } from '../plan/index.ts';
import { printCommandLines } from '../powershell/index.ts';
import { changeTold, factsText, planUnfinished, questionOf } from '../wizard/index.ts';
import { seen } from './lines.ts';
import { choose, wordPlace } from './menu.ts';
import { leadOut, placeOfSpot } from './overview.ts';
import type { Place } from './places.ts';
import { type Talk, todayOf } from './talk.ts';
import { textLines, withoutNumbers } from './text.ts';
import type { Voice } from './voice.ts';
import { saySources } from './why.ts';
import { wrappedCode } from './wrapped.ts';

const here: Place = { at: 'plan' };

const signs: Readonly<Record<Change['sign'], string>> = {
  '+': 'Is added',
  '~': 'Is changed',
  '-': 'Is removed',
  '=': 'Is as it should be',
  '?': 'Not seen yet',
};

/** Every change that these answers make; a number tells one whole. */
export async function visitPlan(talk: Talk): Promise<Place> {
  const { view, rollout } = seen(talk);
  const clock = { today: todayOf(talk), offset: talk.around.offset };
  const from = seenFrom(rollout, clock);
  const changes = planOf(view);
  talk.voice.gap();
  const unfinished = planUnfinished(rollout, todayOf(talk));
  const reply = await choose<Change | 'all' | 'on'>(talk, {
    lead: [
      `Plan: ${countOfChanges(changes)}.`,
      ...(unfinished === undefined ? [] : [unfinished]),
      changes.length === 0
        ? 'These answers change nothing on the server.'
        : seenFromTold(from, { ...clock, signs: false }).join(' '),
      ...(from?.doubts ?? []),
    ],
    options: [
      ...changes.map((change) => ({ label: titleSaid(change), value: change })),
      ...(changes.length > 1 ? [{ label: 'All of them, whole', value: 'all' as const }] : []),
    ],
    enter: { value: 'on', said: 'Enter goes on to the export.' },
    why: () => {
      for (const change of changes) sayKnown(talk.voice, change);
    },
  });
  if (reply.of === 'word') return wordPlace(reply, leadOut(talk));
  const { value } = reply;
  if (value === 'on') return { at: 'export' };
  if (value === 'all') {
    for (const change of changes) sayChange(talk.voice, change, view.product);
    return here;
  }
  sayChange(talk.voice, value, view.product);
  return toQuestion(talk, value);
}

/** What was seen, with words in place of signs: `Global: AllowFederatedUsers False becomes True`. */
function spoken(text: string): string {
  const [, sign, rest = text] = /^([-+~=]) (.*)$/s.exec(text) ?? [];
  // What goes and what is as wanted is said in words as well.
  return (sign === '+' ? rest.replace(': ', ': new, ') : rest).replaceAll(' -> ', ' becomes ');
}

function titleSaid(change: Change): string {
  const { desired, sign, seen: known } = change;
  const word = sign === '?' && known ? 'Not known' : signs[sign];
  const short = sign === '=' && !known?.leftOut ? '' : spoken(seenInShort(change));
  return `${desired.title}. ${word}${short === '' ? '' : `: ${short}`}. Risk ${desired.risk.level}`;
}

/** What a change is for, what it risks, what runs and what takes it back. */
function sayChange(voice: Voice, change: Change, product: Product | undefined): void {
  const { why, risk, reach } = changeTold(change);
  const paragraph = (head: string, markdown: string) =>
    voice.lines(textLines(`${head}: ${withoutNumbers(markdown)}`, voice.width()));
  voice.gap();
  voice.say(`${titleSaid(change)}.`);
  for (const one of seenWhole(change)) voice.say(`Seen: ${spoken(one)}.`);
  paragraph('Why', why);
  paragraph(`Risk ${change.desired.risk.level}`, risk);
  paragraph('Reaches', reach);
  if (!product) return;
  sayCommands(voice, 'Runs', change.commands, product);
  if (change.undo.length > 0) sayCommands(voice, 'To take it back', change.undo, product);
  else if (change.commands.length > 0) voice.say('No command takes it back.');
}

function sayCommands(voice: Voice, lead: string, commands: readonly ConditionalCommand[], product: Product): void {
  for (const command of commands) {
    voice.say(`${lead}${command.if === undefined ? '' : `, ${command.if}`}:`);
    for (const { text } of printCommandLines(command, product)) voice.lines(wrappedCode(`  ${text}`, voice.width()));
  }
}

/** What is known about a change, with the sources. */
function sayKnown(voice: Voice, change: Change): void {
  const { citations } = changeTold(change);
  voice.say(`${change.desired.title}.`);
  voice.lines(textLines(citations.resolve(factsText(change.desired.cite)), voice.width()));
  saySources(voice, citations.sources());
  voice.gap();
}

/** A change that was told can be led back to its question. */
async function toQuestion(talk: Talk, change: Change): Promise<Place> {
  const spot = questionOf(change, seen(talk).view);
  talk.voice.gap();
  const reply = await choose<'plan' | 'question'>(talk, {
    lead: [],
    options: [
      { label: 'Back to the plan', value: 'plan' },
      ...(spot ? [{ label: 'To the question that settles it', value: 'question' as const }] : []),
    ],
    enter: { value: 'plan', said: 'Enter goes back to the plan.' },
    why: () => sayKnown(talk.voice, change),
  });
  if (reply.of === 'word') return wordPlace(reply, leadOut(talk, here));
  return reply.value === 'question' && spot ? placeOfSpot(spot, here) : here;
}
