import { describe, expect, test } from 'vitest';
import * as facts from '../../src/facts/index.ts';
import type { Fact, Markdown, Source } from '../../src/model/index.ts';
import { cite, sides } from '../../src/words/index.ts';

const { allFacts, allSources, factById, sourceById } = facts;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** All that a fact says: itself, each voice, and what we do. */
function texts(fact: Fact): readonly Markdown[] {
  return [fact.says, ...(fact.weDo ? [fact.weDo] : []), ...(fact.sides ?? []).map((side) => side.says)];
}

const camel = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function isFact(value: unknown): value is Fact {
  return typeof value === 'object' && value !== null && 'says' in value && 'mark' in value && 'id' in value;
}

describe('all facts', () => {
  test('cover the procedure', () => {
    expect(allFacts.length).toBeGreaterThanOrEqual(110);
  });

  test('have ids that are unique', () => {
    const ids = allFacts.map((fact) => fact.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('are the constants that the room exports, each under the name of its id', () => {
    const exported = Object.entries(facts).flatMap(([name, value]) =>
      isFact(value) ? [[name, value.id] as const] : [],
    );
    expect(exported.filter(([name, id]) => name.toLowerCase() !== camel(id).toLowerCase())).toEqual([]);
    expect(exported.map(([, id]) => id).sort()).toEqual(allFacts.map((fact) => fact.id).sort());
  });

  test('are found by id, and a misspelt id is refused', () => {
    for (const fact of allFacts) expect(factById(fact.id)).toBe(fact);
    expect(() => factById('three-gate')).toThrow('three-gate');
  });

  test('say each thing once', () => {
    const says = allFacts.map((fact) => fact.says.markdown);
    expect(says.filter((text, i) => says.indexOf(text) !== i)).toEqual([]);
  });
});

describe('each fact', () => {
  /** Ids of the facts in which some text is not as it should be, with the text. */
  const offenders = (isWrong: (markdown: string) => boolean) =>
    allFacts.flatMap((fact) =>
      texts(fact).flatMap(({ markdown }) => (isWrong(markdown) ? [`${fact.id}: ${markdown}`] : [])),
    );

  test('has a kebab-case id', () => {
    expect(allFacts.filter((fact) => !kebab.test(fact.id)).map((fact) => fact.id)).toEqual([]);
  });

  test('rests on a source unless it is experience or unknown', () => {
    const sure = allFacts.filter((fact) => fact.mark !== 'experience' && fact.mark !== 'unknown');
    expect(sure.filter((fact) => fact.sources.length === 0).map((fact) => fact.id)).toEqual([]);
  });

  test('rests on sources that can be found', () => {
    for (const source of allFacts.flatMap((fact) => fact.sources)) expect(sourceById(source.id)).toBe(source);
  });

  test('is plain ASCII on one line, for old consoles', () => {
    expect(offenders((text) => !/^[\x20-\x7e]+$/.test(text))).toEqual([]);
  });

  test('is short', () => {
    expect(offenders((text) => text.length > 320 || text !== text.trim())).toEqual([]);
  });

  test('says whole sentences, and so does what we do about it', () => {
    const sentence = /^["`A-Z].*[.]$/;
    const wrong = allFacts.filter(
      ({ says, weDo }) => !sentence.test(says.markdown) || (weDo !== undefined && !sentence.test(weDo.markdown)),
    );
    expect(wrong.map((fact) => fact.says.markdown)).toEqual([]);
  });

  test('keeps parameters and wildcards inside code, so that nothing turns into markup', () => {
    expect(offenders((text) => /[`*_|~\\[\]<$#]/.test(text.replace(/`[^`]*`/g, '')))).toEqual([]);
  });

  test('keeps the voice of the product', () => {
    expect(offenders((text) => /please|oops|successfully|(?<!Yahoo)!/i.test(text))).toEqual([]);
  });
});

describe('disputes', () => {
  const disputes = allFacts.filter((fact) => fact.sides);

  test('there are some', () => {
    expect(disputes.map((fact) => fact.id)).toContain('public-users-switch');
  });

  test('have two voices or more, each with a source and words of its own, and say what we do', () => {
    for (const { id, sides: voices = [], weDo } of disputes) {
      expect(voices.length, id).toBeGreaterThanOrEqual(2);
      expect(new Set(voices.map((side) => side.says.markdown)).size, id).toBe(voices.length);
      for (const side of voices) expect(side.sources.length, `${id}, ${side.who}`).toBeGreaterThan(0);
      expect(weDo, id).toBeDefined();
    }
  });

  test('call a voice documented where documents of Microsoft speak, and nowhere else', () => {
    for (const { id, sides: voices = [] } of disputes)
      for (const { who, mark, sources } of voices)
        expect(
          sources.every((source) => source.title.startsWith('Microsoft, ')),
          `${id}, ${who}`,
        ).toBe(mark === 'documented');
  });

  test('show each voice with its source', () => {
    const shown = sides(facts.publicUsersSwitch).markdown;
    expect(shown).toContain('[^@guide-2014]');
    expect(shown).toContain('`EnablePublicCloudAccess`');
    expect(shown).toContain('[^@public-access-2013]');
  });

  test('are as sure as their weakest voice', () => {
    expect(facts.decorationVersionDispute.mark).toBe('documented');
    expect(facts.publicUsersSwitch.mark).toBe('reported');
  });

  test('gather the sources of every voice once', () => {
    const ids = facts.whoMayStart.sources.map((source) => source.id);
    expect(ids).toEqual(['guide-2014', 'end-user', 'enabling-skype', 'deploy-skype']);
  });
});

describe('sources', () => {
  const named = (sources: readonly Source[]) => sources.map((source) => source.id);

  test('have ids that are unique and kebab-case', () => {
    const ids = named(allSources);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const id of ids) expect(id).toMatch(kebab);
  });

  test('are each used by a fact', () => {
    const used = new Set(
      allFacts.flatMap((fact) => [
        ...named(fact.sources),
        ...(fact.sides ?? []).flatMap((side) => named(side.sources)),
      ]),
    );
    expect(named(allSources).filter((id) => !used.has(id))).toEqual([]);
  });

  test('say who and where in plain ASCII', () => {
    for (const source of allSources) {
      expect(source.title, source.id).toMatch(/^[\x20-\x7e]+$/);
      expect(source.where, source.id).toMatch(/^[a-z0-9.-]+\.[a-z]+/i);
    }
  });

  test('are found by id, and a misspelt id is refused', () => {
    expect(sourceById('guide-2014').title).toBe('A step-by-step guide of 2014');
    expect(() => sourceById('guide')).toThrow('guide');
  });

  test('are of Microsoft where a fact is called documented, and not all of them where it is called reported', () => {
    const ofMicrosoft = (source: Source) => source.title.startsWith('Microsoft, ');
    const documented = allFacts.filter((fact) => fact.mark === 'documented');
    const reported = allFacts.filter((fact) => fact.mark === 'reported');
    expect(documented.filter((fact) => !fact.sources.some(ofMicrosoft)).map((fact) => fact.id)).toEqual([]);
    expect(reported.filter((fact) => fact.sources.every(ofMicrosoft)).map((fact) => fact.id)).toEqual([]);
  });
});

describe('corrections to the guide', () => {
  const guided = Object.entries(facts).flatMap(([name, value]) =>
    /^guide[A-Z]/.test(name) && isFact(value) ? [value] : [],
  );

  test('say which guide, before anything is told of it', () => {
    for (const { id, says } of allFacts) {
      const [first] = /(?:\S+ )?\bguide\b/.exec(says.markdown) ?? [];
      if (first !== undefined) expect(first, id).toBe('2014 guide');
    }
  });

  test('stand beside what the guide says', () => {
    expect(guided.length).toBe(16);
    for (const fact of guided) {
      expect(named(fact), fact.id).toBe('guide-2014');
      expect(fact.sides?.length, fact.id).toBeGreaterThanOrEqual(2);
    }
  });

  function named(fact: Fact): string | undefined {
    return fact.sides?.[0]?.sources[0]?.id;
  }

  test('give back the values that are lost from it', () => {
    const all = guided.map((fact) => sides(fact).markdown).join('\n');
    for (const value of [facts.registrationSite, facts.skypeProxyFqdn, facts.skypeIconUrl, 'sip.'])
      expect(all).toContain(value);
  });

  test('cite themselves', () => {
    expect(cite(facts.guideEdge, facts.guideScope).markdown).toBe('[^guide-edge][^guide-scope]');
  });
});
