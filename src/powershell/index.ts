export { applyScript, type ScriptOptions } from './apply.ts';
export { literal } from './literal.ts';
export { type CommandLine, printCommand, printCommandLines } from './print.ts';
