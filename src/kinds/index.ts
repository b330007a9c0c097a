export * from './choice.ts';
export * from './date.ts';
export * from './lists.ts';
export * from './names.ts';
export { anyCase, whole } from './patterns.ts';
export { problem, under } from './result.ts';
export { text } from './text.ts';
