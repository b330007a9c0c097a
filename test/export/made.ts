import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportFile } from '../../src/export/index.ts';

/** An export of these texts, with the manifest that belongs to them. */
export function made(texts: Readonly<Record<string, string>>, written = '2025-11-23T22:52:00.000Z'): ExportFile[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const listed = files.map(({ path, text }) => {
    return { path, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
  });
  const manifest = { format: 'skypefed-export', version: 1, program: 'skypefed 0.1.0', written, files: listed };
  return [...files, { path: 'manifest.json', text: `${JSON.stringify(manifest)}\n` }];
}

/** What a folder holds where an export, and nothing else, stands in it. */
export function textsOf(files: readonly ExportFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

/** Every file below a folder, by its path with slashes, with what it holds; `<link>` for a link. */
export function tree(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(folder.length + 1).replaceAll('\\', '/');
        return [name, entry.isSymbolicLink() ? '<link>' : readFileSync(path, 'utf8')];
      }),
  );
}

/** The first export of a rollout. */
export const first = made({
  'runbook.md': '# Runbook: Straße\n',
  'request-sheet.md': '# Request sheet\n',
  'scripts/2-apply.ps1': "Write-Output 'a'\r\n",
});

/** The next: the script is another, the request sheet is no longer made, a hand-out has come. */
export const second = made(
  {
    'runbook.md': '# Runbook: Straße\n',
    'scripts/2-apply.ps1': "Write-Output 'b'\r\n",
    'handouts/colleague.md': '# For colleagues\n',
  },
  '2025-11-24T08:00:00.000Z',
);
