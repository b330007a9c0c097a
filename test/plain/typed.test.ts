import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionNamed, readRowDeed, readTyped, words } from '../../src/plain/typed.ts';
import { allFields, people } from '../../src/steps/index.ts';

const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));

describe('what a line means', () => {
  it('nothing, whatever blanks are typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ \t]*$/), (text) => void expect(readTyped(text)).toEqual({ of: 'nothing' })),
    );
  });

  it.each(Object.keys(words))('%s is a word, in any case, with blanks around it', (word) => {
    for (const typed of [word, ` ${word.toUpperCase()} `]) expect(readTyped(typed)).toEqual({ of: 'word', word });
  });

  it.each([
    ['?', 'help'],
    ['quit', 'leave'],
    ['Exit', 'leave'],
  ])('%s is understood as %s', (typed, word) => {
    expect(readTyped(typed)).toEqual({ of: 'word', word });
    expect(readTyped(`"${typed}"`)).toEqual({ of: 'text', text: typed, literal: true });
  });

  it('any text in quotes is that text and nothing else, a word of ours and quotes included', () => {
    fc.assert(
      fc.property(fc.oneof(line, fc.constantFrom(...Object.keys(words))), (text) => {
        const read = readTyped(`"${text}"`);
        expect(read).toEqual(text === '' ? { of: 'nothing' } : { of: 'text', text, literal: true });
      }),
    );
  });

  it('any other line is its text, without the blanks around it', () => {
    fc.assert(
      fc.property(line, (typed) => {
        const text = typed.trim();
        fc.pre(
          text !== '' &&
            !Object.hasOwn(words, text.toLowerCase()) &&
            !['?', 'quit', 'exit'].includes(text.toLowerCase()) &&
            !/^".*"$/s.test(text),
        );
        expect(readTyped(typed)).toEqual({ of: 'text', text, literal: false });
      }),
    );
  });

  it('what an object has by nature is no word', () => {
    expect(readTyped('constructor')).toEqual({ of: 'text', text: 'constructor', literal: false });
  });
});

describe('which option is named', () => {
  const options = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z ]{0,12}$/), { minLength: 1, maxLength: 9 });
  const cell = (labels: readonly string[]) => ({
    options: labels.map((label) => ({ label, value: label })),
    letters: {},
  });

  it('by its number, from 1 on, as it is typed or as it is said', () => {
    fc.assert(
      fc.property(options, fc.nat(20), fc.constantFrom('', ':', '.', ')'), (labels, n, sign) => {
        expect(optionNamed(`${n}${sign}`, cell(labels))).toBe(n >= 1 && n <= labels.length ? n - 1 : undefined);
      }),
    );
  });

  it('by a word that only one label has, a year too', () => {
    const products = cell([
      'Lync Server 2010',
      'Lync Server 2013',
      'Skype for Business Server 2019',
      'Everyone (Global)',
    ]);
    expect(
      ['2019', '2013', 'skype', 'global', 'server', '20', '2.5', 'lync'].map((typed) => optionNamed(typed, products)),
    ).toEqual([2, 1, 2, 3, undefined, undefined, undefined, undefined]);
  });

  it('by its label, in any case', () => {
    fc.assert(
      fc.property(options, fc.nat(), (labels, n) => {
        const at = n % labels.length;
        expect(optionNamed((labels[at] ?? '').toUpperCase(), cell(labels))).toBe(at);
      }),
    );
  });

  it('by a beginning that only one label has', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(words, fc.stringMatching(/^[a-z]{1,3}$/), (labels, begun) => {
        const found = optionNamed(begun, cell(labels));
        const these = labels.filter((label) => label.startsWith(begun));
        const whole = labels.indexOf(begun);
        expect(found).toBe(whole >= 0 ? whole : these.length === 1 ? labels.indexOf(these[0] ?? '') : undefined);
      }),
    );
  });

  it('by its letter', () => {
    const keep = {
      options: [
        { label: 'keep', value: 'keep' },
        { label: 'yes', value: true },
      ],
      letters: { k: 'keep', y: true },
    };
    expect([optionNamed('y', keep), optionNamed('K', keep), optionNamed('x', keep)]).toEqual([1, 0, undefined]);
  });
});

it('no choice that is asked bears the name of one of our words, or begins with a number', () => {
  const columns = people.kind.form === 'records' ? people.kind.columns : [];
  const kinds = [...allFields, ...columns].map(({ kind }) => kind);
  const labels = kinds.flatMap((kind) => (kind.form === 'choice' ? kind.choices.map(({ label }) => label) : []));
  expect(labels.filter((label) => readTyped(label).of !== 'text')).toEqual([]);
  // A number is the place of a choice.
  expect(labels.filter((label) => /^\d/.test(label))).toEqual([]);
});

describe('what is to be done with a row', () => {
  const rows = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}( [a-z]{1,5})?$/), { maxLength: 20 });
  const verb = fc.constantFrom('remove', 'Change');

  it('by its number, from 1 on', () => {
    fc.assert(
      fc.property(verb, fc.nat(30), rows, (typed, n, names) => {
        const does = typed.toLowerCase();
        const wanted = n >= 1 && n <= names.length ? { do: does, row: n - 1 } : { do: 'missed', verb: does };
        expect(readRowDeed(`${typed} ${n}`, names)).toEqual(wanted);
      }),
    );
  });

  it('by its name, in any case', () => {
    fc.assert(
      fc.property(verb, rows, fc.nat(), (typed, names, n) => {
        fc.pre(names.length > 0);
        const row = n % names.length;
        const deed = readRowDeed(`${typed} ${(names[row] ?? '').toUpperCase()}`, names);
        expect(deed).toEqual({ do: typed.toLowerCase(), row });
      }),
    );
  });

  it('by the name of one that stands in quotes, with them or without', () => {
    for (const typed of ['remove "Chicago, IL"', 'remove chicago, il'])
      expect(readRowDeed(typed, ['Redmond', '"Chicago, IL"'])).toEqual({ do: 'remove', row: 1 });
  });

  it('never an item that nobody meant: a name that is not there is missed', () => {
    for (const typed of ['remove', 'remove Redmnod', 'remove -1', 'remove 1.5'])
      expect(readRowDeed(typed, ['Redmond', 'Dublin'])).toEqual({ do: 'missed', verb: 'remove' });
  });

  it('nothing where no verb begins it', () => {
    expect(readRowDeed('add', [])).toEqual({ do: 'add' });
    for (const typed of ['Removed site', 'changes', 'Redmond']) expect(readRowDeed(typed, ['Redmond'])).toBeUndefined();
  });
});
