import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { handouts } from '../../src/runbook/index.ts';
import { readGiven, viewOf } from '../../src/state/index.ts';

const at = '2026-11-23T21:30:00.000Z';
const example = readFileSync(resolve(import.meta.dirname, '../../examples/contoso.json'));

/** The two pages for Contoso's answers, changed. */
function written(change: Readonly<Record<string, unknown>> = {}) {
  const answers = { ...JSON.parse(example.toString()), ...change };
  const given = readGiven(Buffer.from(JSON.stringify(answers)), { now: at, offset: 0, by: 'ana' });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  const pages = handouts(viewOf(given.rollout, '2026-11-23'));
  const textOf = (path: string) => pages.find((page) => page.path === path)?.text ?? '';
  return { pages, skypeUser: textOf('handouts/skype-user.md'), colleague: textOf('handouts/colleague.md') };
}

const headings = (text: string) => text.split('\n').flatMap((line) => (line.startsWith('## ') ? [line.slice(3)] : []));

const person = (name: string, more: Readonly<Record<string, unknown>>) => ({ name, situation: 'has-account', ...more });

const account = 'If you sign in to Skype with a Microsoft account';
const noAccount = 'If you have no Microsoft account';
const oldName = 'If you have a Skype name of old';

describe.each(['skypeUser', 'colleague'] as const)('the page %s', (which) => {
  const text = written()[which];

  it('says first, before any heading, that Skype is closed and that this is for the record', () => {
    const [, first = ''] = text.split('\n\n');
    expect(first).toMatch(/^\*\*For the record: .+ any more\.\*\* Consumer Skype closed on 5 May 2025/);
  });

  it('names the organisation, as it is written, and the product', () => {
    const page = written({ 'deployment.organisation': 'Fabrikam *Ltd*' })[which];
    expect(page).toContain('Fabrikam \\*Ltd\\*');
    expect(page).toContain('Lync Server 2013');
  });

  it('says what it says in as many words as a page takes', () => {
    const [said = ''] = text.split('\n## Sources\n');
    expect(said.split(/\s+/).length).toBeLessThan(600);
  });

  it('lists its sources, numbered from 1 and each cited', () => {
    const [said = '', sources = ''] = text.split('\n## Sources\n');
    const cited = new Set([...said.matchAll(/\[([\d, ]+)[^\]]*\]/g)].flatMap(([, row = '']) => row.split(', ')));
    const count = sources.match(/^\d+\. /gm)?.length ?? 0;
    expect([...cited].map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  it('is written by the same answers in the same words', () => {
    expect(written()[which]).toBe(text);
  });
});

describe('the page for people on Skype', () => {
  it('names nobody and nobody’s address, so that all may have the same', () => {
    const { skypeUser } = written();
    for (const one of ['Maria', 'Thomas', 'Ana', 'ana.trujillo', 'adatum']) expect(skypeUser).not.toContain(one);
  });

  it('tells how the addresses of our people end, and that an account must not end so', () => {
    const { skypeUser } = written();
    expect(skypeUser).toContain('an address that ends in `@contoso.com` or `@fabrikam.com`');
    expect(skypeUser).toContain('must not end in `@contoso.com` or `@fabrikam.com`');
  });

  it.each([
    ['all three situations', {}, [account, noAccount, oldName]],
    ['nobody listed', { 'contacts.people': [] }, [account, noAccount, oldName]],
    [
      'accounts, and nothing to be done',
      { 'accounts.needed': 'none', 'contacts.people': [person('Ana Trujillo', { microsoftAccount: 'ana@msn.com' })] },
      [account],
    ],
    [
      'somebody without an account',
      { 'accounts.needed': 'create', 'contacts.people': [person('Ana Trujillo', { situation: 'needs-account' })] },
      [noAccount],
    ],
    [
      'somebody who has to merge, who needs the account for it',
      { 'contacts.people': [person('Ana Trujillo', { situation: 'needs-merge' })] },
      [noAccount, oldName],
    ],
    ['nobody listed, no merge', { 'accounts.needed': 'create', 'contacts.people': [] }, [account, noAccount]],
  ])('with %s it has what concerns them and no more', (_, change, wanted) => {
    expect(headings(written(change).skypeUser)).toEqual([...wanted, 'Accept the request', 'Sources']);
  });

  it('warns before a merge, with both statements', () => {
    const { skypeUser } = written();
    const warned = skypeUser.indexOf('Take that for final');
    expect(warned).toBeGreaterThan(-1);
    expect(skypeUser.indexOf('The merge:')).toBeGreaterThan(warned);
    expect(skypeUser).toContain('could be unlinked');
    expect(skypeUser).toContain('cannot be undone');
  });
});

describe('the page for colleagues', () => {
  it('has the exact address to type for each person, under the colleague who adds them', () => {
    const { colleague } = written({
      'skype-provider.decorate': false,
      'contacts.people': [
        person('Thomas Hardy', { sip: 'maria@contoso.com', microsoftAccount: 'thomas@adatum.com' }),
        person('Ana Trujillo', { sip: 'ana@contoso.com', microsoftAccount: 'ana@outlook.com' }),
        person('Maria Anders', { sip: 'maria@contoso.com', microsoftAccount: 'anders@live.com' }),
      ],
    });
    const tokens = marked.lexer(colleague);
    const adding = tokens.flatMap((token, i) => {
      const list = tokens.slice(i + 1).find(({ type }) => type === 'list');
      if (token.type !== 'paragraph' || !token.text.endsWith(' adds:') || list?.type !== 'list') return [];
      const typed = list.items.map((item: { text: string }) => item.text.match(/^(.+): Type `(.+?)`/)?.slice(1));
      return [[token.text, typed]];
    });
    expect(adding).toEqual([
      [
        '`maria@contoso.com` adds:',
        [
          ['Thomas Hardy', 'thomas(adatum.com)@msn.com'],
          ['Maria Anders', 'anders@live.com'],
        ],
      ],
      ['`ana@contoso.com` adds:', [['Ana Trujillo', 'ana@outlook.com']]],
    ]);
  });

  it('tells the rule where nobody is listed', () => {
    const { colleague } = written({ 'contacts.people': [] });
    expect(colleague).toContain('Nobody is listed yet.');
    expect(colleague).toContain('`ana(fabrikam.com)@msn.com`');
  });

  it('says of whom no colleague, or no account, is known', () => {
    const { colleague } = written({ 'contacts.people': [person('Ana Trujillo', { situation: 'needs-account' })] });
    expect(colleague).toContain('Nobody is named yet to add:\n\n- Ana Trujillo: No Microsoft account yet');
  });

  it('stops at an account in one of our own domains', () => {
    const lines = written().colleague.split('\n');
    const own = lines.filter((line) =>
      line.includes('Ask for an account of another domain first: `contoso.com` is ours'),
    );
    expect(own.map((line) => line.slice(0, 15))).toEqual(['- Maria Anders:']);
  });

  it('asks for a new sign-in only where the policy is changed', () => {
    expect(written().colleague).toContain('sign out and in again');
    expect(written({ 'client-policy.target': 'leave' }).colleague).not.toContain('sign out and in again');
  });

  it('tells of search where the product and the answers have it, and of the client of the product', () => {
    const later = { 'deployment.product': 'sfb-2019', 'skype-provider.verification': 'product-default' };
    const search = 'Or search the Skype directory there: by name';
    const client = 'The Windows client of Skype for Business searches and adds';
    expect(written(later).colleague).toContain(search);
    expect(written(later).colleague).toContain(client);
    expect(written({ ...later, 'skype-provider.directory-search': false }).colleague).not.toContain(search);
    expect(written().colleague).not.toContain(search);
    expect(written().colleague).not.toContain(client);
  });

  it('says to whom the result is told', () => {
    expect(written().colleague).toContain('Tell Maria Anders the result.');
    expect(written({ 'deployment.owner': undefined }).colleague).toContain(
      'Tell whoever sent you this page the result.',
    );
  });

  it('shows a name as it is, whatever stands in it', () => {
    const name = '[Ana](x) `T` <b>| *x*';
    const { colleague } = written({ 'contacts.people': [person(name, { microsoftAccount: 'ana@msn.com' })] });
    const html = marked.parse(colleague, { async: false });
    expect(html).toContain('[Ana](x) `T` &lt;b&gt;| *x*: Type <code>ana@msn.com</code>');
  });
});
