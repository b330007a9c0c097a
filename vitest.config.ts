import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './tools/closing-line.ts';
import { LongestFirst } from './tools/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['tools/in-memory.ts', 'tools/program.ts', 'test/powershell/engine/ahead.ts'],
    // Colours and Ink's manner of drawing must not depend on who runs the tests, and where.
    env: { NODE_ENV: 'test', FORCE_COLOR: '0', CI: '' },
    // Most tests wait for a program that they started: the default of one worker less than cores leaves a core idle.
    maxWorkers: 2,
    // Files share a worker one after the other: what they load, and PowerShell's engine, is there already.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 120_000,
    reporters: [new ClosingLineReporter()],
  },
});
