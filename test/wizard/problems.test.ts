import { expect, it } from 'vitest';
import { choice, yesNo } from '../../src/kinds/index.ts';
import type { Kind } from '../../src/model/index.ts';
import { asTyped, problemText } from '../../src/wizard/index.ts';

function told(kind: Kind<unknown>, expected = kind.expected): string {
  const { example } = kind;
  return problemText(asTyped({ path: [], said: 'Nothing is chosen.', expected, example, weight: 'stop' }, kind));
}

it('what is expected of a choice is told as it is shown, not as an answers file writes it', () => {
  expect(told(yesNo())).toBe('Nothing is chosen. Expected: yes or no.');
  const product = choice([
    { value: 'lync-2010', label: 'Lync Server 2010' },
    { value: 'lync-2013', label: 'Lync Server 2013' },
  ]);
  expect(told(product)).toBe('Nothing is chosen. Expected: Lync Server 2010 or Lync Server 2013.');
});

it('what a step expects by words of its own stays', () => {
  expect(told(yesNo(), 'a consent')).toBe('Nothing is chosen. Expected: a consent, such as yes.');
});
