import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../src/state/index.ts';
import { evidenceFile, item, items } from '../state/evidence-file.ts';
import { playRollout } from './play.ts';

const answers = {
  'deployment.organisation': 'Contoso',
  'deployment.product': 'lync-2013',
  'deployment.sip-domains': ['contoso.com'],
  'edge.pools': [{ name: 'sip.contoso.com' }],
  'access-policy.sites': ['Redmond'],
  'accounts.one-way-understood': true,
};

function seeing(values: object = {}) {
  const read = readEvidence(evidenceFile(values));
  if (read.state === 'wrong') throw new Error(read.said);
  return playRollout({ answers, evidence: [{ ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' }] });
}

const toPlan = (values?: object) => seeing(values).press('escape', "'p", 'enter');

describe('the plan, once a server was seen', () => {
  test('says when and where, how many changes there are, and what each changes', () => {
    const screen = toPlan().screen();
    expect(screen).toContain('4 changes · seen 3 Nov 2025 15:10');
    expect(screen).toMatch(/Set against what was seen on FE01, 3 Nov 2025 15:10, \d+ days ago/);
    expect(screen).toMatch(/^ ► ~ Access Edge configuration: federation +risk medium$/m);
    expect(screen).toMatch(/^ +seen +~ Global: AllowFederatedUsers False -> True$/m);
  });

  test('tells of a change without the keyboard in one line', () => {
    const play = toPlan().press('down', 'down', 'down', 'down');
    expect(play.screen()).toMatch(
      /^ +~ Access Edge configuration: federation .*\n {7}AllowFederatedUsers False -> True$/m,
    );
  });

  test('F1 says which change it tells the reasons of', () => {
    const [head = ''] = toPlan().press('function').screen().split('\n');
    expect(head).toContain('Why: Access Edge configuration: federation');
  });

  test('says why something is not known', () => {
    const play = toPlan({ items: { ...items, accessEdge: item() } });
    expect(play.screen()).toContain('3 changes, 1 unknown');
    expect(play.screen()).toMatch(/seen +the script would stop: Global was not there/);
  });

  test.each([
    [80, 24],
    [60, 20],
    [50, 20],
  ])('fits into %d x %d', (columns, rows) => {
    const serverVersion = item('Skype for Business Server 2015 (6.0.9319.0)');
    const play = toPlan({ items: { ...items, serverVersion } });
    play.size = { columns, rows };
    expect(play.screen().replace(/\s+/g, ' ')).toContain('! FE01 is another product, Skype for Business Server 2015');
    for (let i = 0; i < 4; i++) {
      const lines = play.press('down').lines();
      expect(lines.length).toBeLessThan(rows);
      expect(lines.every((line) => line.length < columns)).toBe(true);
    }
  });
});

describe('a page, once a server was seen', () => {
  test('says what keep keeps, and what is there', () => {
    const play = seeing().press('escape', "'acc", 'enter');
    while (!/Remote users/.test(play.here)) play.press('tab');
    expect(play.screen()).toMatch(/Now: True, seen 3\s+(\S+\s+)?Nov 2025\./);
    play.size = { columns: 130, rows: 40 };
    expect(play.screen()).toContain('Seen on the server, 3 Nov 2025');
    expect(play.screen()).toMatch(/Site:Redmond not there, in force:\s+True/);
  });
});
