import { productNames, shellModules } from '../facts/index.ts';
import type { Change, Moment, Product, ThingKind, View } from '../model/index.ts';
import { things } from '../plan/index.ts';
import { ensureBlock, siteBlock, siteParts } from './blocks/ensure.ts';
import { grantBlock } from './blocks/grant.ts';
import { type Lists, userLists } from './blocks/lists.ts';
import { providerBlock } from './blocks/provider.ts';
import { literal } from './literal.ts';
import { type Needs, needsOf } from './needs.ts';
import { change as changePart } from './parts/change.ts';
import { help, settings } from './parts/help.ts';
import { inForceOfSites, inForceOfUsers } from './parts/in-force.ts';
import { main } from './parts/main.ts';
import { effective, effectiveByScope, grants, keptForUsers, people } from './parts/people.ts';
import { provider } from './parts/provider.ts';
import { parameterTest, readers, siteReader } from './parts/readers.ts';
import { rows } from './parts/rows.ts';
import { say } from './parts/say.ts';
import { state } from './parts/state.ts';
import { surroundings } from './parts/surroundings.ts';
import { checkCommand, parameterType } from './table.ts';
import { indented } from './text.ts';

type ScriptOptions = {
  changes: readonly Change[];
  view: View;
  rolloutId: string;
  organisation: string;
  version: string;
  written: Moment;
};

/** How Get-CsServerVersion shows the product: its major version, in round brackets. Steps, "The scripts' own contract". */
const versionMarks: Readonly<Record<Product, string>> = {
  'lync-2010': '4',
  'lync-2013': '5',
  'sfb-2015': '6',
  'sfb-2019': '7',
  'sfb-se': '7',
};

/** What a block changes, in the words of its comment: never a word of the user's. */
const kindWords: Readonly<Record<ThingKind, string>> = {
  'access-edge': 'Access Edge configuration',
  provider: 'public provider',
  'external-access-policy': 'external access policy',
  'client-policy': 'client policy in force',
};

/**
 * The whole text of scripts/2-apply.ps1: lines end with CR LF, and a byte order mark stands before it where it is not
 * ASCII. Throws where a command is not as the cmdlet table has it.
 */
export function applyScript(options: ScriptOptions): string {
  const { product } = options.view;
  if (product === undefined) throw new Error('a script is for one product, and none is answered');
  for (const command of options.changes.flatMap(({ commands, undo }) => [...commands, ...undo])) {
    checkCommand(command, product);
  }
  return asFile(sections(options, product).join('\n\n'));
}

function sections({ changes, rolloutId, organisation, version, written }: ScriptOptions, product: Product) {
  const needs = needsOf(changes, product);
  const name = productNames[product];
  const usesPeople = needs.grants || needs.keptForUsers || needs.inForceOfUsers;
  return [
    help({ product: name, version, written }),
    settings({
      rollout: literal(rolloutId),
      organisation: literal(organisation),
      program: literal(`skypefed ${version}`),
    }),
    say,
    surroundings({
      product: name,
      module: shellModules[product],
      cmdlets: needs.cmdlets,
      versionMark: versionMarks[product],
    }),
    rows,
    ...lookups(needs, usesPeople),
    state,
    changePart,
    ...(needs.provider ? [provider({ mends: providerMends, optional: optionalProperties(product) })] : []),
    ...(needs.grants ? [grants] : []),
    everyChange(changes),
    main({ people: usesPeople }),
  ];
}

/** Functions that read and find, as far as these changes need them. */
function lookups(needs: Needs, usesPeople: boolean): readonly string[] {
  return [
    ...[...needs.reads].map(([kind, names]) => readers[kind](names)),
    ...(needs.probes ? [parameterTest] : []),
    ...(needs.sites ? [siteReader] : []),
    ...(usesPeople ? [people] : []),
    ...(needs.keptForUsers || needs.inForceOfUsers
      ? [needs.effective === 'server' ? effective : effectiveByScope]
      : []),
    ...(needs.keptForUsers ? [keptForUsers] : []),
    ...(needs.inForceOfSites ? [inForceOfSites] : []),
    ...(needs.inForceOfUsers ? [inForceOfUsers] : []),
  ];
}

const providerMends = things.provider.mends === 'all' ? [] : things.provider.mends;

/** What an entry of the product may have beyond name, proxy, level and whether it is enabled. */
function optionalProperties(product: Product): readonly { name: string; isText: boolean }[] {
  const whole = things.provider.whole?.[product] ?? [];
  return whole
    .filter((name) => name !== 'ProxyFqdn' && !providerMends.includes(name))
    .map((name) => ({ name, isText: parameterType('New-CsPublicProvider', name) === 'String' }));
}

function everyChange(changes: readonly Change[]): string {
  const lists = userLists();
  const blocks = grouped(changes.map((change) => printed(change, lists))).map(({ first, last, words, text }) => {
    const numbers = first === last ? `Change ${first}` : `Changes ${first} to ${last}`;
    return `# ${numbers} of ${changes.length}: ${words}\n${text}`;
  });
  const body = [lists.print(), ...blocks].filter((text) => text !== '').join('\n\n');
  return `# Run twice: to look, and to do.\nfunction Invoke-EveryChange {\n${indented(body, 1)}\n}`;
}

/** A change of its own, or an entry for a body that consecutive changes may share. */
type Printed = { words: string } & ({ text: string } | { entry: string; body: string });

function printed(change: Change, lists: Lists): Printed {
  const { desired } = change;
  switch (desired.do) {
    case 'ensure': {
      const words = kindWords[desired.kind];
      if (desired.kind === 'provider') return { words, text: providerBlock(change, desired) };
      if (desired.which.by === 'site') return { words: `${words} of a site`, ...siteParts(change, desired, lists) };
      return { words, text: ensureBlock(change, desired, lists) };
    }
    case 'grant':
      return { words: 'grant of a policy', text: grantBlock(desired, lists) };
  }
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

function asFile(text: string): string {
  const lines = `${text}\n`.replaceAll('\n', '\r\n');
  const isAscii = /^[\r\n\x20-\x7e]*$/.test(lines);
  return isAscii ? lines : `\ufeff${lines}`;
}
