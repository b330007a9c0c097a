import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as facts from '../../src/facts/index.ts';
import { allFacts, allSources, type Citations, numberCitations, sourceById } from '../../src/facts/index.ts';
import { bullets, cite, citeSource, code, codeBlock, md, sides, table } from '../../src/words/index.ts';

const titles = (citations: Citations) => citations.sources().map((source) => source.title);

describe('a citation', () => {
  test('becomes the number of its source, escaped so that Markdown shows it', () => {
    expect(numberCitations().resolve(md`So it is${cite(facts.dnsRecords)}.`)).toBe('So it is [1].');
  });

  test('follows the sentence of the fact that it stands for', () => {
    const { says } = facts.dnsRecords;
    expect(numberCitations().resolve(md`${facts.dnsRecords} Next.`)).toBe(`${says.markdown} [1] Next.`);
  });

  test('of a fact with several sources names each of them', () => {
    const citations = numberCitations();
    expect(citations.resolve(md`Gates${cite(facts.threeGates)}`)).toBe('Gates [1, 2, 3, 4]');
    expect(citations.sources()).toEqual(facts.threeGates.sources);
  });

  test('has one blank before it, none at the start of a line', () => {
    const citation = cite(facts.dnsRecords);
    const citations = numberCitations();
    expect(citations.resolve(citation)).toBe('[1]');
    expect(citations.resolve(md`one  ${citation}\n${citation}`)).toBe('one [1]\n[1]');
  });

  test('keeps its place in a list and in a table', () => {
    const { resolve } = numberCitations();
    const citation = cite(facts.dnsRecords);
    expect(resolve(bullets([md`one${citation}`, md`two`]))).toBe('- one [1]\n- two');
    expect(resolve(table([md`a`, md`b`], [[md`c`, citation]]))).toContain('| c | [1] |');
  });

  test('of what no fact or source has throws, naming it', () => {
    const { resolve } = numberCitations();
    expect(() => resolve({ markdown: 'So[^three-gate]' })).toThrow('three-gate');
    expect(() => resolve({ markdown: 'So[^@guide]' })).toThrow('guide');
    expect(() => resolve({ markdown: 'So[^guide-2014]' })).toThrow('guide-2014');
    expect(() => resolve({ markdown: 'So[^@three-gates]' })).toThrow('three-gates');
  });
});

describe('numbers', () => {
  test('are given in the order of citing, over every text that shares the list', () => {
    const citations = numberCitations();
    const first = citations.resolve(md`Suffix${cite(facts.suffixRule)}`);
    const second = citations.resolve(md`Ports${cite(facts.portsNeeded)} and suffix${cite(facts.suffixRuleExamples)}`);
    expect([first, second]).toEqual(['Suffix [1]', 'Ports [2] and suffix [1]']);
    expect(citations.sources().map((source) => source.id)).toEqual(['deploy-skype', 'edge-requirements']);
  });

  test('stay with their source, and no other gets them', () => {
    const citations = numberCitations();
    for (const fact of allFacts) citations.resolve(cite(fact));
    const once = titles(citations);
    for (const fact of [...allFacts].reverse()) citations.resolve(cite(fact));
    expect(titles(citations)).toEqual(once);
    expect(new Set(once).size).toBe(once.length);
  });

  test('ascend inside a bracket, whatever the order of the sources', () => {
    const citations = numberCitations();
    citations.resolve(cite(facts.newSitePolicyDefaults));
    const [first, second] = facts.newSitePolicyDefaults.sources;
    expect(first && second && citations.resolve(citeSource(second, first))).toBe('[1, 2]');
  });

  test('begin anew with each list', () => {
    numberCitations().resolve(cite(facts.threeGates));
    const citations = numberCitations();
    expect(citations.sources()).toEqual([]);
    expect(citations.resolve(cite(facts.portsNeeded))).toBe('[1]');
  });
});

