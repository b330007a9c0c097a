import type { Change, ConditionalCommand, Markdown, Product } from '../model/index.ts';
import { printCommandLines } from '../powershell/index.ts';
import { blocks, cite, codeBlock, md, table } from '../words/index.ts';
import type { Section } from './document.ts';

/** All changes at a glance, one line each. */
export function changeTable(changes: readonly Change[]): Markdown {
  if (changes.length === 0) return md`These answers change nothing on the server.`;
  const rows = changes.map(({ desired, undo }, i) => [
    md`${i + 1}`,
    md`${desired.title}`,
    md`${desired.risk.level}`,
    desired.reaches,
    takenBack({ desired, undo }),
  ]);
  return table([md`No.`, md`Change`, md`Risk`, md`Reaches`, md`Can be taken back`], rows);
}

function takenBack({ desired, undo }: Pick<Change, 'desired' | 'undo'>): Markdown {
  if (desired.do === 'run') return md`with those before it`;
  return undo.length ? md`yes` : md`no`;
}

/** Each change: why, risk, and the commands as they will run. The way back has a section of its own. */
export function changeSections(changes: readonly Change[], product: Product): readonly Section[] {
  return changes.map(({ desired, commands, undo }, i) => ({
    title: `Change ${i + 1}: ${desired.title}`,
    body: blocks(
      md`${desired.why}${cite(...desired.cite)}`,
      md`Risk ${desired.risk.level}: ${desired.risk.says}`,
      md`Reaches: ${desired.reaches}`,
      commandBlocks('Runs', commands, product),
      undo.length || desired.do === 'run' ? undefined : md`No command takes it back.`,
    ),
  }));
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
