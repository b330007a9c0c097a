import { DefaultReporter, type SerializedError, type TestModule, type TestRunEndReason } from 'vitest/node';

/** How a test ended; a note says why one was skipped. */
export type Ending = { state: 'passed' | 'failed' | 'skipped'; note?: string | undefined };

/**
 * The last words of a test run: why tests were skipped, reason by reason, then the counts alone on the last line.
 * @returns lines without their ends
 */
export function closingLines(endings: readonly Ending[]): string[] {
  const count = (state: Ending['state']) => endings.filter((ending) => ending.state === state).length;
  const skips = new Map<string, number>();
  for (const { state, note } of endings) {
    if (state !== 'skipped') continue;
    const reason = note ?? 'no reason given';
    skips.set(reason, (skips.get(reason) ?? 0) + 1);
  }
  const counts = [`${count('passed')} passed`, `${count('failed')} failed`];
  if (skips.size > 0) counts.push(`${count('skipped')} skipped`);
  return [...[...skips].map(([reason, times]) => `${times} skipped: ${reason}`), counts.join(', ')];
}

/** How each test of a file ended; a file that failed outside its tests counts as one that failed. */
function endingsOf(module: TestModule): Ending[] {
  const endings = [...module.children.allTests()].map((test): Ending => {
    const result = test.result();
    if (result.state === 'skipped') return { state: 'skipped', note: result.note };
    const interrupted = result.state === 'pending';
    return { state: interrupted ? 'failed' : result.state };
  });
  const told = module.state() !== 'failed' || endings.some(({ state }) => state === 'failed');
  return told ? endings : [...endings, { state: 'failed' }];
}

/** Vitest's own report, ended by the counts on a line of their own, which is what a continuous integration reads. */
export class ClosingLineReporter extends DefaultReporter {
  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    super.onTestRunEnd(modules, errors, reason);
    const outside = errors.map((): Ending => ({ state: 'failed' }));
    for (const line of closingLines([...modules.flatMap(endingsOf), ...outside])) this.ctx.logger.log(line);
  }
}
