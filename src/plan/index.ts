import type { Change, Desired, Product, View } from '../model/index.ts';
import { steps } from '../steps/index.ts';
import { ensureCommands } from './ensure.ts';
import { grantCommands } from './grant.ts';
import { runCmdlets } from './things.ts';

export { isKept } from './ensure.ts';
export { grantCmdlets, runCmdlets, type Thing, things } from './things.ts';

/** Everything that these answers would change on the server, in the order in which it is carried out. */
export function planOf(view: View): readonly Change[] {
  const wants = steps.filter((step) => step.goals.includes(view.goal)).flatMap((step) => step.wants(view));
  return changesOf(wants, view.product);
}

/** Each wish as a change on a server of the product: its commands, and what takes it back. Nothing was seen on the server, so every sign is `?`. */
export function changesOf(wants: readonly Desired[], product: Product | undefined): readonly Change[] {
  return wants.map((desired) => ({ desired, sign: '?', ...commandsOf(desired, product) }));
}

function commandsOf(desired: Desired, product: Product | undefined): Pick<Change, 'commands' | 'undo'> {
  switch (desired.do) {
    case 'ensure':
      return ensureCommands(desired, product);
    case 'grant':
      return grantCommands(desired);
    case 'run':
      return {
        commands: [{ cmdlet: runCmdlets[desired.action], args: {}, if: 'where one of these was changed' }],
        undo: [],
      };
  }
}
