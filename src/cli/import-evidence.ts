import type { Evidence, Library, Rollout, Surroundings } from '../model/index.ts';
import { otherServer } from '../plan/index.ts';
import { newestOf, viewOf } from '../state/index.ts';
import { type HandedEvidence, hasEvidence, takeEvidence } from '../state/store.ts';
import { listed, localDay, localTime, showDay } from '../words/index.ts';
import { findRollout, refusalOf } from './find.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { serverNames } from './server-names.ts';

/** `import` of an evidence file: it goes to the rollout that it names, or to the one that `into` names. */
export async function importEvidence(
  handed: HandedEvidence,
  { into, library, around }: { into: string | undefined; library: Library; around: Surroundings },
): Promise<Outcome> {
  const found = findRollout(library, into ?? handed.rollout);
  if ('said' in found) {
    const other = into === undefined ? [`The evidence is of ${handed.rollout}; --into NAME puts it into another.`] : [];
    return refuse(found.code, found.said, ...other);
  }
  const { id } = found;
  const wasThere = hasEvidence(found.rollout?.evidence, handed);
  const opened = await takeEvidence({ library, id, handed, around });
  if (opened.state !== 'open') {
    const { code, said } = refusalOf(opened, id, around);
    return refuse(code, said);
  }
  const { rollout } = opened.saved;
  opened.saved.close();
  const { evidence, unread } = handed;
  const { product } = viewOf(rollout, localDay(around.now(), around.offset));
  const other = otherServer(evidence, product);
  return {
    code: exitCodes.done,
    out: [
      wasThere ? `${id} has this evidence already.` : `Taken into ${id}: ${told(evidence, around.offset)}.`,
      ...goesBy(evidence, rollout.evidence, around.offset),
      `Look at the plan: skypefed plan ${id}`,
    ],
    brief: [id],
    notes: [
      ...(other === undefined ? [] : [`warning: ${other}`]),
      ...(handed.rollout === id ? [] : [`warning: it was taken for the rollout ${handed.rollout}.`]),
      ...(unread.length > 0 ? [`warning: on the server this could not be read: ${listed(firstOf(unread))}.`] : []),
    ],
  };
}

/** By what else the plan goes, where it is not by this. */
function goesBy({ place, sha256 }: Evidence, all: Rollout['evidence'] = [], offset: number): readonly string[] {
  const newest = newestOf(all, 'front-end');
  if (!newest) return ['The plan needs what is seen on a Front End Server.'];
  if (newest.sha256 === sha256) return [];
  return [`The plan goes by ${place === 'front-end' ? 'newer evidence:' : 'what was'} ${told(newest, offset)}.`];
}

/** A script has two dozen items; a file that somebody made may have any number. */
const mostNamed = 30;

function firstOf(names: readonly string[]): readonly string[] {
  const more = names.length - mostNamed;
  return more > 0 ? [...names.slice(0, mostNamed), `${more} more`] : names;
}

function told({ computer, place, at }: Evidence, offset: number): string {
  return `seen on ${computer}, ${serverNames[place]}, ${showDay(localDay(at, offset))} ${localTime(at, offset)}`;
}
