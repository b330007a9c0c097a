export { changesOf, planOf } from './changes.ts';
export { isKept } from './ensure.ts';
export { type Clock, daysAgo, otherServer, type SeenFrom, seenFrom } from './evidence.ts';
export { countOfChanges, seenInShort, seenWhole, shown } from './seen/index.ts';
export { seenDone, seenDoneSaid } from './seen-done.ts';
export { seenFromTold } from './seen-told.ts';
export { grantCmdlets, runCmdlets, type Thing, things } from './things.ts';
