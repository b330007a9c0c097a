import { describe, expect, test } from 'vitest';
import { answered, people, playRollout } from '../play.ts';

describe('the first time on a page', () => {
  test('the whole telling is there, and Enter goes to the first question', () => {
    const play = playRollout();
    expect(play.place).toBe('deployment/service');
    expect(play.here).toBe('What can still be had');
    expect(play.screen()).toContain('Consumer Skype closed on 5 May 2025');
    play.press('enter');
    expect(play.focus.item).toBe('deployment.organisation');
    expect(play.screen()).toContain('Read first what this rollout can do today');
    expect(play.screen()).not.toContain('Consumer Skype closed');
  });

  test('a telling that does not fit is scrolled by PgDn, Space and arrows, and its end is told', () => {
    const play = playRollout();
    expect(play.screen()).toMatch(/\d+ more below/);
    const first = play.lines()[4];
    play.press('down');
    expect(play.lines()[4]).not.toBe(first);
    play.press('page-down', "' ");
    expect(play.screen()).toContain('End of the text');
    expect(play.press('page-up', 'page-up', 'up').lines()[4]).toBe(first);
  });

  test('PgDn behind its end goes to the questions, then to the next page', () => {
    const play = playRollout().press('page-down', 'page-down', 'page-down');
    expect(play.focus.item).toBe('deployment.organisation');
    expect(play.press('page-down').place).toBe('deployment/servers');
  });

  test('what is typed goes to the first question', () => {
    const play = playRollout({ answers: answered }).goTo('deployment', 'change').press('home', "'Maria");
    expect(play.focus.item).toBe('deployment.owner');
    expect(play.session.drafts['deployment.owner']?.rows).toEqual([{ value: 'Maria' }]);
  });

  test('later, a page begins at the first line that needs something', () => {
    const play = playRollout({ at: '2026-11-23T20:00:00.000Z', answers: { 'deployment.product': 'lync-2013' } });
    play.press('escape', 'enter').press('page-down').press('page-down');
    play.goTo('deployment', 'servers');
    expect(play.focus.item).toBe('deployment.sip-domains');
  });
});

describe('Tab', () => {
  test('passes options and rows', () => {
    const play = playRollout({ answers: answered }).goTo('access-policy', 'policy').at('access-policy.scope');
    expect(play.press('tab').focus.item).toBe('access-policy.sites');
    expect(play.press('tab').focus.item).toBe('access-policy.federated-users');
    expect(play.press('back-tab').focus.item).toBe('access-policy.sites');
  });

  test('Shift+Tab before the first line goes to the page before', () => {
    const play = playRollout({ answers: answered }).goTo('deployment', 'servers').press('home', 'back-tab');
    expect(play.place).toBe('deployment/service');
  });
});

test('PgUp goes to the top, then to the page before', () => {
  const play = playRollout({ answers: answered }).goTo('deployment', 'servers').press('end', 'page-up');
  expect(play.focus.item).toBe('telling');
  expect(play.press('page-up').place).toBe('deployment/service');
});

test('Home and End go to the first and the last line', () => {
  const play = playRollout({ answers: answered }).goTo('deployment', 'servers').press('end');
  expect(play.focus.item).toBe('deployment.hybrid');
  expect(play.press('home').focus.item).toBe('telling');
});

describe('Esc', () => {
  test('puts back what stood in the line; Ctrl+Z brings back what it took', () => {
    const play = playRollout({ answers: { 'deployment.owner': 'Maria Anders' } })
      .goTo('deployment', 'change')
      .at('deployment.owner');
    play.press("', Adatum", 'escape');
    expect(play.here).toBe('Owner            Maria Anders');
    expect(play.press('ctrl-z').here).toBe('Owner            Maria Anders, Adatum   draft');
  });

  test('goes from the page to the steps, and from there home', () => {
    const play = playRollout({ answers: answered }).goTo('edge', 'outside').press('escape');
    expect(play.place).toBe('steps');
    expect(play.here).toMatch(/^Edge/);
    play.press('escape');
    expect(play.place).toBe('home');
    expect(play.effects).toEqual([{ do: 'close' }]);
    expect(play.press('escape').screen()).toContain('This is the outermost screen. Ctrl+C leaves.');
  });

  test('each page keeps its line, its draft and its scroll', () => {
    const play = playRollout()
      .goTo('deployment', 'change')
      .at('deployment.window')
      .press("'Saturday", 'escape', 'ctrl-z');
    play.goTo('deployment', 'service').goTo('deployment', 'change');
    expect(play.here).toMatch(/^Window +Saturday +draft/);
  });
});

