import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { OpenHow, Rollout } from '../../../src/model/index.ts';
import { openLibrary } from '../../../src/state/store.ts';
import { happen } from '../arbitrary.ts';
import { clockwork, freshFolder, savedOf } from '../around.ts';

export const answer = (rollout: Rollout, value: string) =>
  happen(rollout, { type: 'answered', field: 'deployment.owner', value });

export const ownerOf = (rollout: Rollout) => rollout.answers['deployment.owner'];

/** A library in a folder of its own, and the rollout contoso in it. */
export class Contoso {
  readonly folder = freshFolder();
  readonly library = openLibrary({ folder: this.folder, around: clockwork() });

  place(...names: string[]): string {
    return join(this.folder, 'rollouts', 'contoso', ...names);
  }

  read(name: string): string {
    return readFileSync(this.place(name), 'utf8');
  }

  /** Every file of the rollout, with what it holds. */
  contents(): Record<string, string> {
    const names = readdirSync(this.place());
    return Object.fromEntries(names.map((name) => [name, readFileSync(this.place(name), 'latin1')]));
  }

  /** Makes the rollout, saves one owner after the other, and leaves. */
  async with(...owners: string[]): Promise<Rollout> {
    const saved = savedOf(await this.library.create({ organisation: 'Contoso' }));
    const last = owners.reduce((rollout, owner) => {
      const next = answer(rollout, owner);
      expect(saved.save(next)).toHaveProperty('saved');
      return next;
    }, saved.rollout);
    saved.close();
    return last;
  }

  /** Opens the rollout, looks, and leaves. */
  async reopened(how: OpenHow = 'write'): Promise<Rollout> {
    const saved = savedOf(await this.library.open('contoso', how));
    saved.close();
    return saved.rollout;
  }
}
