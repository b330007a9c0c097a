import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../src/screens/session/scenes.ts';
import { contoso } from '../terminal/exported.ts';
import { rolloutFrom } from '../terminal/homes.ts';
import { Play } from './play.ts';

const play = new Play().open({ state: 'open', folder: 'x', rollout: rolloutFrom(contoso), readOnly: false });
play.size = { columns: 100, rows: 120 };

/** Sentences of a screen, without the numbers of sources; what is short may stand anywhere. */
function sentences(screen: string): readonly string[] {
  const text = screen.replace(/\[[^\]]*\d[^\]]*\]/g, '').replace(/\s+/g, ' ');
  return text.split(/(?<=[.:]) /).filter((one) => one.split(' ').length > 4);
}

/** What F1 says besides sources and keys. */
function reasons(): string {
  const [said = ''] = play
    .press('function')
    .screen()
    .split(/^ *Keys$/m);
  play.press('escape');
  return said.split(/^ *Sources$/m)[0] ?? '';
}

describe('F1 says nothing that is on the page behind it', () => {
  play.session = { ...play.session, place: { at: 'plan' } };
  const changes = sceneOf(play.session, play.moments).items.filter(({ id }) => id !== 'export');
  it.each(changes.map(({ id, label }) => [label, id]))('the plan, %s', (_, id) => {
    play.session = { ...play.session, place: { at: 'plan' } };
    const page = sentences(play.at(id).screen());
    const said = reasons();
    expect(sentences(said).filter((one) => page.includes(one))).toEqual([]);
  });

  it('a page that tells all of itself has its sources in F1; beside a question it is told whole', () => {
    play.goTo('edge', 'access-edge').at('telling');
    const told = 'AllowOutsideUsers is about';
    expect(play.screen()).toContain(told);
    expect(reasons()).not.toContain(told);
    expect(play.press('function').screen()).toMatch(/Sources\n +1 /);
    play.press('escape').at('edge.routing');
    expect(reasons()).toContain(told);
  });
});
