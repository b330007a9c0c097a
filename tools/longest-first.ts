import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders of tests that wait for programs, those of the longest files first. */
const slow = ['test/powershell/', 'test/terminal/', 'test/cli/', 'test/export/'];

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
  const at = slow.findIndex((folder) => moduleId.includes(`/${folder}`));
  return at < 0 ? slow.length : at;
}
