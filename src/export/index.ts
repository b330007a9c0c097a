export { type ExportFile, exportFiles } from './files.ts';
export { type Exported, exportTo } from './folder.ts';
