export { printMarkdown } from './document.ts';
export { runbook } from './runbook.ts';
