import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../src/export/index.ts';
import { allFacts, productNames, products, shellNames } from '../../src/facts/index.ts';
import type { Product } from '../../src/model/index.ts';
import { readGiven } from '../../src/state/index.ts';
import { allTasks } from '../../src/steps/index.ts';

const moment = '2026-11-23T21:30:00.000Z';

/** The export of answers that leave nothing out. */
function exported(answers: Readonly<Record<string, unknown>>) {
  const stated = {
    'deployment.organisation': 'Contoso',
    'deployment.sip-domains': ['contoso.com'],
    'edge.pools': [{ name: 'sip.contoso.com', internal: 'edge01.contoso.local' }],
    'access-policy.sites': ['Redmond'],
    'access-policy.users': ['ana@contoso.com'],
    'accounts.one-way-understood': true,
    'contacts.people': [
      { name: 'Ana Trujillo', sip: 'ana@contoso.com', microsoftAccount: 'ana@adatum.com', situation: 'has-account' },
    ],
    ...answers,
  };
  const given = readGiven(Buffer.from(JSON.stringify(stated)), { now: moment, offset: 60, by: 'ana' });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  const files = exportFiles(given.rollout, { now: () => moment, offset: 60, user: 'ana', version: '0.1.0' });
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** Routing that is switched, and a federation route. */
const rebuilt = {
  'edge.routing': 'switch-to-dns-srv',
  'edge.federation-routes': [{ site: 'Redmond', pool: 'edge01.contoso.local' }],
};

const combinations = products.flatMap((product) =>
  ['site', 'user', 'global'].flatMap((scope) =>
    ['in-force', 'new-copy', 'leave'].flatMap((target) =>
      [{}, rebuilt].map((more) => ({
        product,
        answers: { 'deployment.product': product, 'access-policy.scope': scope, 'client-policy.target': target, ...more },
      })),
    ),
  ),
);

describe.each(combinations)('the export of $answers', ({ product, answers }) => {
  const files = exported(answers);
  const runbook = files.get('runbook.md') ?? '';

  it('is written whole, for the product', () => {
    expect([...files.keys()]).toEqual([
      'runbook.md',
      'scripts/1-discover.ps1',
      'scripts/2-apply.ps1',
      'scripts/3-verify.ps1',
      'scripts/4-rollback.ps1',
      'handouts/skype-user.md',
      'handouts/colleague.md',
      'rollout.json',
      'manifest.json',
    ]);
    expect(runbook).toContain(`| Product | ${productNames[product]} |`);
    expect(runbook).toContain(`Open the ${shellNames[product]} as an administrator`);
    expect(files.get('scripts/2-apply.ps1')).toContain(`Makes on ${productNames[product]} the changes`);
  });

  it('says nothing that is about other products only', () => {
    const others = allFacts.filter((fact) => fact.products && !fact.products.includes(product));
    expect(others.filter(({ says }) => runbook.includes(says.markdown)).map(({ id }) => id)).toEqual([]);
  });
});

describe('facts about some products', () => {
  const about = (product: Product) => allFacts.filter((fact) => fact.products?.includes(product));

  it('are there for each product, and for none of them all', () => {
    for (const product of products) expect(about(product).length, product).toBeGreaterThan(5);
    for (const fact of allFacts) if (fact.products) expect(fact.products.length, fact.id).toBeLessThan(products.length);
  });

  it.each(products)('are each told in an export for %s, or why a task is there', (product) => {
    const told = combinations
      .filter((one) => one.product === product)
      .flatMap(({ answers }) => [...exported(answers).values()])
      .join('\n');
    const form = {
      'registration.way': 'form',
      'registration.agreement': 'volume-licensing',
      'registration.agreement-number': 'V1234567',
      'registration.contact': 'ana@contoso.com',
    };
    const more = [...exported({ 'deployment.product': product, 'deployment.cu5': 'no', ...form }).values()].join('\n');
    const reasons = new Set(allTasks.flatMap(({ why }) => why));
    const untold = about(product).filter(
      (fact) => !reasons.has(fact) && !told.includes(fact.says.markdown) && !more.includes(fact.says.markdown),
    );
    expect(untold.map(({ id }) => id)).toEqual([]);
  });
});
