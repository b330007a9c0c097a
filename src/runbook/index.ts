export { type Document, printMarkdown, type Section } from './document.ts';
export { type RunbookOptions, runbook } from './runbook.ts';
