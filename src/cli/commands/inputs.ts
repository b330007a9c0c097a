import { argument, flag, type Given, option, optionalArgument, repeatedOption, Unfit } from '../input.ts';
import type { Source } from '../read.ts';

/** Inputs that several commands have. */
const rolloutHelp = 'its id or its organisation';
export const rollout = argument('name', { help: rolloutHelp, takes: 'rollout' });
export const rolloutOrNone = optionalArgument('name', {
  help: `${rolloutHelp}; or --answers, or nothing but --set`,
  takes: 'rollout',
});
export const answers = option('answers', {
  shown: 'file',
  takes: 'file',
  help: 'an answers file, or an exported rollout.json; - reads standard input',
});
export const set = repeatedOption('set', {
  shown: 'id=value',
  takes: 'answer',
  help: 'an answer or a task in place of what is there, as typed in the wizard; can be repeated',
});
export const json = flag('json', 'print nothing but JSON');
export const quiet = flag('quiet', 'print only what was asked for, and errors');

/** Options that stand before or after any command. */
export const noColor = flag('no-color', 'draw without colour');
export const ascii = flag('ascii', 'draw with ASCII signs alone');
export const plain = flag('plain', 'ask as lines, for a screen reader or a serial console');

export function sourceGiven(command: string, given: Given): Source {
  const [name, file] = [given(rolloutOrNone), given(answers)];
  if (name !== undefined && file === undefined) return { name, set: given(set) };
  if (name === undefined && (file !== undefined || given(set).length > 0)) return { answers: file, set: given(set) };
  throw new Unfit(`${command} takes the name of a rollout, or --answers FILE, or nothing but --set.`);
}

export function lookGiven(given: Given): { plain: boolean; noColor: boolean; ascii: boolean } {
  return { plain: given(plain), noColor: given(noColor), ascii: given(ascii) };
}
