import type { Change, ConditionalCommand, Desired, Product, SeenValue, View } from '../model/index.ts';
import { planOf, seenWhole } from '../plan/index.ts';
import { plainLine, printCommand, scalar } from '../powershell/index.ts';
import { listed } from '../words/index.ts';
import type { PlannedChange } from './schemas/plan.ts';

/** Everything that these answers would change, in words and in commands as they would be typed. */
export function plannedChanges(view: View): readonly PlannedChange[] {
  return planOf(view).map((change) => plannedChange(change, view.product));
}

function plannedChange(change: Change, product: Product | undefined): PlannedChange {
  const { desired, sign, reaches, commands, undo } = change;
  const { id, step, title, risk, why } = desired;
  return {
    ...{ id, step, title, sign, ...seenOf(change) },
    risk: { level: risk.level, says: plainLine(risk.says) },
    reaches: plainLine(reaches),
    why: plainLine(why),
    conditions: conditionsOf(desired),
    commands: commands.flatMap((command) => (product ? [printed(command, product)] : [])),
    undo: undo.flatMap((command) => (product ? [printed(command, product)] : [])),
  };
}

function seenOf(change: Change): Pick<PlannedChange, 'seen'> {
  const { seen } = change;
  if (!seen) return {};
  const { at, computer, but, leftOut } = seen;
  const objects = seen.objects.map(({ now, kept, wanted, lacks, depends, ...object }) => ({
    ...object,
    ...(lacks ? { lacks: [...lacks] } : {}),
    ...(depends ? { depends: { cmdlet: depends.cmdlet, values: valuesOf(depends.values) } } : {}),
    ...(now ? { now: valuesOf(now) } : {}),
    wanted: valuesOf(wanted),
    ...(kept ? { kept: valuesOf(kept) } : {}),
  }));
  return {
    seen: {
      at,
      computer,
      says: [...seenWhole(change)],
      stops: but?.stops ?? false,
      objects,
      ...(leftOut ? { leftOut: [...leftOut] } : {}),
    },
  };
}

/** An enum by its name, as a script would write it. */
function valuesOf(values: Readonly<Record<string, SeenValue>>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' && value ? value.name : value]),
  );
}

function printed(command: ConditionalCommand, product: Product): PlannedChange['commands'][number] {
  const { if: when, cmdlet } = command;
  return { ...(when === undefined ? {} : { if: when }), cmdlet, text: printCommand(command, product) };
}

/** When a change is left out, asked about by itself, or ends the script. */
function conditionsOf(desired: Desired): string[] {
  switch (desired.do) {
    case 'grant':
      return [];
    case 'run':
      return [`Runs only where one of these is made: ${listed(desired.changed)}.`];
    case 'ensure': {
      const { ifMissing, demands = [], consent = [], rests, only, probe = [] } = desired;
      return [
        ...(ifMissing === 'stop' ? ['The script stops where it is not there.'] : []),
        ...(ifMissing === 'skip' ? ['Left out where it is not there.'] : []),
        ...(rests === undefined ? [] : [`Left out where ${rests} is not made.`]),
        ...(only ? [`The script stops where ${only.property} is neither ${only.now} nor as wanted.`] : []),
        ...demands.map(({ property, equals, says }) => {
          return `The script stops unless ${property} is ${scalar(equals)}. ${plainLine(says)}`;
        }),
        ...consent.map(({ property, now, says }) => {
          return `Asked by itself where ${property} is ${scalar(now)} now. ${plainLine(says)}`;
        }),
        ...(probe.length > 0 ? [`What the server has no parameter for is left out: ${listed(probe)}.`] : []),
      ];
    }
  }
}
