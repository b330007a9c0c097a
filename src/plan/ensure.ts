import type {
  Command,
  ConditionalCommand,
  Ensure,
  KeepInForce,
  Late,
  Product,
  Scalar,
  ThingKind,
} from '../model/index.ts';
import { count, listed } from '../words/index.ts';
import { type Thing, things } from './things.ts';

type Args = Command['args'];
type Both = { commands: readonly ConditionalCommand[]; undo: readonly ConditionalCommand[] };

/** What makes an object as wanted, and what takes that back. */
export function ensureCommands(ensure: Ensure, product: Product | undefined): Both {
  const thing = things[ensure.kind];
  if (ensure.only) return turnCommands(ensure, thing, ensure.only);
  switch (ensure.which.by) {
    case 'identity':
    case 'in-force':
    case 'site':
      return policyCommands(ensure, thing);
    case 'provider':
      return providerCommands(ensure, { ...ensure.which, whole: (product && thing.whole?.[product]) ?? [] });
  }
}

function policyCommands(ensure: Ensure, thing: Thing): Both {
  const identity = identityOf(ensure);
  const sets = setCommands(thing, identity, wantedValues(ensure));
  const setsBack = setCommands(thing, identity, previousValues(Object.keys(wantedValues(ensure))));
  const made = creates(ensure, thing);
  const thenBack =
    thing.followedBy === undefined
      ? []
      : [{ cmdlet: thing.followedBy, args: {}, if: 'once all changes that need it are set back' }];
  if (!made) {
    return {
      commands: under(inForceWords(ensure), sets),
      undo: [...under(inForceWords(ensure) ?? hadWords(ensure, thing), setsBack), ...thenBack],
    };
  }
  const [missing, there] = existenceWords(ensure);
  return {
    commands: [
      { cmdlet: made.create, args: { Identity: identity, ...shownKept(ensure) }, ...restOf(ensure), if: missing },
      ...under(there, sets),
    ],
    undo: [
      { cmdlet: made.remove, args: { Identity: identity }, if: 'where the script made it' },
      ...under('where it stood before', setsBack),
    ],
  };
}

/** A switch from one value of a property to the other, and back with the settings that were lost. */
function turnCommands(
  ensure: Ensure,
  { set, turns }: Thing,
  { property, now }: { property: string; now: string },
): Both {
  const { [property]: to, ...along } = wantedValues(ensure);
  const lost = turns?.settings[now];
  if (turns?.property !== property || typeof to !== 'string' || !lost) {
    throw new Error(`${ensure.id}: nothing turns ${property} from ${now} to ${to}`);
  }
  const turned = (on: string): Args => ({ [on]: { switch: true } });
  return {
    commands: [{ cmdlet: set, args: { ...turned(to), ...along }, if: `only where ${property} is ${now}` }],
    undo: [{ cmdlet: set, args: { ...turned(now), ...previousValues(lost) }, if: turns.back }],
  };
}

function providerCommands(
  ensure: Ensure,
  { identity, proxy, whole }: { identity: string; proxy: string; whole: readonly string[] },
): Both {
  const thing = things[ensure.kind];
  const made = creates(ensure, thing);
  if (!made) throw new Error(`${ensure.id}: a provider has to be made where it is missing`);
  const values = wantedValues(ensure);
  const mended = Object.fromEntries(Object.entries(values).filter(([name]) => mends(thing, name)));
  const inTheWay: Late = { late: 'identity', shown: '<the entry in the way>' };
  return {
    commands: [
      ...under(`where it stands already and only ${listed(Object.keys(mended), 'or')} differs`, [
        { cmdlet: thing.set, args: { Identity: identity, ...mended } },
      ]),
      ...under(
        `for an entry with the name ${identity} or the proxy ${proxy} where anything else differs`,
        ensure.recreate ? [{ cmdlet: made.remove, args: { Identity: inTheWay } }] : [],
      ),
      ...under('where there is none, or it was removed', [
        { cmdlet: made.create, args: { Identity: identity, ...values } },
      ]),
    ],
    undo: [
      ...under('where the script made it', [{ cmdlet: made.remove, args: { Identity: identity } }]),
      ...under(
        'for each entry that the script removed, with the values it had',
        ensure.recreate ? [{ cmdlet: made.create, args: { Identity: previous, ...previousValues(whole) } }] : [],
      ),
      ...under('where it stood before and was only changed', [
        { cmdlet: thing.set, args: { Identity: identity, ...previousValues(Object.keys(mended)) } },
      ]),
    ],
  };
}

