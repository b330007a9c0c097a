export { applyScript } from './apply.ts';
export { discoverScript } from './discover.ts';
export { literal, scalar } from './literal.ts';
export { plainLine } from './plain.ts';
export { printCommand, printCommandLines } from './print.ts';
export { rollbackScript } from './rollback.ts';
export { hasCmdlet } from './table.ts';
export { verifyScript } from './verify.ts';
