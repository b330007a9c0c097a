/** Where state meets the disk. */
export { openLibrary, rolloutsFault } from './store/library.ts';
export { isAlive } from './store/lock.ts';
