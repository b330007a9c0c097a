import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Does the export stand there whole, as its own manifest tells? */
export function isWhole(place: string): boolean {
  const { files } = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8'));
  return files.every(({ path, sha256 }: { path: string; sha256: string }) => {
    return (
      createHash('sha256')
        .update(readFileSync(join(place, path)))
        .digest('hex') === sha256
    );
  });
}
