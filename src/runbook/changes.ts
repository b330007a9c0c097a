import type { Change, ConditionalCommand, Markdown, Product } from '../model/index.ts';
import { type SeenFrom, seenFromTold, seenInShort, seenWhole } from '../plan/index.ts';
import { printCommandLines } from '../powershell/index.ts';
import { blocks, bullets, cite, code, codeBlock, md, table } from '../words/index.ts';
import type { Section } from './document.ts';

/** All changes at a glance, one line each; where there is evidence, set against what was seen. */
export function changeTable(changes: readonly Change[], from: SeenFrom | undefined, offset: number): Markdown {
  if (changes.length === 0) return md`These answers change nothing on the server.`;
  const rows = changes.map((change, i) => {
    const { desired, sign, reaches } = change;
    return [
      md`${i + 1}`,
      ...(from ? [code(sign)] : []),
      md`${desired.title}`,
      ...(from ? [md`${seenInShort(change)}`] : []),
      md`${desired.risk.level}`,
      reaches,
      takenBack(change),
    ];
  });
  const head = from
    ? [md`No.`, md``, md`Change`, md`Seen`, md`Risk`, md`Reaches`, md`Can be taken back`]
    : [md`No.`, md`Change`, md`Risk`, md`Reaches`, md`Can be taken back`];
  return blocks(from && goesBy(from, offset), ...doubts(from), table(head, rows));
}

function goesBy(from: SeenFrom, offset: number): Markdown {
  return md`${seenFromTold(from, { offset, signs: true }).join(' ')} ${code('2-apply.ps1')} stops before any change where a value is neither as it was seen nor as wanted: then ${code('1-discover.ps1')} is run again, its evidence imported, and the export written anew.`;
}

function doubts(from: SeenFrom | undefined): readonly Markdown[] {
  return (from?.doubts ?? []).map((doubt) => md`**${doubt}**`);
}

function takenBack({ desired, commands, undo }: Change): Markdown {
  if (desired.do === 'run') return md`with those before it`;
  if (commands.length === 0) return md`nothing runs`;
  return undo.length ? md`yes` : md`no`;
}

/** Each change: why, risk, and the commands as they will run. The way back has a section of its own. */
export function changeSections(changes: readonly Change[], product: Product): readonly Section[] {
  const whys = changes.map(({ desired }) => md`${desired.why}${cite(...desired.cite)}`);
  // Changes of one kind, such as those of two sites, are made for the same reason.
  const first = whys.map((why) => whys.findIndex(({ markdown }) => markdown === why.markdown));
  return changes.map((change, i) => {
    const { desired, reaches, commands, undo } = change;
    return {
      title: `Change ${i + 1}: ${desired.title}`,
      body: blocks(
        first[i] === i ? whys[i] : md`Why: as for change ${(first[i] ?? i) + 1}.`,
        change.seen && md`Seen:`,
        change.seen && bullets(seenWhole(change).map((one) => code(one))),
        md`Risk ${desired.risk.level}: ${desired.risk.says}`,
        md`Reaches: ${reaches}`,
        commandBlocks('Runs', commands, product),
        undo.length || commands.length === 0 || desired.do === 'run' ? undefined : md`No command takes it back.`,
      ),
    };
  });
}

/** Commands, each under the words for when it runs. */
export function commandBlocks(lead: string, commands: readonly ConditionalCommand[], product: Product): Markdown {
  return blocks(
    ...commands.flatMap((command) => [
      command.if === undefined ? md`${lead}:` : md`${lead}, ${command.if}:`,
      codeBlock(
        'powershell',
        printCommandLines(command, product)
          .map((line) => line.text)
          .join('\n'),
      ),
    ]),
  );
}
