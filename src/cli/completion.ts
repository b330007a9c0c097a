import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import { powershellScript } from './completion/powershell.ts';
import type { Shell } from './completion/shells.ts';
import { zshScript } from './completion/zsh.ts';
import { exitCodes, type Outcome } from './outcome.ts';

export type CompletionOptions = { shell: Shell };

const scripts: Readonly<Record<Shell, string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** `completion`: a script by which a shell completes what is typed; it asks the program on each press of Tab. */
export function printCompletion({ shell }: CompletionOptions): Outcome {
  return { code: exitCodes.done, out: scripts[shell].trimEnd().split('\n') };
}
