import {
  afterExport,
  type ExportFile,
  type ExportPlan,
  exportClashes,
  exportDoes,
  exportFiles,
  exportTo,
  fileUses,
  kilobytes,
  planExport,
} from '../export/index.ts';
import { exportStopped, folderHelp, seenBeforeExport } from '../wizard/index.ts';
import { count, localTime } from '../words/index.ts';
import { carryOut } from './form.ts';
import { seen } from './lines.ts';
import { choose, wordPlace } from './menu.ts';
import { leadOut } from './overview.ts';
import type { Place } from './places.ts';
import { ask, say, sittingOf, type Talk, todayOf } from './talk.ts';
import { sayService } from './why.ts';

/** What will be written and where; nothing while something is missing or wrong. */
export async function visitExport(talk: Talk): Promise<Place> {
  const { rollout } = seen(talk);
  const stopped = exportStopped(rollout, todayOf(talk));
  talk.voice.gap();
  if (stopped !== undefined) {
    const reply = await choose<Place>(talk, {
      lead: [`Export. ${stopped}`],
      options: [
        { label: 'Mend it', value: { at: 'review' } },
        { label: 'All steps', value: { at: 'steps' } },
      ],
      enter: { value: { at: 'review' }, said: 'Enter goes to Review.' },
    });
    return reply.of === 'chosen' ? reply.value : wordPlace(reply, leadOut(talk));
  }
  return into(talk, talk.located(talk.library.exportFolder(rollout.id) ?? rollout.id));
}

type Choice = 'write' | 'force' | 'folder' | 'steps';

/** Offers to write into a folder, until it is written or left. */
async function into(talk: Talk, first: string): Promise<Place> {
  let folder = first;
  for (let told = false; ; told = true) {
    const files = filesOf(talk);
    const plan = planExport(folder, files);
    const reply = await choose<Choice>(talk, { lead: offered(talk, files, plan, folder, told), ...choicesOf(plan) });
    if (reply.of === 'word') return wordPlace(reply, leadOut(talk));
    if (reply.value === 'folder') folder = (await askFolder(talk)) ?? folder;
    else if (reply.value === 'steps' || (await writes(talk, folder, plan, reply.value))) return { at: 'steps' };
  }
}

async function writes(talk: Talk, folder: string, plan: ExportPlan, how: 'write' | 'force'): Promise<boolean> {
  if (how === 'force' && !(await isSure(talk, plan))) return false;
  return write(talk, folder, how === 'force');
}

function filesOf(talk: Talk): readonly ExportFile[] {
  const { around } = talk;
  const now = around.now();
  return exportFiles(seen(talk).rollout, { ...around, offset: around.offset, now: () => now });
}

function offered(
  talk: Talk,
  files: readonly ExportFile[],
  plan: ExportPlan,
  folder: string,
  told: boolean,
): readonly string[] {
  const does = exportDoes(plan, { today: todayOf(talk), offset: talk.around.offset });
  const clashes = exportClashes(plan);
  const list = files.map(({ path, text }) => fileSaid(path, Buffer.byteLength(text)));
  return [
    `Export. To be written, whole or not at all: ${count(files.length, 'file')}, to ${folder}`,
    ...(told ? [] : list),
    ...(clashes.length > 0
      ? [...clashes, 'Nothing would be written.']
      : does.map(({ what, said }) => `${what}: ${said}.`)),
    ...(told ? [] : [seenBeforeExport(seen(talk).view, { today: todayOf(talk), offset: talk.around.offset })]),
  ];
}

function fileSaid(path: string, bytes: number): string {
  const use = fileUses[path];
  return `${path}, ${kilobytes(bytes)}${use === undefined ? '' : `: ${use}`}`;
}

function choicesOf(plan: ExportPlan): {
  options: readonly { label: string; value: Choice }[];
  enter: { value: Choice; said: string };
} {
  const clash = exportClashes(plan).length > 0;
  const another = { label: 'Another folder', value: 'folder' } as const;
  const back = { label: 'Back to the steps', value: 'steps' } as const;
  if (!clash)
    return {
      options: [{ label: 'Write', value: 'write' }, another, back],
      enter: { value: 'write', said: `Enter writes all of it to ${plan.folder}` },
    };
  const force = plan.barred.length > 0 ? [] : [{ label: 'Replace them', value: 'force' } as const];
  return { options: [another, ...force, back], enter: { value: 'folder', said: 'Enter asks for another folder.' } };
}

/** What would be lost is named, and the word is typed. */
async function isSure(talk: Talk, { changed, foreign }: ExportPlan): Promise<boolean> {
  const reply = await ask(talk, {
    say: () =>
      say(talk, [
        `What stands in these files now is lost: ${[...changed, ...foreign].join(', ')}.`,
        'Type replace to replace them; Enter alone writes nothing.',
      ]),
    prompt: 'Sure:',
    why: () => sayService(talk.voice),
  });
  return reply.of === 'text' && reply.text.toLowerCase() === 'replace';
}

async function askFolder(talk: Talk): Promise<string | undefined> {
  const reply = await ask(talk, {
    say: () => say(talk, [folderHelp]),
    prompt: 'Export to:',
    why: () => sayService(talk.voice),
  });
  return reply.of === 'text' ? talk.located(reply.text) : undefined;
}

/** Writes, and says what was; false where nothing was. */
function write(talk: Talk, folder: string, force: boolean): boolean {
  const { around, library } = talk;
  const { rollout, readOnly } = sittingOf(talk);
  const done = exportTo(folder, filesOf(talk), { force });
  if (done.state !== 'written') {
    say(talk, [done.said]);
    return false;
  }
  library.rememberExportFolder(rollout.id, done.folder);
  const at = around.now();
  if (!readOnly) carryOut(talk, { type: 'exported', files: done.files.length, written: at });
  talk.voice.gap();
  say(talk, [
    `Written at ${localTime(at, around.offset)} to ${done.folder}`,
    ...done.files.map(({ path, bytes }) => fileSaid(path, bytes)),
    ...done.removed.map((path) => `Removed, as it is no longer made: ${path}`),
    `Next: ${afterExport(rollout)}`,
  ]);
  return true;
}
