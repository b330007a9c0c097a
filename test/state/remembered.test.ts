import { describe, expect, test } from 'vitest';
import { remembered } from '../../src/state/index.ts';

describe('a function that remembers', () => {
  const counted = () => {
    const asked: string[] = [];
    const shown = remembered((of: { name: string }, day: string, width?: number) => {
      asked.push(`${of.name} ${day} ${width}`);
      return { day };
    });
    return { asked, shown };
  };

  test('gives the same result for the same object and the same rest, and works it out once', () => {
    const { asked, shown } = counted();
    const contoso = { name: 'Contoso' };
    expect(shown(contoso, 'today')).toBe(shown(contoso, 'today'));
    expect(asked).toEqual(['Contoso today undefined']);
  });

  test('works it out anew for another object, however alike, and for another rest', () => {
    const { asked, shown } = counted();
    const contoso = { name: 'Contoso' };
    shown(contoso, 'today');
    shown({ ...contoso }, 'today');
    shown(contoso, 'tomorrow');
    shown(contoso, 'tomorrow', 80);
    expect(asked).toEqual([
      'Contoso today undefined',
      'Contoso today undefined',
      'Contoso tomorrow undefined',
      'Contoso tomorrow 80',
    ]);
  });

  test('remembers that there is nothing', () => {
    let asked = 0;
    const nothing = remembered((_: object) => {
      asked++;
      return undefined;
    });
    const of = {};
    nothing(of);
    expect(nothing(of)).toBeUndefined();
    expect(asked).toBe(1);
  });
});