describe('doubt', () => {
  test.each([
    ['nothing where a document states it', facts.dnsRecords, '[1]'],
    ['reported', facts.registrationRefusedEarly, '[1; reported]'],
    ['inferred', facts.sharedName, '[1; inferred]'],
    ['operating experience without a source', facts.signInAgain, '[operating experience]'],
    ['operating experience with a source', facts.replicasLateAtFirst, '[1; operating experience]'],
    ['not established', facts.noProxyEndDate, '[not established]'],
    ['not established, with where one would expect it', facts.levelTwoName, '[1, 2; not established]'],
  ])('says %s', (_, fact, shown) => {
    expect(numberCitations().resolve(cite(fact))).toBe(shown);
  });

  test('is said of a single source that is no document of Microsoft', () => {
    const { resolve } = numberCitations();
    expect(resolve(citeSource(sourceById('deploy-skype')))).toBe('[1]');
    expect(resolve(citeSource(sourceById('guide-2014')))).toBe('[2; reported]');
  });

  test('of a dispute is that of its weakest voice, and each voice has its own', () => {
    const shown = numberCitations().resolve(sides(facts.whoMayStart));
    expect(shown).toContain('can begin. [1, 2, 3, 4; reported]');
    expect(shown).toContain('the reverse cannot be done [1; reported]');
    expect(shown).toContain('sends a request [2, 3, 4]');
  });
});

describe('adjoining citations', () => {
  const { suffixRule, discoveryNeeds, portsNeeded, partnerDiscoveryOn, registrationRefusedEarly } = facts;

  test('share one bracket and name a source once', () => {
    expect(numberCitations().resolve(md`Names${cite(suffixRule, discoveryNeeds, portsNeeded)}.`)).toBe('Names [1, 2].');
  });

  test('share it with blanks between them too, not over a line', () => {
    const { resolve } = numberCitations();
    expect(resolve(md`Names${cite(suffixRule)} ${cite(portsNeeded)}`)).toBe('Names [1, 2]');
    expect(resolve(md`Names${cite(suffixRule)}\n${cite(portsNeeded)}`)).toBe('Names [1]\n[2]');
  });

  test('that are not equally well known have a bracket for each doubt', () => {
    const row = cite(suffixRule, partnerDiscoveryOn, portsNeeded, registrationRefusedEarly);
    expect(numberCitations().resolve(md`Names${row}`)).toBe('Names [1, 2] [3, 4; reported]');
  });

  test('begin with what is known best', () => {
    const row = cite(partnerDiscoveryOn, suffixRule);
    expect(numberCitations().resolve(md`Names${row}`)).toBe('Names [1] [2; reported]');
  });

  test('are those with nothing between them: a word parts them', () => {
    expect(numberCitations().resolve(md`a${cite(suffixRule)}, b${cite(portsNeeded)}`)).toBe('a [1], b [2]');
  });

  test('may mix facts and single sources', () => {
    const row = md`${cite(suffixRule)}${citeSource(sourceById('guide-2014'))}`;
    expect(numberCitations().resolve(md`Names${row}`)).toBe('Names [1] [2; reported]');
  });
});

describe('what only looks like a citation', () => {
  const untouched = (markdown: string) => {
    const citations = numberCitations();
    expect(citations.resolve({ markdown })).toBe(markdown);
    expect(citations.sources()).toEqual([]);
  };

  test('stays as it is inside code: a class of characters in a script', () => {
    untouched(md`Keep ${code('[^a-z]')} and ${code('`[^0-9]`')}.`.markdown);
    untouched(codeBlock('powershell', "$name -replace '[^a-z0-9-]', ''\n$other -match '[^x]'").markdown);
  });

  test('does not keep the citation behind the code from its number', () => {
    const text = md`Keep ${code('[^a-z]')}${cite(facts.dnsRecords)}`;
    expect(numberCitations().resolve(text)).toBe('Keep `[^a-z]` [1]');
  });

  test('is text from a person, whatever it is', () => {
    const lookalike = fc.oneof(
      fc.string(),
      fc.constantFrom('[^three-gates]', '[^dns-records]', '`[^@guide-2014]', '``', '\\', '[^', ']'),
    );
    fc.assert(
      fc.property(fc.array(lookalike), (parts) => {
        const text = md`${parts.join('')}`;
        const citations = numberCitations();
        expect(citations.resolve(text)).toBe(text.markdown);
        expect(citations.resolve(md`${parts.join('')}.${cite(facts.dnsRecords)}`)).toBe(`${text.markdown}. [1]`);
      }),
    );
  });
});

describe('every fact and every source', () => {
  test('can be cited, and nothing of the citation is left over', () => {
    const { resolve } = numberCitations();
    for (const fact of allFacts) expect(resolve(md`${fact}`), fact.id).not.toContain('[^');
    for (const fact of allFacts) expect(resolve(sides(fact)), fact.id).not.toContain('[^');
    for (const source of allSources) expect(resolve(citeSource(source)), source.id).toMatch(/^\[\d+(; reported)?\]$/);
  });
});
