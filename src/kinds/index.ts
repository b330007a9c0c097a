export * from './choice.ts';
export * from './date.ts';
export * from './lists.ts';
export * from './names.ts';
export { problem, under } from './result.ts';
export { text } from './text.ts';
