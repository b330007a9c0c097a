import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Given, judge, nearest, readGiven } from '../../src/state/index.ts';
import { rollouts, today } from './arbitrary.ts';
import { answered, enough, rolloutAfter } from './fixture.ts';

const at = { now: `${today}T22:52:00.000Z`, offset: 0, by: 'ana' };
const given = (value: unknown): Given => readGiven(new TextEncoder().encode(JSON.stringify(value)), at);

describe('an answers file', () => {
  test('becomes a rollout that is named by its organisation', () => {
    expect(given({ ...enough, 'deployment.organisation': 'Adatum lab' })).toMatchObject({
      state: 'read',
      rollout: {
        id: 'adatum-lab',
        people: [],
        events: expect.arrayContaining([{ at: at.now, by: 'ana', type: 'created' }]),
      },
      missing: [],
    });
  });

  test('that is incomplete becomes one too: the wizard asks for the rest', () => {
    const read = given({ 'deployment.product': 'lync-2013' });
    expect(read).toMatchObject({ state: 'read', rollout: { id: 'rollout' } });
    expect(read.state === 'read' && read.missing.map(({ id }) => id)).toContain('deployment.organisation');
  });

  test('that is no object at all is told to be none, and nothing else', () => {
    for (const value of [[], 'Contoso', null, 5]) {
      expect(given(value)).toMatchObject({ state: 'refused', problems: [{ id: '' }], missing: [] });
    }
  });

  test('days are those of the reader: at ten to midnight UTC it is tomorrow in Tokyo', () => {
    const text = JSON.stringify({ ...enough, 'edge.certificate': { state: 'done', at: '2025-11-24' } });
    const bytes = new TextEncoder().encode(text);
    expect(readGiven(bytes, at).state).toBe('refused');
    expect(readGiven(bytes, { ...at, offset: 540 }).state).toBe('read');
  });

  test('may have comments, and commas where nothing follows', () => {
    const text = JSON.stringify(enough).replace('{', '// ours\n{ /* the lab */ ').replace(/\]/g, ',]');
    const read = readGiven(new TextEncoder().encode(text), at);
    expect(read).toMatchObject({ state: 'read', rollout: { answers: enough } });
  });

  test.each([
    ['utf16le', '\ufeff'],
    ['utf8', '\ufeff'],
    ['utf8', ''],
  ] as const)('in %s after "%s"', (encoding, mark) => {
    const text = readFileSync(join(import.meta.dirname, '../../examples/contoso.json'), 'utf8');
    expect(readGiven(Buffer.from(mark + text, encoding), at).state).toBe('read');
  });

  test('in UTF-16 of the other order', () => {
    const bytes = Buffer.from(`\ufeff${JSON.stringify(enough)}`, 'utf16le').swap16();
    expect(readGiven(bytes, at).state).toBe('read');
  });
});

describe('an exported rollout', () => {
  test('is taken as it was, its log included', () => {
    const sound = rollouts.filter((rollout) => judge(rollout, today).wrong.length === 0);
    fc.assert(
      fc.property(sound, (rollout) => {
        expect(given(rollout)).toMatchObject({ state: 'read', rollout });
      }),
    );
  });

  test('with a comment is refused where it stands: a program wrote it', () => {
    const text = JSON.stringify(rolloutAfter()).replace(',', ', // ours\n');
    const read = readGiven(new TextEncoder().encode(text), at);
    expect(read).toMatchObject({ said: expect.stringMatching(/^Line 1, column \d+ is no JSON: \/ stands where/) });
  });

  test('with answers that do not do is refused, and they are named', () => {
    const host = rolloutAfter(...answered({ ...enough, 'deployment.sip-domains': ['sip.contoso.com'] }));
    expect(given(host)).toMatchObject({
      state: 'refused',
      said: 'Answers of this rollout do not do.',
      problems: [{ id: 'deployment.sip-domains', path: [0] }],
    });
  });
});

test('no bytes whatever are more than refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(['read', 'refused']).toContain(readGiven(bytes, at).state);
    }),
  );
});

describe('the nearest word', () => {
  test.each([
    ['exprt', ['open', 'export'], 'export'],
    ['oepn', ['export', 'open'], 'open'],
    ['edge.pool', ['edge.routing', 'edge.pools', 'edge.shared-name'], 'edge.pools'],
    ['colour', ['ascii', 'no-color'], undefined],
    ['--colour', ['--ascii', '--no-color'], '--no-color'],
    ['adatum', ['contoso', 'fabrikam'], undefined],
    ['open', ['new'], undefined],
    ['', ['longer', 'short'], undefined],
    ['x', [], undefined],
  ])('of %j in %j is %j', (word, known, near) => {
    expect(nearest(word, known)).toBe(near);
  });

  test('of a known word is that word', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (known, n) => {
        const word = known[n % known.length] ?? '';
        expect(nearest(word, known)).toBe(word);
      }),
    );
  });
});
