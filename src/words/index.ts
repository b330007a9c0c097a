export * from './dates.ts';
export * from './items.ts';
export * from './md.ts';
export * from './phrases.ts';
export * from './states.ts';
export * from './unseen.ts';
