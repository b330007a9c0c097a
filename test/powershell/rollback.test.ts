import { describe, expect, it } from 'vitest';
import { sorted, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store } from './engine.ts';
import { contosoAnswers, rollbackFor, scriptFor } from './scripts.ts';

const apply = scriptFor(contosoAnswers);
const rollback = rollbackFor();

/** As installed, with remote sign-in on for everyone. */
function installed(): Store {
  return { ...asInstalled(), externalAccessPolicies: [accessPolicy('Global', { EnableOutsideAccess: true })] };
}

describe.skipIf(!hasDotnet())('the rollback script', () => {
  const bench = useBench();
  const applied = (store = installed()) => bench.run(apply, { store, answers: yes });

  it('takes the server back to what it was, to the value, and sets the state file aside', async () => {
    const first = await applied();
    const back = await bench.run(rollback, {
      name: '4-rollback.ps1',
      store: first.store,
      folder: first.folder,
      answers: yes,
    });
    console.log(back.text);
    console.log(back.terminated, back.errors);
    expect(back).toMatchObject({ exitCode: 0, terminated: null, errors: [], openTranscripts: [] });
    expect(sorted(back.store)).toEqual(sorted(installed()));
    console.log(back.files);
  });
});
