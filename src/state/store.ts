/** Where state meets the disk. */
export { readGivenFile } from './store/handed.ts';
export { openLibrary, rolloutsFault } from './store/library.ts';
export { isAlive } from './store/lock.ts';
