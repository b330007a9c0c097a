import { numberCitations, productNames, skypeClosed } from '../facts/index.ts';
import type { Summary } from '../model/index.ts';
import { reasonOf, viewOf } from '../state/index.ts';
import { type HandedEvidence, readGivenFile, takeEvidence } from '../state/store.ts';
import { deployment, steps } from '../steps/index.ts';
import {
  beginText,
  evidenceTaken,
  evidenceUnknown,
  fileHelp,
  firstFacts,
  firstText,
  firstTold,
  listedNames,
  problemText,
  removeText,
  stepsDone,
  summaryNote,
  takeInLabel,
  takeInText,
  troubleTold,
  troubleWays,
} from '../wizard/index.ts';
import { count } from '../words/index.ts';
import { choose } from './menu.ts';
import { enter } from './opening.ts';
import type { Place } from './places.ts';
import { problemsSaid } from './sitting.ts';
import { ask, askAgain, say, type Talk, todayOf } from './talk.ts';
import { textLines, withoutNumbers } from './text.ts';
import { sayReasons, sayService } from './why.ts';

const home: Place = { at: 'home' };

/** Said once, on the first lines: what is closed, and which words are understood; on the first run, what this is. */
export function greet({ voice, around, library }: Talk): void {
  const isFirst = library.list().length === 0;
  const facts = isFirst ? firstFacts : [skypeClosed];
  voice.say(
    `skypefed ${around.version}, in plain lines: federation of Lync Server and Skype for Business Server with Skype.`,
  );
  for (const { says } of facts) voice.lines(textLines(withoutNumbers(numberCitations().resolve(says)), voice.width()));
  if (isFirst) {
    voice.gap();
    const told = firstTold(library.folder).map(([head, text]) => `${head} ${text}.`);
    voice.say([firstText, ...told].join(' '));
  }
  voice.gap();
  voice.say('Type an answer and Enter. At every question back, why and leave are understood; help tells all words.');
}

/** The list of rollouts. */
export async function visitHome(talk: Talk): Promise<Place> {
  const { library, voice } = talk;
  const summaries = library.list();
  voice.gap();
  const lead = summaries.length === 0 ? 'No rollout is begun yet.' : `${count(summaries.length, 'rollout')}:`;
  const names = listedNames(summaries);
  const rollouts = summaries.map((one) => {
    const organisation = names.get(one.id) ?? one.organisation;
    const named = { ...one, organisation };
    return { label: summarySaid(talk, named), name: organisation, value: named };
  });
  const last = rollouts[0]?.value;
  const reply = await choose<Summary | Place>(talk, {
    lead: [lead],
    options: [
      ...rollouts,
      { label: 'Start a rollout', value: { at: 'new' } },
      { label: takeInLabel, value: { at: 'import' } },
      ...(last ? [{ label: 'Remove a rollout', value: { at: 'removing' } as const }] : []),
    ],
    enter: last
      ? { value: last, said: `Enter opens ${last.organisation}.` }
      : { value: { at: 'new' }, said: 'Enter starts a rollout.' },
  });
  if (reply.of === 'word') {
    say(talk, ['This is the outermost list. leave leaves.']);
    return home;
  }
  const { value } = reply;
  if ('at' in value) return value;
  const { id, organisation } = value;
  return enter(talk, await library.open(id, 'write'), { id, organisation, fresh: false, imported: false });
}

/** How far a rollout is, in a sentence. */
function summarySaid(talk: Talk, summary: Summary): string {
  const { organisation, rollout } = summary;
  if (!rollout) return `${organisation}: its file cannot be read; opening it says why`;
  const today = todayOf(talk);
  const { product } = viewOf(rollout, today);
  const note = summaryNote(summary, rollout, { today, offset: talk.around.offset });
  const parts = [
    product ? productNames[product] : 'no product yet',
    `${stepsDone(rollout, today)} of ${steps.length} steps done`,
    ...(note ? [note.text] : []),
  ];
  return `${organisation}: ${parts.join(', ')}`;
}

/** A rollout begins with its name, which is asked as the field that keeps it. */
export async function visitNew(talk: Talk): Promise<Place> {
  const { organisation: field } = deployment;
  talk.voice.gap();
  const lead = [`Start a rollout. ${beginText}`, `${field.question} ${field.help} Such as ${field.kind.example}`];
  for (let quiet = false; ; quiet = true) {
    const why = () => sayReasons(talk.voice, field.why);
    const reply = await askAgain(talk, { say: () => say(talk, lead), prompt: `${field.label}:`, why }, quiet);
    if (reply.of === 'word') return home;
    if (reply.of === 'nothing') {
      say(talk, ['Nothing is there. back leads to the list.']);
      continue;
    }
    const read = field.kind.parse(reply.text);
    if (!read.ok) {
      say(talk, problemsSaid(read.problems));
      continue;
    }
    const organisation = String(read.value);
    const opened = await talk.library.create({ organisation });
    return enter(talk, opened, { id: '', organisation, fresh: true, imported: false });
  }
}

