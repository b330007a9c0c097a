import type { Rollout } from '../../model/index.ts';
import { remembered } from '../remembered.ts';
import type { Part } from './reading.ts';

/** What stands in each file. */
export function valuesOf({ people, ...rollout }: Rollout): Readonly<Record<Part, Readonly<Record<string, unknown>>>> {
  return { rollout, people: { format: 'skypefed-people', people } };
}

/** The JSON of a file, as `JSON.stringify` has it; of people, evidence and events only those that are new are printed. */
export function bytesOf(part: Part, rollout: Rollout): Buffer {
  const { people, evidence, events, ...rest } = rollout;
  return part === 'people'
    ? withLists({ format: 'skypefed-people' }, { people })
    : withLists(rest, evidence ? { evidence, events } : { events });
}

/** An object with lists as its last properties. */
function withLists(
  object: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, readonly object[]>>,
): Buffer {
  const printedLists = Object.entries(lists).flatMap(([name, list]) => [
    Buffer.from(`,"${name}":[`),
    ...list.map((item, i) => (i === 0 ? printed(item).subarray(comma.length) : printed(item))),
    Buffer.from(']'),
  ]);
  return Buffer.concat([Buffer.from(JSON.stringify(object).slice(0, -1)), ...printedLists, Buffer.from('}')]);
}

const comma = ',';
/** With the comma before it, since bytes are joined as they are. */
const printed = remembered((item: object): Buffer => Buffer.from(comma + JSON.stringify(item)));
