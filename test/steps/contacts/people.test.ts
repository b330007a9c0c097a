import { describe, expect, it } from 'vitest';
import { contacts } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const { people } = contacts;

const read = (raw: unknown) => {
  const result = people.kind.parse([raw]);
  return result.ok ? result.value[0] : result.problems.map((p) => `${p.path.join('.')}: ${p.said}`);
};

const ana = { name: 'Ana Trujillo', situation: 'has-account', microsoftAccount: 'ana@outlook.com' } as const;

describe('a person', () => {
  it('is read as written, the address without sip:', () => {
    expect(read({ ...ana, sip: 'sip:maria@contoso.com', skypeName: 'ana.t' })).toEqual({
      ...ana,
      sip: 'maria@contoso.com',
      skypeName: 'ana.t',
    });
  });

  it('has a name and a situation', () => {
    expect(read({})).toEqual([expect.stringMatching(/^0\.name: /), expect.stringMatching(/^0\.situation: /)]);
  });

  it('carries the tasks along, to be read elsewhere', () => {
    const tasks = { invited: { state: 'done', at: '2026-11-21' } };
    expect(read({ ...ana, tasks })).toEqual({ ...ana, tasks });
  });

  it('has nothing of another name', () => {
    expect(read({ ...ana, mail: 'ana@outlook.com' })).toEqual([expect.stringMatching(/^0\.mail: /)]);
  });

  it('has no wildcard for a colleague and no name for an account', () => {
    expect(read({ ...ana, sip: '*@contoso.com' })).toEqual([expect.stringMatching(/^0\.sip: /)]);
    expect(read({ ...ana, microsoftAccount: 'ana.t' })).toEqual([expect.stringMatching(/^0\.microsoftAccount: /)]);
  });

  it('says what a colleague is named by', () => {
    const column = people.kind.form === 'records' && people.kind.columns.find(({ id }) => id === 'sip');
    const result = column ? column.kind.parse('maria') : undefined;
    expect(result?.ok === false && result.problems[0]?.expected).toBe('a SIP address');
  });
});

describe('people in one line', () => {
  const maria = { name: 'Maria Anders', situation: 'needs-merge' } as const;

  it('are named while they are few', () => {
    expect(people.kind.show([ana])).toBe('Ana Trujillo');
    expect(people.kind.show([ana, maria])).toBe('Ana Trujillo, Maria Anders');
    expect(people.kind.show([ana, maria, maria])).toBe('3 people');
  });
});

describe('a person with a Skype name only', () => {
  const maria = { name: 'Maria Anders', situation: 'skype-name-only', skypeName: 'maria.anders' } as const;
  const column = people.kind.form === 'records' ? people.kind.columns.find(({ id }) => id === 'situation') : undefined;
  const on = (product: string) => viewWith({ 'deployment.product': product });

  it.each(['sfb-2015', 'sfb-2019', 'sfb-se'])('is offered and has an address on %s', (product) => {
    expect(column?.offered?.(on(product)).map(({ value }) => value)).toContain('skype-name-only');
    expect(people.check?.([maria], on(product))).toEqual([]);
  });

  it.each(['lync-2010', 'lync-2013'])('is not offered on %s, and one that is listed stops the export', (product) => {
    expect(column?.offered?.(on(product)).map(({ value }) => value)).toEqual([
      'has-account',
      'needs-account',
      'needs-merge',
    ]);
    expect(people.check?.([ana, maria], on(product))).toMatchObject([{ path: [1, 'situation'], weight: 'stop' }]);
  });

  it('has that name', () => {
    const { skypeName: _none, ...nameless } = maria;
    expect(people.check?.([nameless], on('sfb-2015'))).toMatchObject([{ path: [0, 'skypeName'], weight: 'stop' }]);
  });
});

describe('what is wrong with a person', () => {
  const problems = (person: Parameters<NonNullable<typeof people.check>>[0][number], domains = ['contoso.com']) =>
    people.check?.([ana, person], viewWith({ 'deployment.sip-domains': domains })) ?? [];

  it('is an account that is there and not named', () => {
    const [missing] = problems({ name: 'Maria Anders', situation: 'has-account' });
    expect(missing).toMatchObject({ path: [1, 'microsoftAccount'], weight: 'stop' });
    expect(missing?.said).toContain('Maria Anders');
  });

  it('is nothing where the account is still to be made', () => {
    expect(problems({ name: 'Maria Anders', situation: 'needs-account' })).toEqual([]);
    expect(problems({ name: 'Maria Anders', situation: 'needs-merge' })).toEqual([]);
  });

  it('is worth a look where the account is in a SIP domain of ours, whatever the situation', () => {
    for (const situation of ['has-account', 'needs-account', 'needs-merge'] as const) {
      const found = problems({ name: 'Maria Anders', situation, microsoftAccount: 'maria@contoso.com' });
      expect(found).toMatchObject([{ path: [1, 'microsoftAccount'], weight: 'warn' }]);
      expect(found[0]?.said).toMatch(/Maria Anders.*contoso\.com/);
    }
  });

  it('is nothing at another domain, not even below one of ours', () => {
    expect(problems({ ...ana, microsoftAccount: 'ana@fabrikam.com' })).toEqual([]);
    expect(problems({ ...ana, microsoftAccount: 'ana@mail.contoso.com' })).toEqual([]);
    expect(problems({ ...ana, microsoftAccount: 'ana@adatum.com' }, ['contoso.com', 'adatum.com'])).toHaveLength(1);
  });
});
