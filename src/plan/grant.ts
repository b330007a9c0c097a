import type { ConditionalCommand, Grant, Late } from '../model/index.ts';
import { grantCmdlets } from './things.ts';

/** As many users are shown with a command each; for more, one command stands for all. */
const shownOneByOne = 10;

/** A grant for each user, and what gives each back what was granted before; `$null` where nothing was. */
export function grantCommands(grant: Grant): {
  commands: readonly ConditionalCommand[];
  undo: readonly ConditionalCommand[];
} {
  const cmdlet = grantCmdlets[grant.kind];
  const command = (user: string | Late, policy: string | Late, words?: string): ConditionalCommand => ({
    cmdlet,
    args: { Identity: user, PolicyName: policy },
    ...(words === undefined ? {} : { if: words }),
  });
  const previous: Late = { late: 'previous', shown: '<value in the state file>' };
  if (grant.users.length <= shownOneByOne) {
    return {
      commands: grant.users.map((user) => command(user, grant.to)),
      undo: grant.users.map((user) => command(user, previous)),
    };
  }
  const each: Late = { late: 'identity', shown: '<the user>' };
  const words = `for each of the ${grant.users.length} users`;
  return { commands: [command(each, grant.to, words)], undo: [command(each, previous, words)] };
}