describe('the steps', () => {
  test('any step, in any order; letters find', () => {
    const play = playRollout().press('escape', "'con", 'enter');
    expect(play.place).toBe('contacts/people');
    play.press('escape', "'p", 'enter');
    expect(play.place).toBe('plan');
    play.press('escape', "'skype", 'enter');
    expect(play.place).toBe('skype-provider/provider');
  });

  test('a step opens where one was in it', () => {
    const play = playRollout({ answers: answered }).press('escape', "'ed", 'enter');
    expect(play.place).toBe('edge/access-edge');
    play.press('tab', 'tab', 'tab', 'tab');
    const { place } = play;
    expect(place).toMatch(/^edge\/(outside|route)$/);
    expect(play.press('escape', "'acc", 'enter', 'escape', "'ed", 'enter').place).toBe(place);
  });

  test('letters begin anew where nothing goes on with them', () => {
    const play = playRollout().press('escape', "'r");
    expect(play.here).toMatch(/^Registration/);
    expect(play.press("'e", "'v").here).toMatch(/^Review/);
    expect(play.press("'p").here).toMatch(/^Plan/);
  });
});

describe('what cannot be answered yet', () => {
  test('says why and where, and Enter leads there and back', () => {
    const play = playRollout().goTo('edge', 'outside');
    expect(play.screen()).toContain('This page is worked out from answers that are not');
    expect(play.screen()).toMatch(/► SIP domains +Deployment, What you have/);
    play.press('enter');
    expect(play.place).toBe('deployment/servers');
    expect(play.focus.item).toBe('deployment.sip-domains');
    expect(play.press('escape').place).toBe('edge/outside');
  });
});

