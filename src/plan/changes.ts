import type { Change, Desired, Evidence, Product, View } from '../model/index.ts';
import { remembered } from '../state/index.ts';
import { steps } from '../steps/index.ts';
import { ensureCommands } from './ensure.ts';
import { grantCommands } from './grant.ts';
import { reached, reachesNobody } from './reached.ts';
import { judged } from './seen/index.ts';
import { runCmdlets } from './things.ts';

/** Everything that these answers would change on the server, in the order in which it is carried out. */
export const planOf = remembered((view: View): readonly Change[] => {
  const wants = steps.filter((step) => step.goals.includes(view.goal)).flatMap((step) => step.wants(view));
  return changesOf(wants, view.product, view.evidence);
});

/**
 * Each wish as a change on a server of the product: its commands, and what takes it back; set against what was seen there.
 * Without evidence every sign is `?`.
 */
export function changesOf(
  wants: readonly Desired[],
  product: Product | undefined,
  evidence?: Evidence,
): readonly Change[] {
  const changes: Change[] = [];
  for (const desired of wants) {
    const told: Pick<Change, 'sign' | 'seen'> = evidence ? judged(desired, evidence, changes) : { sign: '?' };
    const others = reached(desired, told.seen?.leftOut ?? []);
    const made = others
      ? { reaches: others.reaches, ...commandsOf(others, product) }
      : { reaches: reachesNobody, commands: [], undo: [] };
    changes.push({ desired, ...told, ...made });
  }
  return changes;
}

function commandsOf(desired: Desired, product: Product | undefined): Pick<Change, 'commands' | 'undo'> {
  switch (desired.do) {
    case 'ensure':
      return ensureCommands(desired, product);
    case 'grant':
      return grantCommands(desired);
    case 'run':
      return {
        commands: [{ cmdlet: runCmdlets[desired.action], args: {}, if: 'where a change that needs it was made' }],
        undo: [],
      };
  }
}
