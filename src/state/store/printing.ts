import type { Rollout } from '../../model/index.ts';
import { remembered } from '../remembered.ts';
import type { Part } from './reading.ts';

/** What stands in each file. */
export function valuesOf({ people, ...rollout }: Rollout): Readonly<Record<Part, Readonly<Record<string, unknown>>>> {
  return { rollout, people: { format: 'skypefed-people', people } };
}

/** The JSON of a file, as `JSON.stringify` has it; of people and events only those that are new are printed. */
export function bytesOf(part: Part, rollout: Rollout): Buffer {
  const { people, events, ...rest } = rollout;
  return part === 'people'
    ? withList({ format: 'skypefed-people' }, 'people', people)
    : withList(rest, 'events', events);
}

/** An object with a list as its last property. */
function withList(object: Readonly<Record<string, unknown>>, name: string, list: readonly object[]): Buffer {
  const head = `${JSON.stringify(object).slice(0, -1)},"${name}":[`;
  const items = list.map((item, i) => (i === 0 ? printed(item).subarray(comma.length) : printed(item)));
  return Buffer.concat([Buffer.from(head), ...items, Buffer.from(']}')]);
}

const comma = ',';
/** With the comma before it, since bytes are joined as they are. */
const printed = remembered((item: object): Buffer => Buffer.from(comma + JSON.stringify(item)));