/** Evidence goes into the rollout whose script wrote it, which is entered then; nowhere where that is not here. */
async function takeIn(talk: Talk, handed: HandedEvidence, path: string): Promise<Place | undefined> {
  const { library, around } = talk;
  const { rollout: id, evidence } = handed;
  const there = library.list().find((one) => one.id === id);
  if (!there) {
    say(talk, [evidenceUnknown(path, id)]);
    return undefined;
  }
  const opened = await takeEvidence({ library, id, handed, around });
  if (opened.state === 'open') {
    const clock = { today: todayOf(talk), offset: around.offset };
    say(talk, [evidenceTaken(evidence, opened.saved.rollout, clock).said]);
  }
  return enter(talk, opened, { id, organisation: there.organisation, fresh: false, imported: false });
}

/** A file is taken in: answers, a rollout as an export holds it, or evidence. */
export async function visitImport(talk: Talk): Promise<Place> {
  const { voice, around, library } = talk;
  voice.gap();
  const lead = [`Open a file. ${takeInText}`, fileHelp];
  for (let quiet = false; ; quiet = true) {
    const question = { say: () => say(talk, lead), prompt: 'File:', why: () => sayService(voice) };
    const reply = await askAgain(talk, question, quiet);
    if (reply.of !== 'text') return home;
    try {
      const given = readGivenFile(talk.located(reply.text), {
        now: around.now(),
        offset: around.offset,
        by: around.user,
      });
      if (given.state === 'read')
        return enter(talk, await library.adopt(given.rollout), {
          id: '',
          organisation: reply.text,
          fresh: false,
          imported: true,
        });
      if (given.state === 'evidence') {
        const place = await takeIn(talk, given, reply.text);
        if (place) return place;
        continue;
      }
      const places = [...given.problems, ...given.missing];
      say(talk, [
        `${reply.text}: ${given.said}`,
        ...places.slice(0, 20).map((one) => `${one.id}: ${problemText(one)}`),
      ]);
    } catch (error) {
      say(talk, [`${reply.text} cannot be read: ${reasonOf(error)}.`]);
    }
  }
}

/** Which rollout goes out of the list. */
export async function visitRemoving(talk: Talk): Promise<Place> {
  talk.voice.gap();
  const reply = await choose(talk, {
    lead: ['Which rollout is to be removed?'],
    options: [...listedNames(talk.library.list())].map(([id, organisation]) => {
      return { label: organisation, value: { id, organisation } };
    }),
    enter: { value: undefined, said: 'Enter removes none.' },
  });
  return reply.of === 'chosen' && reply.value ? { at: 'remove', ...reply.value } : home;
}

/** Its name is typed before a rollout is removed. */
export async function visitRemove(talk: Talk, { id, organisation }: Extract<Place, { at: 'remove' }>): Promise<Place> {
  const reply = await ask(talk, {
    say: () =>
      say(talk, [
        `Remove ${organisation}. ${removeText}`,
        `Type ${organisation} to remove it. Enter alone removes nothing.`,
      ]),
    prompt: 'Name:',
    why: () => sayService(talk.voice),
  });
  if (reply.of !== 'text' || reply.text !== organisation) {
    say(talk, [reply.of === 'text' ? `That is another name. ${organisation} stays.` : `${organisation} stays.`]);
    return home;
  }
  const done = talk.library.remove(id);
  say(talk, ['failed' in done ? done.failed : `${organisation} is removed. Its folder is kept as ${done.removed}.`]);
  return home;
}

/** What stands between a person and a rollout, and what can be done. */
export async function visitTrouble(talk: Talk, place: Extract<Place, { at: 'trouble' }>): Promise<Place> {
  const { id, organisation, trouble } = place;
  const told = troubleTold(trouble, { organisation, today: todayOf(talk), offset: talk.around.offset });
  talk.voice.gap();
  const reply = await choose(talk, {
    lead: [told.said, ...told.more],
    options: troubleWays(trouble).map(({ label, how }) => ({ label, value: how })),
  });
  if (reply.of === 'word' || reply.value === undefined) return home;
  const how = reply.value;
  return enter(talk, await talk.library.open(id, how), { id, organisation, fresh: how === 'anew', imported: false });
}
