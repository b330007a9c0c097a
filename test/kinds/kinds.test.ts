import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  date,
  domain,
  email,
  httpsAddress,
  keepYesNo,
  listOf,
  records,
  text,
  userIdentity,
  yesNo,
} from '../../src/kinds/index.ts';
import type { Kind } from '../../src/model/index.ts';

const sipDomain = domain({ expected: 'a SIP domain', example: 'contoso.com' });
const name = text({ expected: 'a name', example: 'Contoso' });
const mail = email({ expected: 'an e-mail address', example: 'ana@contoso.com' });

function read<T>(kind: Kind<T>, raw: unknown): T | string {
  const result = kind.parse(raw);
  return result.ok ? result.value : (result.problems[0]?.said ?? '');
}

describe('domain', () => {
  it.each([
    ['Contoso.COM', 'contoso.com'],
    [' contoso.com ', 'contoso.com'],
    ['m\u00fcnchen.example', 'xn--mnchen-3ya.example'],
    ['a.b', 'a.b'],
    [`${'a'.repeat(63)}.com`, `${'a'.repeat(63)}.com`],
  ])('reads %s', (typed, kept) => {
    expect(read(sipDomain, typed)).toBe(kept);
  });

  it.each([
    ['contoso', 'is one word'],
    ['*.contoso.com', 'is a wildcard'],
    ['contoso.com/', 'holds more than a name'],
    ['https://contoso.com', 'holds more than a name'],
    ['sip:contoso.com', 'holds more than a name'],
    ['\u{1f600}.com', 'no DNS name has'],
    ['a_b.com', 'no DNS name has'],
    ['contoso..com', 'a dot too many'],
    ['contoso.com.', 'a dot too many'],
    ['-a.com', 'does not take'],
    ['-\u00fc.com', 'does not take: "-\u00fc"'],
    ['\u00fc-.com', 'does not take'],
    ['a.-\u00fc', 'does not take'],
    [`${'a'.repeat(64)}.com`, 'does not take'],
    ['10.0.0.5', 'is an address'],
    [`${'a.'.repeat(126)}aa`, '254 octets'],
    ['', 'Nothing is there'],
    [7, 'the number 7'],
    [null, 'null'],
  ])('refuses %s', (typed, why) => {
    expect(read(sipDomain, typed)).toContain(why);
  });
});

describe('text', () => {
  it('composes and trims', () => {
    expect(read(name, '  Cafe\u0301 \r\n')).toBe('Caf\u00e9');
  });

  it.each([
    ['a\nb', 'line end'],
    ['a\tb', 'A tab stands after'],
    ['a\u001b[31m', 'escape code'],
    ['a\u2028b', 'line end'],
    ['a\u202eb', 'direction'],
    ['a\u200bb', 'invisible'],
    ['a\ufeffb', 'invisible'],
    ['\u200dab', 'invisible'],
    ['a \u200c b', 'invisible'],
    ['a\u0007', 'control character (U+0007)'],
    ['\ufeffa', 'invisible character (U+FEFF) stands at the start'],
    ['a\ud800', 'Half a character'],
    ['x'.repeat(257), '257 characters'],
  ])('refuses %j', (typed, why) => {
    expect(read(name, typed)).toContain(why);
  });

  it.each([
    'x'.repeat(256),
    '\u{1f469}\u200d\u{1f4bb}',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    '\u{1f600}'.repeat(256),
  ])('keeps %s', (typed) => {
    expect(read(name, typed)).toBe(typed);
  });
});

describe('addresses', () => {
  it.each([
    ['Ana@Contoso.com', 'Ana@contoso.com'],
    ["o'hara@contoso.com", "o'hara@contoso.com"],
  ])('reads %s', (typed, kept) => {
    expect(read(mail, typed)).toBe(kept);
  });
  it.each([
    'ana',
    '@contoso.com',
    'ana@',
    'a b@contoso.com',
    'a..b@contoso.com',
    '.a@contoso.com',
    'a*@contoso.com',
    'ana@contoso',
    `${'a'.repeat(250)}@contoso.com`,
  ])('refuses %s', (typed) => {
    expect(mail.parse(typed).ok).toBe(false);
  });
  it('takes sip: off a user', () => {
    expect(read(userIdentity, 'SIP:ana@contoso.com')).toBe('ana@contoso.com');
    expect(userIdentity.parse('Ana*').ok).toBe(false);
  });
  it.each([
    ['http://contoso.com/a.png', 'https://'],
    ['https://ana:secret@contoso.com/', 'user name'],
    ['not an address', 'no web address'],
  ])('refuses the web address %s', (typed, why) => {
    expect(read(httpsAddress, typed)).toContain(why);
  });
});

