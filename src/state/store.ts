/** Where state meets the disk. */
export { type HandedEvidence, hasEvidence, takeEvidence } from './store/evidence.ts';
export { folderMode, makeFolders, writeNew } from './store/files.ts';
export { type Handed, mostGiven, readGivenBytes, readGivenFile } from './store/handed.ts';
export { openLibrary, rolloutsFault } from './store/library.ts';
export { located } from './store/located.ts';
export { isAlive } from './store/lock.ts';
