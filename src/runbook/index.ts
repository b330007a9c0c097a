export type { Document, Section } from './document.ts';
export { type RunbookOptions, runbook } from './runbook.ts';