describe('choices', () => {
  const scope = choice([{ value: 'site', label: 'One site' }], { user: 'Per user comes later.' });
  it('says why a known value is not taken', () => {
    expect([read(scope, 'site'), read(scope, 'user'), read(scope, 'x'), read(scope, 1)]).toEqual([
      'site',
      'Per user comes later.',
      '"x" is not a choice here.',
      'the number 1 stands where a choice belongs.',
    ]);
  });
  it('takes flags, not words', () => {
    expect([read(yesNo(), true), read(keepYesNo(), 'keep'), read(keepYesNo(), false)]).toEqual([true, 'keep', false]);
    expect([
      yesNo().parse('true').ok,
      yesNo().parse(1).ok,
      keepYesNo().parse('yes').ok,
      yesNo().parse('keep').ok,
    ]).toEqual([false, false, false, false]);
  });
});

describe('lists and records', () => {
  const domains = listOf({ item: sipDomain, max: 3, noun: 'SIP domain' });
  const pools = records<{ name: string; site?: string }>({
    noun: 'pool',
    max: 2,
    show: (value) => value.map((pool) => pool.name).join(', '),
    columns: [
      { id: 'name', label: 'Name', help: '', kind: sipDomain, required: true },
      { id: 'site', label: 'Site', help: '', kind: name, required: false },
    ],
  });

  it('names every wrong item by its place', () => {
    const result = domains.parse(['contoso', 'contoso.com', 'x/']);
    expect(result.ok ? [] : result.problems.map((p) => p.path)).toEqual([[0], [2]]);
  });
  it('takes each item once, whatever its case', () => {
    const result = domains.parse(['contoso.com', 'CONTOSO.com']);
    expect(result.ok ? undefined : result.problems[0]).toMatchObject({
      path: [1],
      said: 'contoso.com is in the list already, at 1.',
    });
  });
  it('names an item that is there twice as it was typed', () => {
    const result = listOf({ item: name, max: 3, noun: 'site' }).parse(['Redmond', 'REDMOND']);
    expect(result.ok ? [] : result.problems.map(({ said }) => said)).toEqual(['REDMOND is in the list already, at 1.']);
  });
  it.each([[[]], ['contoso.com'], [{}], [['a.b', 'b.b', 'c.b', 'd.b']]])('refuses %j', (raw) => {
    expect(domains.parse(raw).ok).toBe(false);
  });
  it('reads records and leaves out what is empty', () => {
    expect(read(pools, [{ name: 'SIP.contoso.com', site: '' }])).toEqual([{ name: 'sip.contoso.com' }]);
  });
  it('names a wrong cell, a missing one and an unknown one together', () => {
    const result = pools.parse([{ name: 'x', size: 3 }, { site: 'Redmond' }]);
    expect(result.ok ? [] : result.problems.map((p) => p.path.join('.'))).toEqual(['0.size', '0.name', '1.name']);
  });
  it('is not fooled by a key that every object has', () => {
    expect(pools.parse([{ name: 'sip.contoso.com', constructor: 'x' }]).ok).toBe(false);
    expect(pools.parse([JSON.parse('{"name":"sip.contoso.com","__proto__":{"site":"x"}}')]).ok).toBe(false);
  });
});

describe('every kind', () => {
  const kinds: readonly Kind<unknown>[] = [
    sipDomain,
    name,
    mail,
    userIdentity,
    httpsAddress,
    date,
    yesNo(),
    keepYesNo(),
    listOf({ item: sipDomain, max: 9, noun: 'SIP domain' }),
  ];

  it('gives for what it gave the same again, and never throws', () => {
    const raw = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary' }),
      fc.domain(),
      fc.emailAddress(),
      fc.webUrl(),
      fc.array(fc.domain()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), raw, (kind, value) => {
        const once = kind.parse(value);
        if (!once.ok) return;
        expect(kind.parse(once.value)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes its own example', () => {
    for (const kind of kinds) {
      const given: unknown = kind.form === 'line' ? kind.example : JSON.parse(kind.example);
      expect(kind.parse(given), kind.expected).toMatchObject({ ok: true });
    }
  });
});
