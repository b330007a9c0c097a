import type { Change, Run } from '../../model/index.ts';
import { literal } from '../literal.ts';
import { block, hashtable, said } from '../text.ts';

/** The block of an action that runs where something before it was changed. */
export function runBlock({ commands }: Change, run: Run): string {
  const [command] = commands;
  if (!command) throw new Error(`${run.id}: nothing runs`);
  switch (run.action) {
    case 'enable-topology':
      return `Invoke-Topology ${hashtable({
        Title: literal(run.title),
        Reaches: said(run.reaches),
        Risk: said(run.risk.says),
        Enable: block(`${command.cmdlet} -Confirm:$false -ErrorAction Stop`),
      })}`;
  }
}
