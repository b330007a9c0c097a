export { applyScript } from './apply.ts';
export { literal } from './literal.ts';
export { printCommand, printCommandLines } from './print.ts';
export { rollbackScript } from './rollback.ts';
export { hasCmdlet } from './table.ts';
