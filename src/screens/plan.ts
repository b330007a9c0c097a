import type { Change, ConditionalCommand, Product } from '../model/index.ts';
import { planOf, seenFrom, seenFromTold, seenInShort, seenWhole } from '../plan/index.ts';
import { printCommand } from '../powershell/index.ts';
import { changeTold, planUnfinished } from '../wizard/index.ts';
import { blank, cut, filled, type Line, line, type Role, span, wrap } from './look/lines.ts';
import { markdownLines } from './look/markdown.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { tallWindow } from './parts/window.ts';
import { rolloutOf } from './session/places.ts';
import { deskOf } from './session/session.ts';

/** Every change that these answers make, one of them unfolded: why, what runs, what takes it back. */
export function planPicture(stage: Stage): Picture {
  const { scene, rows, width, look } = stage;
  const { view } = scene;
  if (!view) return { lines: [] };
  const changes = planOf(view);
  const clock = { today: stage.m.today, offset: stage.m.around.offset };
  const from = seenFrom(rolloutOf(stage.session), clock);
  const lead =
    changes.length === 0
      ? 'These answers change nothing on the server.'
      : seenFromTold(from, { ...clock, signs: true }).join(' ');
  const blocks = changes.map((change) => changeBlock(change, stage, view.product));
  const last = scene.items.at(-1);
  const here = last !== undefined && isFocused(stage, last);
  const go: Block = {
    lines: [blank, line(marker(look, here ? 'focus' : undefined), 'Go on to the export')],
    ...(here ? { mark: 1 } : {}),
  };
  const inLines = (told: string, hang = 0) =>
    wrap([{ text: told }], Math.min(width - 4, 76), hang).map((one) => line('  ', one));
  const unfinished = planUnfinished(rolloutOf(stage.session), stage.m.today);
  const doubts = [...(unfinished === undefined ? [] : [unfinished]), ...(from?.doubts ?? [])].flatMap((doubt) =>
    inLines(`! ${doubt}`, 2),
  );
  const text = [...inLines(lead), ...doubts];
  const room = rows - text.length - 1;
  const at = changes.findIndex((change) => change.desired.id === stage.focus?.item);
  const { block, extent } = tallWindow(
    [...blocks, go],
    at < 0 ? blocks.length : at,
    room,
    deskOf(stage.session).scroll,
  );
  return { ...stacked([{ lines: [...text, blank] }, block]), extent };
}

const risks: Readonly<Record<Change['desired']['risk']['level'], Role>> = { low: 'muted', medium: 'warn', high: 'bad' };

function changeBlock(change: Change, stage: Stage, product: Product | undefined): Block {
  const { desired, sign } = change;
  const here = stage.focus?.item === desired.id;
  const risk = span(risks[desired.risk.level], `risk ${desired.risk.level}`);
  const room = Math.max(20, stage.width - 2 - 2 - 2 - 11 - 1);
  const first = line(
    marker(stage.look, here ? 'focus' : undefined),
    `${sign} `,
    filled([{ text: desired.title }], Math.min(room, 64)),
    '  ',
    risk,
  );
  const short = seenInShort(change);
  const seen = short === '' || here ? [] : [cut(line('      ', span('muted', short)), Math.min(stage.width - 1, 80))];
  return {
    lines: [first, ...seen, ...(here && product ? detail(change, stage, product) : [])],
    ...(here ? { mark: 0 } : {}),
  };
}

function detail(change: Change, stage: Stage, product: Product): readonly Line[] {
  const { commands, undo } = change;
  const told = changeTold(change);
  const width = stage.width - 14;
  const text = (head: string, lines: readonly Line[]): readonly Line[] =>
    lines.map((one, y) => line('      ', span('strong', (y === 0 ? head : '').padEnd(7)), one));
  const short = Math.min(width, 76);
  const seen = seenWhole(change).flatMap((one) => wrap([{ text: one }], short, 2));
  return [
    ...text('seen', seen),
    ...text('why', markdownLines(told.why, short)),
    ...text('risk', markdownLines(told.risk, short)),
    ...text('reach', markdownLines(told.reach, short)),
    ...text('run', commandLines(commands, product, width)),
    ...text('undo', commandLines(undo, product, width)),
  ];
}

/** Each command on lines of its own, as it would be typed, under the words that say when. */
function commandLines(commands: readonly ConditionalCommand[], product: Product, width: number): readonly Line[] {
  return commands.flatMap((command) => [
    ...(command.if === undefined ? [] : wrap([span('muted', `${command.if}:`)], width)),
    ...wrap([span('code', printCommand(command, product))], width, 2),
  ]);
}
