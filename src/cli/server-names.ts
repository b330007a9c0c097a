import type { Evidence } from '../model/index.ts';

/** Where a script saw something, in words. */
export const serverNames: Readonly<Record<Evidence['place'], string>> = {
  'front-end': 'Front End Server',
  edge: 'Edge Server',
};
