export { type ExportFile, exportFiles } from './files.ts';
export { exportTo } from './folder.ts';
