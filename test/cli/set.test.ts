import { beforeEach, describe, expect, test } from 'vitest';
import { beginWith, readSet, setNotes } from '../../src/cli/set.ts';
import type { Library, Surroundings } from '../../src/model/index.ts';
import { openLibrary } from '../../src/state/store.ts';
import { freshFolder } from '../state/around.ts';

const around: Surroundings = { now: () => '2025-11-23T22:52:00.000Z', offset: 0, user: 'ana', version: '0.1.0' };

let library: Library;

beforeEach(() => {
  library = openLibrary({ folder: freshFolder(), around });
});

const begun = (...words: string[]) => beginWith(words, library, around);

/** The rollout that the wizard begins, once its form has told the organisation. */
async function created(from: Library, organisation: string) {
  const opened = await from.create({ organisation });
  if (opened.state !== 'open') throw new Error(JSON.stringify(opened));
  opened.saved.close();
  return opened.saved.rollout;
}

describe('a rollout that begins with --set', () => {
  test('is kept at once where its organisation is stated', async () => {
    const found = await begun('deployment.organisation=Contoso', 'deployment.product=lync-2013', 'edge.firewall=done');
    expect(found).toEqual({ library, open: 'contoso' });
    expect(library.list()).toMatchObject([
      {
        id: 'contoso',
        rollout: {
          answers: { 'deployment.organisation': 'Contoso', 'deployment.product': 'lync-2013' },
          tasks: { 'edge.firewall': { state: 'done', at: '2025-11-23' } },
          events: [{ type: 'created', by: 'ana' }, {}, {}, { type: 'task-moved' }],
        },
      },
    ]);
    expect((await library.open('contoso', 'write')).state).toBe('open');
  });

  test('gets an id of its own beside others of that organisation', async () => {
    await created(library, 'Contoso');
    expect(await begun('deployment.organisation=Contoso')).toMatchObject({ open: 'contoso-2' });
  });

  test('begins in the form where nothing says whose it is, and holds what is stated, once', async () => {
    const found = await begun(
      'deployment.product=sfb-2015',
      'contacts.people={"name": "x", "situation": "needs-account"}',
    );
    if ('said' in found) throw new Error(found.said);
    expect(found.open).toBe(undefined);
    expect(library.list()).toEqual([]);
    expect(await created(found.library, 'Fabrikam')).toMatchObject({
      id: 'fabrikam',
      answers: { 'deployment.organisation': 'Fabrikam', 'deployment.product': 'sfb-2015' },
      people: [{ id: 'p1', name: 'x' }],
    });
    expect(await created(found.library, 'Adatum')).toMatchObject({
      id: 'adatum',
      answers: { 'deployment.organisation': 'Adatum' },
      people: [],
    });
  });

  test.each([
    ['deployment.product=lync-2015', 'deployment.product'],
    ['edge.federation-routes={"site": "Redmond", "pool": "edge07.contoso.local"}', 'edge.federation-routes'],
    ['edge.firewall=waived', 'edge.firewall'],
  ])('%s begins none', async (word, id) => {
    const found = await begun('deployment.organisation=Contoso', word);
    expect(found).toMatchObject({ code: 2, said: '--set: Not all of it can be taken.', problems: [{ id }] });
    expect(library.list()).toEqual([]);
  });
});

test('what is stated is told to count this once; nothing stated, nothing told', () => {
  const read = readSet(['edge.firewall=done', 'deployment.hybrid=y'], around);
  if ('said' in read) throw new Error(read.said);
  expect(setNotes(read.stated, 'contoso')).toEqual([
    'Only here, and not saved in contoso: edge.firewall and deployment.hybrid.',
  ]);
  expect(setNotes({}, 'contoso')).toEqual([]);
});
