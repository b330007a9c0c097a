export { type ExportFile, exportFiles } from './files.ts';
export { exportTo } from './folder.ts';
export { type ExportPlan, planExport } from './plan.ts';
export { afterExport, exportClashes, exportDoes, fileUses, kilobytes } from './told.ts';