describe('why', () => {
  test.each(['function', 'ctrl-t'] as const)('%s opens the reasons of the line, and closes them', (key) => {
    const play = playRollout({ answers: answered })
      .goTo('access-policy', 'policy')
      .at('access-policy.public-users')
      .press(key);
    expect(play.screen()).toContain('Why: Public users (Skype)');
    expect(play.screen()).toMatch(/\[\d/);
    expect(play.press(key).focus.item).toBe('access-policy.public-users');
    expect(play.session.why).toBeUndefined();
  });

  test('it is scrolled to its end: the sources, and where they are', () => {
    const play = playRollout({ answers: answered }).goTo('access-policy', 'policy').at('access-policy.public-users');
    play.press('function');
    expect(play.lines()[2]).toContain('Sources disagree');
    play.press('end');
    expect(play.screen()).toMatch(/Ctrl\+C +leaves; all is saved/);
    expect(play.press('page-up').screen()).toContain('github.com/MicrosoftDocs');
    expect(play.press('page-up', 'home').screen()).toContain('more below');
    const text = play.screen();
    expect(play.press("'typed", 'delete').screen()).toBe(text);
    expect(play.press('escape').focus.item).toBe('access-policy.public-users');
  });

  test('it tells every key that does something', () => {
    const play = playRollout().press('function');
    const lines: string[] = [];
    for (let before = ''; before !== play.screen(); ) {
      before = play.screen();
      lines.push(...play.lines());
      play.press('page-down');
    }
    for (const name of ['Enter', 'Space', 'Tab', 'Esc', 'F1', 'Ctrl+Z', 'Ctrl+D', 'Ctrl+C']) {
      expect(lines.some((one) => one.trim().startsWith(name))).toBe(true);
    }
  });
});

describe('people', () => {
  const play = () => playRollout({ answers: answered, people }).goTo('contacts', 'people');

  test('one is added: kept from the name on, each cell by itself', () => {
    const added = play().press('end', 'enter', "'Thomas Hardy", 'enter');
    expect(added.rollout.people.at(-1)).toEqual({
      id: 'p3',
      name: 'Thomas Hardy',
      situation: 'has-account',
      tasks: {},
    });
    expect(added.here).toMatch(/^● Has an account/);
    expect(added.screen()).toMatch(/Microsoft account +needed/);
    added.press('enter', "'ana@contoso.com", 'enter', "'thomas@adatum.com", 'enter');
    expect(added.rollout.people.at(-1)).toEqual({
      ...{ id: 'p3', name: 'Thomas Hardy', sip: 'ana@contoso.com', microsoftAccount: 'thomas@adatum.com' },
      ...{ situation: 'has-account', tasks: {} },
    });
    expect(added.screen()).toContain('thomas(adatum.com)@msn.com');
    expect(added.press('enter').focus.item).toBe('contacts.invited');
  });

  test('Esc puts back one cell, and what was accepted before it stays', () => {
    const added = play().press('end', 'enter', "'Thomas Hardy", 'enter', 'down', 'enter');
    expect(added.rollout.people.at(-1)).toMatchObject({ situation: 'needs-account' });
    added.press("'somebody", 'escape');
    expect(added.place).toBe('person');
    expect(added.rollout.people.at(-1)).toMatchObject({ name: 'Thomas Hardy', situation: 'needs-account' });
    expect(added.session.drafts).toEqual({});
    expect(added.screen()).toMatch(/Microsoft account +optional/);
  });

  test('a cell that is wrong waits, the others are kept', () => {
    const added = play().press('end', 'enter', "'Thomas Hardy", 'enter', 'enter', "'nobody", 'enter');
    expect(added.focus.cell).toBe('sip');
    expect(added.screen()).toMatch(/× "nobody"/);
    added.press('down', "'thomas@adatum.com", 'enter');
    expect(added.rollout.people.at(-1)).toMatchObject({ name: 'Thomas Hardy', microsoftAccount: 'thomas@adatum.com' });
    expect(added.rollout.people.at(-1)).not.toHaveProperty('sip');
    expect(added.screen()).toMatch(/Colleague inside +nobody +draft/);
  });

  test('the next one begins with the name, which is needed', () => {
    const added = play().press('end', 'enter', 'down', 'down', 'escape', 'end', 'enter');
    expect(added.focus).toMatchObject({ item: 'person/p3', cell: 'name' });
    added.press('enter');
    expect(added.focus.cell).toBe('name');
    expect(added.screen()).toMatch(/× .*Expected: a name/);
    expect(added.screen()).toContain('Tab goes on without it.');
    expect(added.press('escape').session.drafts).toEqual({});
  });

  test('one is changed, and what is done stays', () => {
    const changed = play().at('person/p1').press('enter', "' II", 'tab', "' ");
    expect(changed.rollout.people[0]).toMatchObject({ name: 'Ana Trujillo II', situation: 'has-account' });
    expect(changed.rollout.people[0]?.tasks).not.toEqual({});
  });

  test('what a person lacks is told at the cell, in the list and in Review', () => {
    const changed = play().at('person/p1').press('enter', 'down', 'down', 'down', 'down', 'down', 'ctrl-u', 'enter');
    expect(changed.focus.cell).toBe('microsoftAccount');
    expect(changed.screen()).toContain('has a Microsoft account, and it is not named');
    expect(changed.rollout.people[0]?.microsoftAccount).toBeUndefined();
    expect(changed.press('escape').screen()).toMatch(/Ana Trujillo .*× needs you/);
    expect(changed.press('escape', "'rev", 'enter').here).toMatch(/^× Contacts +.*Ana Trujillo/);
  });

  test('one is removed, and taken back with everything', () => {
    const removed = play().at('person/p1').press('ctrl-d');
    expect(removed.rollout.people.map(({ id }) => id)).toEqual(['p2']);
    expect(removed.screen()).toContain('Ana Trujillo is out of the list. Ctrl+Z takes it back.');
    expect(removed.press('ctrl-z').rollout.people).toEqual(people);
  });

  test('a person who was taken back leaves the list in sight', () => {
    const added = play().press('end', 'enter', "'Thomas Hardy", 'enter');
    expect(added.place).toBe('person');
    expect(added.rollout.people).toHaveLength(3);
    added.press('ctrl-z');
    expect(added.place).toBe('contacts/people');
    expect(added.rollout.people).toHaveLength(2);
  });

  test('a task of one person', () => {
    const tried = play().at('person/p1').press('enter').at('contacts.im').press("'d", 'enter');
    expect(tried.here).toMatch(/^How it went/);
    expect(tried.press("'f", 'enter').rollout.people[0]?.tasks['contacts.im']).toEqual({
      ...{ state: 'done', at: '2026-11-23', result: 'failed' },
    });
  });

  test('a letter finds nobody where text is typed, Esc leads back to the list', () => {
    const one = play().at('person/p2').press('enter', "'x", 'escape', 'escape');
    expect(one.session.drafts).toEqual({});
    expect(one.place).toBe('contacts/people');
    expect(one.focus.item).toBe('person/p2');
  });
});
