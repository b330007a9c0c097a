import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportRows } from './exporting.ts';
import { keyRows } from './keys.ts';
import { savingRows } from './saving.ts';
import { scriptRows } from './scripts.ts';
import { startRows } from './start.ts';
import { type Row, tableLines } from './table.ts';
import { weightRows } from './weight.ts';

const parts = {
  start: startRows,
  keys: keyRows,
  saving: savingRows,
  export: exportRows,
  weight: weightRows,
  scripts: scriptRows,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));

if (unknown.length > 0) {
  console.error(`There is nothing to measure by the name ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'skypefed-bench-'));
  try {
    const rows: Row[] = [];
    for (const [name, measure] of Object.entries(parts)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      console.error(`measuring: ${name}`);
      rows.push(...(await measure(join(folder, name))));
    }
    console.log(tableLines(rows).join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
