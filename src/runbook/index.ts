export { printMarkdown } from './document.ts';
export { handouts } from './handouts.ts';
export { runbook } from './runbook.ts';
