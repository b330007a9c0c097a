/** Where state meets the disk. */
export { writeNew } from './store/files.ts';
export { readGivenFile } from './store/handed.ts';
export { openLibrary, rolloutsFault } from './store/library.ts';
export { located } from './store/located.ts';
export { isAlive } from './store/lock.ts';
