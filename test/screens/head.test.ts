import { describe, expect, it } from 'vitest';
import { productNames, productShortNames, products } from '../../src/facts/index.ts';
import { cells } from '../../src/screens/look/lines.ts';
import { newRollout } from '../../src/state/index.ts';
import { answered, around, Play, playRollout } from './play.ts';

const organisations = ['Contoso', 'Contoso Pharmaceuticals and Research', '漢'.repeat(60)];

describe.each(products)('%s', (product) => {
  it.each([
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
  ])('is told from the others on every page, whatever the name of the rollout: %j', (size) => {
    for (const organisation of organisations) {
      const answers = { ...answered, 'deployment.organisation': organisation, 'deployment.product': product };
      for (const [step, page] of [
        ['deployment', 'change'],
        ['access-policy', 'policy'],
      ] as const) {
        const play = playRollout({ answers }).goTo(step, page);
        play.size = size;
        const [head = ''] = play.lines();
        const shown = head.includes(productNames[product]) ? productNames[product] : productShortNames[product];
        expect(head).toMatch(new RegExp(` · ${shown}  .*Step \\d of 8`));
        expect(cells(head)).toBeLessThan(size.columns);
      }
    }
  });

  it('is told from the others in the list of rollouts, and when somebody was there last', () => {
    const rollout = newRollout({ id: 'contoso', at: '2026-10-31T12:00:00.000Z', by: 'ana' });
    const known = { ...rollout, answers: { ...answered, 'deployment.product': product } };
    const of = (id: string, name: string) => ({
      id,
      organisation: name,
      folder: 'x',
      rollout: known,
      savedAt: around.now(),
    });
    const play = new Play(organisations.map((name, i) => of(`${i}`, name)));
    for (const line of play.lines().filter((one) => / of 8/.test(one))) {
      const named = [productNames[product], productShortNames[product]].some((name) => line.includes(name));
      expect(named, line).toBe(true);
      expect(line).toContain('last here 23 Nov');
    }
    play.size = { columns: 120, rows: 40 };
    expect(play.screen()).toContain(productNames[product]);
  });
});

it('no two short names are alike', () => {
  expect(new Set(Object.values(productShortNames)).size).toBe(products.length);
});
