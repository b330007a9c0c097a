export * from './dependants.ts';
export * from './events.ts';
export * from './findings.ts';
export * from './resume.ts';
export * from './views.ts';
