import { argument, flag, type Given } from '../input.ts';

/** Inputs that several commands have. */
export const rolloutHelp = 'its id or its organisation';
export const rollout = argument('name', { help: rolloutHelp, takes: 'rollout' });
export const json = flag('json', 'print nothing but JSON');

/** Options that stand before or after any command. */
export const noColor = flag('no-color', 'draw without colour');
export const ascii = flag('ascii', 'draw with ASCII signs alone');

export function lookGiven(given: Given): { noColor: boolean; ascii: boolean } {
  return { noColor: given(noColor), ascii: given(ascii) };
}