/** The cmdlets that make and remove it; undefined where there is nothing to make: Global is always there. */
function creates(ensure: Ensure, thing: Thing): { create: string; remove: string } | undefined {
  if ((ensure.ifMissing !== 'create' && ensure.ifMissing !== 'copy') || isGlobal(ensure)) return undefined;
  const { create, remove, onlyCopied = false } = thing;
  if (create === undefined || remove === undefined || (ensure.ifMissing === 'copy') !== onlyCopied)
    throw new Error(`${ensure.id}: no cmdlet makes ${ensure.kind}`);
  return { create, remove };
}

function restOf({ ifMissing }: Ensure): Pick<Command, 'rest'> {
  return ifMissing === 'copy' ? { rest: { late: 'copied', shown: '<all else as in force>' } } : {};
}

function isGlobal({ which }: Ensure): boolean {
  return which.by === 'identity' && which.identity.toLowerCase() === 'global';
}

/** A call for the values that go with -Identity, and one for those that go without. */
function setCommands(thing: Thing, identity: Scalar | Late, values: Args): readonly Command[] {
  const { apart } = thing;
  const isApart = (name: string) => apart?.properties.includes(name) ?? false;
  const [alone, together] = [pick(values, isApart), pick(values, (name) => !isApart(name))];
  return [
    ...(Object.keys(together).length ? [{ cmdlet: thing.set, args: { Identity: identity, ...together } }] : []),
    ...(apart && Object.keys(alone).length
      ? [{ cmdlet: thing.set, args: { [apart.behind]: { switch: true } as const, ...alone } }]
      : []),
  ];
}

function identityOf({ id, kind, which }: Ensure): Scalar | Late {
  switch (which.by) {
    case 'identity':
    case 'provider':
      return which.identity;
    case 'site':
      // A site is named bare, the policy of one is not: facts 12.6.
      return kind === 'site' ? which.site : `site:${which.site}`;
    case 'in-force':
      if (which.scopes.length === 0) throw new Error(`${id}: in force for nobody`);
      return which.scopes.every((scope) => scope.of === 'global')
        ? 'Global'
        : { late: 'identity', shown: '<the policy in force>' };
  }
}

function inForceWords({ which }: Ensure): string | undefined {
  if (which.by !== 'in-force' || which.scopes.every((scope) => scope.of === 'global')) return undefined;
  const [sites, users] = (['site', 'user'] as const).map(
    (of) => which.scopes.filter((scope) => scope.of === of).length,
  );
  const whom = listed([...(sites ? [these(sites, 'site')] : []), ...(users ? [these(users, 'user')] : [])]);
  return `for each policy in force for ${whom}`;
}

/** "the site", "the 2 sites". */
function these(n: number, noun: string): string {
  return n === 1 ? `the ${noun}` : `the ${count(n, noun)}`;
}

/** A value that belongs to one kind alone may not have been there before the switch to it. */
function hadWords({ rests, set }: Ensure, { apart }: Thing): string | undefined {
  return rests !== undefined && apart?.properties.some((name) => name in set)
    ? 'where it had a value before'
    : undefined;
}

function existenceWords({ which }: Ensure): readonly [missing: string, there: string] {
  return which.by === 'site'
    ? ['where the site has no policy of its own', 'where the site has one']
    : ['where there is no policy of this name', 'where there is one'];
}

/** What a Set- passes: kept values stay out of it. */
export function wantedValues(ensure: Ensure): Readonly<Record<string, Scalar>> {
  return Object.fromEntries(
    Object.entries(ensure.set).flatMap(([name, value]) => (isKept(value) ? [] : [[name, value]])),
  );
}

/** What a New- passes: every value, kept ones as they are in force now. */
function shownKept(ensure: Ensure): Args {
  return Object.fromEntries(
    Object.entries(ensure.set).map(([name, value]) => [
      name,
      isKept(value) ? { late: 'kept', shown: '<as now>' } : value,
    ]),
  );
}

export function isKept(value: Scalar | KeepInForce): value is KeepInForce {
  return typeof value === 'object' && value !== null;
}

const previous: Late = { late: 'previous', shown: '<value in the state file>' };

function previousValues(names: readonly string[]): Args {
  return Object.fromEntries(names.map((name) => [name, previous]));
}

/** Whether Set- can change all of these. */
export function mendsAlone(kind: ThingKind, names: readonly string[]): boolean {
  return names.every((name) => mends(things[kind], name));
}

function mends(thing: Thing, name: string): boolean {
  return thing.mends === 'all' || thing.mends.includes(name);
}

function pick(values: Args, wanted: (name: string) => boolean): Args {
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
}

function under(words: string | undefined, commands: readonly Command[]): readonly ConditionalCommand[] {
  return words === undefined ? commands : commands.map((command) => ({ ...command, if: words }));
}
