import { expect, test } from 'vitest';
import { lookOf } from '../../src/screens/look/theme.ts';
import { answered, playRollout } from './play.ts';

test.each([true, false])(
  'where options stand in lines, the arrows stay in the foot of a narrow window, ASCII: %s',
  (ascii) => {
    const play = playRollout({ answers: answered }).goTo('access-policy', 'policy').at('access-policy.scope');
    play.size = { columns: 60, rows: 20 };
    const foot = () => play.lines(lookOf({ colour: false, ascii })).at(-1);
    expect(foot()).toMatch(/^ Enter choose {3}(↑↓|arrows) option {3}Esc steps {3}/);
    const { session } = play;
    play.session = { ...session, jumps: [{ at: 'review' }] };
    expect(foot()).toMatch(/^ Enter choose {3}(↑↓|arrows) option {3}Esc back {3}/);
  },
);
