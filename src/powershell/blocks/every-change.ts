import type { Change, Ensure, ThingKind } from '../../model/index.ts';
import { indented } from '../text.ts';
import { copyBlock, copyParts } from './copy.ts';
import { ensureBlock, siteBlock, siteParts } from './ensure.ts';
import { grantBlock } from './grant.ts';
import type { Lists } from './lists.ts';
import { providerBlock } from './provider.ts';
import { routeParts } from './route.ts';
import { runBlock } from './run.ts';
import { settled, turnBlock } from './turn.ts';

/** What a block changes, in the words of its comment: never a word of the user's. */
export const kindWords: Readonly<Record<ThingKind, string>> = {
  'access-edge': 'Access Edge configuration',
  provider: 'public provider',
  'external-access-policy': 'external access policy',
  'client-policy': 'client policy in force',
  site: 'federation route',
};

/** The function that makes all changes. */
export function everyChange(changes: readonly Change[], lists: Lists): string {
  const each = changes.map((change) => printed(change, lists));
  return `# Run twice: to look, and to do.\n${throughAll('Invoke-EveryChange', each, lists)}`;
}

/** A function that goes through all that is printed of changes: a block for each, those of sites that are alike in one. */
export function throughAll(name: string, each: readonly Printed[], lists: Lists): string {
  const blocks = grouped(each).map(({ first, last, words, text }) => {
    const numbers = first === last ? `Change ${first}` : `Changes ${first} to ${last}`;
    return `# ${numbers} of ${each.length}: ${words}\n${text}`;
  });
  const body = [lists.print(), ...blocks].filter((text) => text !== '').join('\n\n');
  return `function ${name} {\n${indented(body, 1)}\n}`;
}

/** What a block says of itself; a change of its own, or an entry for a body that consecutive changes may share. */
export type Printed = { words: string } & ({ text: string } | { entry: string; body: string });

function printed(change: Change, lists: Lists): Printed {
  const { desired } = change;
  switch (desired.do) {
    case 'ensure': {
      const words = kindWords[desired.kind];
      if (desired.only) return { words, text: turnBlock(change, desired) };
      if (desired.kind === 'provider') return { words, text: settled(desired, providerBlock(change, desired)) };
      if (desired.ifMissing === 'copy') return { words: copyWords, ...copied(change, desired, lists) };
      if (desired.kind === 'site') return { words: `${words} of a site`, ...routeParts(change, desired) };
      if (desired.which.by === 'site') return { words: `${words} of a site`, ...siteParts(change, desired, lists) };
      return { words, text: settled(desired, ensureBlock(change, desired, lists)) };
    }
    case 'grant':
      return { words: 'grant of a policy', text: grantBlock(desired, lists) };
    case 'run':
      return { words: 'topology, where a route was changed', text: runBlock(change, desired) };
  }
}

const copyWords = 'client policy, as a copy of the one in force';

function copied(change: Change, desired: Ensure, lists: Lists): { text: string } | { entry: string; body: string } {
  return desired.which.by === 'site' ? copyParts(change, desired, lists) : { text: copyBlock(change, desired, lists) };
}

/** Changes in blocks, numbered from 1: those that follow each other with the same body have one block. */
function grouped(changes: readonly Printed[]): readonly { first: number; last: number; words: string; text: string }[] {
  const starts = changes.flatMap((change, i) => (sameBody(changes[i - 1], change) ? [] : [i]));
  return starts.map((start, i) => {
    const group = changes.slice(start, starts[i + 1]);
    const entries = group.flatMap((change) => ('entry' in change ? [change.entry] : []));
    const [head] = group;
    const text = head && 'body' in head ? siteBlock(entries, head.body) : (head?.text ?? '');
    return { first: start + 1, last: start + group.length, words: head?.words ?? '', text };
  });
}

function sameBody(before: Printed | undefined, change: Printed): boolean {
  return before !== undefined && 'body' in before && 'body' in change && before.body === change.body;
}
