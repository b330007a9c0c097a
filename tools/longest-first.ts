import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes long, in the order in which it starts: in a fresh clone the engine is built beside the tests of the terminal. */
const slow = [
  'test/terminal/',
  'test/powershell/lifecycle/',
  'test/powershell/failures',
  'test/powershell/',
  'test/cli/',
  'test/export/',
];

/**
 * Starts what takes long first, so that no worker is left with it when the other has done the rest. Vitest knows how long
 * a file took only where it ran before; in a fresh clone it goes by size, and the longest tests are short files.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const at = slow.findIndex((place) => moduleId.includes(`/${place}`));
  return at < 0 ? slow.length : at;
}
