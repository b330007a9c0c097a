import { consumerSkypeClosed, productNames, productShortNames } from '../../facts/index.ts';
import type { Product } from '../../model/index.ts';
import { countOfChanges, planOf } from '../../plan/index.ts';
import { findingsOf, shownPages, viewOf, waitsOf } from '../../state/index.ts';
import { steps } from '../../steps/index.ts';
import { failedTests, seenWhen, stepsDone } from '../../wizard/index.ts';
import { localDay, localTime, showDay } from '../../words/index.ts';
import { cells, cutText, ends, type Line, line, span, widthOf } from '../look/lines.ts';
import { foundAt, rolloutOf } from '../session/places.ts';
import { itemAt } from '../session/scenes.ts';
import type { Open } from '../session/session.ts';
import type { Stage } from './stage.ts';

/** Where am I: rollout, product, step, and when it was saved. */
export function headLine(stage: Stage): Line {
  const { session, width } = stage;
  const { left, product, right } = session.open ? openHead(stage, session.open) : outsideHead(stage);
  const saved = session.open ? savedSpans(session.open, stage) : [];
  const both = right === '' || saved.length === 0 ? line(right, ...saved) : line(right, ' · ', ...saved);
  const whose = product ? withProduct(left, product, width - widthOf(both) - 2) : left;
  return ends(line(span('strong', whose)), both, width);
}

type Head = { left: string; product?: Product | undefined; right: string };

/** The product in full, else in short; where that is too much, the rollout's name gives way, since products differ at their end. */
function withProduct(name: string, product: Product, room: number): string {
  const tries = [productNames[product], productShortNames[product]].map((one) => ` · ${one}`);
  const whole = tries.find((one) => cells(name + one) <= room);
  const short = tries.at(-1) ?? '';
  return whole === undefined ? cutText(name, room - cells(short)) + short : name + whole;
}

function outsideHead({ session, width }: Stage): Head {
  const closed = `Consumer Skype closed on ${showDay(consumerSkypeClosed)}.`;
  const known = session.summaries.length > 0 && session.place.at === 'home';
  if (!known) return { left: 'skypefed', right: 'federation with Skype' };
  return { left: 'skypefed', right: width < 74 ? closed : `${closed} F1: what still makes sense` };
}

function openHead(stage: Stage, open: Open): Head {
  const { session, width, m } = stage;
  const view = viewOf(open.rollout, m.today);
  const organisation = String(open.rollout.answers['deployment.organisation'] ?? open.id);
  const { product } = view;
  if (session.why !== undefined) return { left: `Why: ${whyOf(stage)}`, right: organisation };
  const { place } = session;
  switch (place.at) {
    case 'page':
    case 'person': {
      const { step, page } = foundAt(place);
      const pages = shownPages(step, view);
      const at = pages.length > 1 ? `, page ${pages.indexOf(page) + 1} of ${pages.length}` : '';
      const number = `${steps.indexOf(step) + 1} of ${steps.length}`;
      if (width < 68) return { left: `${step.title} · step ${number}`, right: organisation };
      return { left: organisation, product, right: `Step ${number}${at}` };
    }
    case 'review':
      return { left: `Review · ${organisation}`, right: width < 68 ? '' : reviewCounts(stage, open) };
    case 'plan': {
      const told = countOfChanges(planOf(view));
      const seen =
        view.evidence && width >= 68
          ? ` · seen ${seenWhen(view.evidence, { today: m.today, offset: m.around.offset })}`
          : '';
      return { left: `Plan · ${organisation}`, right: `${told}${seen}` };
    }
    case 'export':
      return { left: `Export · ${organisation}`, right: '' };
    default:
      return {
        left: organisation,
        product: width < 68 ? undefined : product,
        right: `${stepsDone(rolloutOf(session), m.today)} of ${steps.length} done`,
      };
  }
}

function whyOf({ session, scene, focus }: Stage): string {
  const item = focus && itemAt(scene, focus);
  if (item?.of === 'form' || (item && session.place.at === 'plan')) return item.label;
  return scene.page?.title ?? 'this program';
}

function reviewCounts({ m }: Stage, { rollout }: Open): string {
  const findings = findingsOf(rollout, m.today);
  const told = (weight: 'stop' | 'warn') => findings.filter((finding) => finding.weight === weight).length;
  const waits = waitsOf(rollout, m.today).length;
  const parts = [
    `${told('stop')} wrong or missing`,
    `${told('warn') + failedTests(viewOf(rollout, m.today)).length} to look at`,
    ...(waits > 0 ? [`${waits} waits`] : []),
  ];
  return parts.join(' · ');
}

/** `saved 22:41`; `read only`; while it fails, since when. */
function savedSpans(open: Open, { m }: Stage): Line {
  const time = (moment: string) => {
    const day = localDay(moment, m.around.offset);
    return day === m.today ? localTime(moment, m.around.offset) : showDay(day, m.today);
  };
  const { failing, at } = open.saving;
  if (failing) return [span('bad', `not saved since ${time(failing.since)}, trying again`)];
  if (open.readOnly) return [span('warn', 'read only')];
  return at === undefined ? [] : [span('muted', `saved ${time(at)}`)];
}
