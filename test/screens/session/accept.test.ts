import { describe, expect, test } from 'vitest';
import { answered, playRollout } from '../play.ts';

describe('a line of text', () => {
  test('Enter accepts it and goes on', () => {
    const play = playRollout().goTo('deployment', 'change').at('deployment.owner');
    play.press("'Maria Anders");
    expect(play.here).toBe('Owner            Maria Anders   draft');
    expect(play.rollout.answers).not.toHaveProperty('deployment.owner');
    play.press('enter');
    expect(play.rollout.answers['deployment.owner']).toBe('Maria Anders');
    expect(play.focus.item).toBe('deployment.approver');
  });

  test.each(['tab', 'down', 'up', 'page-down'] as const)('%s accepts a changed line, too', (key) => {
    const play = playRollout().goTo('deployment', 'change').at('deployment.approver').press("'Thomas Hardy", key);
    expect(play.rollout.answers['deployment.approver']).toBe('Thomas Hardy');
  });

  test('emptied, it is no answer any more', () => {
    const play = playRollout({ answers: { 'deployment.owner': 'Maria Anders' } });
    play.goTo('deployment', 'change').at('deployment.owner').press('ctrl-u', 'enter');
    expect(play.rollout.answers).not.toHaveProperty('deployment.owner');
    expect(play.rollout.events.at(-1)).toMatchObject({
      type: 'cleared',
      field: 'deployment.owner',
      was: 'Maria Anders',
    });
  });

  test('unchanged, it is no event', () => {
    const play = playRollout({ answers: { 'deployment.owner': 'Maria Anders' } })
      .goTo('deployment', 'change')
      .at('deployment.owner');
    const { events } = play.rollout;
    play.press('enter', 'up', "'x", 'backspace', 'enter');
    expect(play.rollout.events).toBe(events);
  });

  test('wrong, Enter stays and says what, where and how; Tab goes on and keeps the draft', () => {
    const play = playRollout({ answers: { ...answered, 'registration.way': 'form' } }).goTo('registration', 'way');
    play.at('registration.contact').press("'nobody", 'enter');
    expect(play.focus.item).toBe('registration.contact');
    expect(play.screen()).toContain('× "nobody" is no address');
    expect(play.screen()).toMatch(/such as\s+(Export +)?ana@contoso\.com/);
    play.press('back-tab');
    expect(play.focus.item).toBe('registration.agreement-number');
    expect(play.session.drafts['registration.contact']?.rows).toEqual([{ value: 'nobody' }]);
    expect(play.screen()).toMatch(/× Contact +nobody +draft/);
    play.press('tab', "'@contoso.com", 'enter');
    expect(play.rollout.answers['registration.contact']).toBe('nobody@contoso.com');
  });

  test('empty where something is needed, Enter says what; Tab goes on', () => {
    const play = playRollout({ answers: { 'deployment.organisation': 'Contoso' } }).goTo('deployment', 'service');
    play.at('deployment.organisation').press('ctrl-u', 'enter');
    expect(play.focus.item).toBe('deployment.organisation');
    expect(play.screen()).toMatch(/× Organisation: not answered yet\. Expected: /);
    expect(play.press('tab').focus.item).not.toBe('deployment.organisation');
    expect(play.session.drafts).toEqual({});
  });

  test.each([
    ['a list', 'servers', 'deployment.sip-domains'],
    ['records', 'access-edge', 'edge.pools'],
  ])('so in %s', (_, page, field) => {
    const play = playRollout({ answers: { 'deployment.product': 'lync-2013' } });
    play
      .goTo(field.split('.')[0] ?? '', page)
      .at(field)
      .press('enter');
    expect(play.focus.item).toBe(field);
    expect(play.screen()).toMatch(/× .*not answered yet\./);
  });

  test('a problem is told when accepting was tried, not while one types', () => {
    const play = playRollout().goTo('deployment', 'servers');
    play.at('deployment.sip-domains').press("'sip");
    expect(play.screen()).not.toContain('×');
    play.press('enter');
    expect(play.screen()).toContain('×');
    play.press("'.");
    expect(play.screen()).not.toContain('× "sip');
  });
});

describe('a default', () => {
  test('Enter makes it an answer', () => {
    const play = playRollout({ answers: answered }).goTo('skype-provider', 'provider').at('skype-provider.identity');
    expect(play.here).toMatch(/Skype +default$/);
    play.press('enter');
    expect(play.rollout.answers['skype-provider.identity']).toBe('Skype');
  });

  test('passed, it stays a default', () => {
    const play = playRollout({ answers: answered })
      .goTo('skype-provider', 'provider')
      .at('skype-provider.identity')
      .press('down', 'tab', 'up');
    expect(play.rollout.answers).not.toHaveProperty('skype-provider.identity');
  });

  test('Delete on a choice brings it back', () => {
    const play = playRollout({ answers: { ...answered, 'deployment.hybrid': true } }).goTo('deployment', 'servers');
    play.press('end', 'delete');
    expect(play.rollout.answers).not.toHaveProperty('deployment.hybrid');
    expect(play.here).toMatch(/○ yes {2}● no {2}default/);
  });
});

describe('options beside each other', () => {
  const play = () => playRollout({ answers: answered }).goTo('deployment', 'servers').press('end');

  test.each<['right' | 'left' | `'${string}`, boolean]>([
    ['right', true],
    ['left', true],
    ["' ", true],
    ["'y", true],
    ["'N", false],
  ])('%s', (key, value) => {
    expect(play().press(key, 'enter').rollout.answers['deployment.hybrid']).toBe(value);
  });

  test('a letter that picks nothing does nothing', () => {
    expect(play().press("'q").session.drafts).toEqual({});
  });
});

describe('options in lines', () => {
  const play = () => playRollout({ answers: answered }).goTo('access-policy', 'policy').at('access-policy.scope');

  test('the keyboard begins at what holds, and passing changes nothing', () => {
    const passed = play();
    expect(passed.here).toMatch(/^● Sites/);
    passed.press('down', 'down', 'down', 'up');
    expect(passed.here).toMatch(/^● Sites/);
    expect(passed.rollout.answers).not.toHaveProperty('access-policy.scope');
  });

  test('Enter chooses the one under the keyboard, and what depends on it is said before', () => {
    const chosen = play().press('down');
    expect(chosen.screen().replace(/\s+/g, ' ')).toMatch(
      /answers depend on this:.*Sites is kept, not asked.*Users.*asked/,
    );
    chosen.press('enter');
    expect(chosen.rollout.answers['access-policy.scope']).toBe('user');
    expect(chosen.focus.item).toBe('access-policy.policy-name');
    expect(chosen.screen()).toContain('is kept, no longer asked. Ctrl+Z takes it back.');
  });

  test('after Esc and Ctrl+Z the keyboard is on the option that holds again', () => {
    const chosen = play().press('down', 'down', "' ", 'escape');
    expect(chosen.here).toMatch(/^● Sites/);
    chosen.press('down', 'enter', 'ctrl-z');
    expect(chosen.here).toMatch(/^● Sites/);
    expect(chosen.press('enter').rollout.answers['access-policy.scope']).not.toBe('user');
  });

  test('Space puts the dot there; arrows then accept it', () => {
    const chosen = play().press('down', 'down', "' ");
    expect(chosen.here).toMatch(/^● Everyone \(Global\) +draft/);
    chosen.press('down');
    expect(chosen.rollout.answers['access-policy.scope']).toBe('global');
  });

  test('a letter goes to the option that begins so', () => {
    expect(play().press("'e").here).toMatch(/^○ Everyone/);
  });
});

describe('a list', () => {
  const play = () =>
    playRollout({ answers: { 'deployment.product': 'lync-2013' } })
      .goTo('deployment', 'servers')
      .at('deployment.sip-domains');

  test('Enter accepts an item and opens an empty row; Enter there leaves', () => {
    const listed = play().press("'contoso.com", 'enter', "'fabrikam.com", 'enter');
    expect(listed.rollout.answers['deployment.sip-domains']).toEqual(['contoso.com', 'fabrikam.com']);
    expect(listed.here).toMatch(/^3 +another/);
    expect(listed.press('enter').focus.item).toBe('deployment.hybrid');
  });

  test('what is right is kept at once, what is wrong waits as a draft', () => {
    const listed = play().press("'contoso.com", 'enter', "'sip.contoso.com", 'enter');
    expect(listed.rollout.answers['deployment.sip-domains']).toEqual(['contoso.com']);
    expect(listed.screen()).toMatch(/► +2 sip\.contoso\.com +draft/);
    expect(listed.screen().replace(/\s+/g, ' ')).toContain('contoso.com is in the list already.');
    listed.press('down', "'fabrikam.com", 'enter');
    expect(listed.rollout.answers['deployment.sip-domains']).toEqual(['contoso.com', 'fabrikam.com']);
    expect(listed.session.drafts['deployment.sip-domains']?.rows).toHaveLength(3);
  });

  test('a pasted text is an item a line, and its line ends press no Enter', () => {
    const listed = play().key({ key: 'paste', text: 'contoso.com\r\n fabrikam.com\r\nadatum.com\r\n' });
    expect(listed.rollout.answers['deployment.sip-domains']).toEqual(['contoso.com', 'fabrikam.com', 'adatum.com']);
    expect(listed.focus).toMatchObject({ item: 'deployment.sip-domains', row: 2 });
  });

  test('Ctrl+D removes the row; Ctrl+Z brings it back', () => {
    const listed = play().press("'contoso.com", 'enter', "'fabrikam.com", 'enter', 'up', 'up', 'ctrl-d');
    expect(listed.rollout.answers['deployment.sip-domains']).toEqual(['fabrikam.com']);
    expect(listed.press('ctrl-z').rollout.answers['deployment.sip-domains']).toEqual(['contoso.com', 'fabrikam.com']);
  });

  test('the last row removed, there is no answer', () => {
    const listed = play().press("'contoso.com", 'enter', 'up', 'ctrl-d');
    expect(listed.rollout.answers).not.toHaveProperty('deployment.sip-domains');
    expect(listed.here).toMatch(/^SIP domains +1 +needed/);
  });

  test('a row emptied is a row removed', () => {
    const listed = play().press("'contoso.com", 'enter', "'fabrikam.com", 'enter', 'up', 'up', 'ctrl-u', 'enter');
    expect(listed.rollout.answers['deployment.sip-domains']).toEqual(['fabrikam.com']);
  });
});

describe('records', () => {
  const play = () =>
    playRollout({ answers: { ...answered, 'edge.pools': undefined } })
      .goTo('edge', 'access-edge')
      .at('edge.pools');

  test('field by field, then another one', () => {
    const pools = play().press("'sip.contoso.com", 'enter', "'edge01.contoso.local", 'enter', "'Redmond", 'enter');
    expect(pools.rollout.answers['edge.pools']).toEqual([
      { name: 'sip.contoso.com', internal: 'edge01.contoso.local', site: 'Redmond' },
    ]);
    expect(pools.here).toBe('+ another pool');
    pools.press("'sip2.contoso.com", 'enter');
    expect(pools.rollout.answers['edge.pools']).toHaveLength(2);
    expect(pools.focus).toMatchObject({ row: 1, cell: 'internal' });
    expect(pools.press('tab').focus.item).toBe('edge.shared-name');
  });

  test('Enter passes the line where another begins; Space begins one', () => {
    const pools = play().press("'sip.contoso.com", 'enter', 'enter', 'enter');
    expect(pools.here).toBe('+ another pool');
    expect(pools.press('enter').focus.item).toBe('edge.routing');
    expect(pools.press('up', "' ").focus).toMatchObject({ item: 'edge.pools', row: 1, cell: 'name' });
    expect(pools.press('enter').focus.item).toBe('edge.routing');
    expect(pools.rollout.answers['edge.pools']).toHaveLength(1);
  });

  test('what is missing is told once the record is left, not while one is on the way', () => {
    const pools = play().press('down', "'edge01.contoso.local", 'enter');
    expect(pools.screen()).not.toContain('×');
    pools.press('tab');
    expect(pools.session.drafts['edge.pools']?.tried).toBe(true);
    expect(pools.rollout.answers['edge.pools']).toBeUndefined();
    expect(pools.press('back-tab').screen()).toContain('× Name from outside is missing.');
  });

  test('Ctrl+D removes a record, also one that was only begun', () => {
    const pools = play().press("'sip.contoso.com", 'tab', 'back-tab', "'sip2.contoso.com", 'enter', 'ctrl-d');
    expect(pools.rollout.answers['edge.pools']).toEqual([{ name: 'sip.contoso.com' }]);
    pools.press('tab', 'back-tab', "' ", 'ctrl-d');
    expect(pools.session.drafts['edge.pools']).toBeUndefined();
  });
});

describe('a task', () => {
  const play = () => playRollout({ answers: answered }).goTo('edge', 'outside').at('edge.dns-published');
  const task = (played: ReturnType<typeof play>) => played.rollout.tasks['edge.dns-published'];

  test('Space: done today; again: to do', () => {
    const ticked = play().press("' ");
    expect(task(ticked)).toEqual({ state: 'done', at: '2026-11-23' });
    expect(task(ticked.press("' "))).toBeUndefined();
  });

  test('Enter leaves it unticked', () => {
    const passed = play().press('enter');
    expect(passed.rollout.tasks).toEqual({});
    expect(passed.focus.item).toBe('edge.certificate');
  });

  test('waiting asks since when, today proposed', () => {
    const waiting = play().press("'w", 'enter');
    expect(waiting.here).toMatch(/^Since +2026-11-23/);
    waiting.press('ctrl-u', "'2026-11-21", 'enter');
    expect(task(waiting)).toEqual({ state: 'waiting', since: '2026-11-21' });
    expect(waiting.screen()).toMatch(/\[…\] DNS published +since 21 Nov, day 2/);
  });

  test('not needed wants a reason, and may have an end', () => {
    const waived = play().press("'n", 'enter');
    expect(waived.rollout.tasks).toEqual({});
    expect(waived.here).toMatch(/^Reason +needed/);
    waived.press('enter');
    expect(waived.screen()).toContain('no reason is given');
    waived.press("'done last year", 'enter', "'2027-01-31", 'enter', "'Ana Trujillo", 'enter');
    expect(task(waived)).toEqual({
      state: 'waived',
      reason: 'done last year',
      until: '2027-01-31',
      by: 'Ana Trujillo',
    });
    expect(waived.focus.item).toBe('edge.certificate');
  });

  test('a day that does not exist, or is to come, is refused', () => {
    const done = play().press("'d", 'enter', 'ctrl-u', "'2026-02-30", 'enter');
    expect(done.screen()).toContain('is not a day of the calendar');
    done.press('ctrl-u', "'2026-11-24", 'enter');
    expect(done.screen()).toContain('2026-11-24 is still to come');
    expect(task(done)).toEqual({ state: 'done', at: '2026-11-23' });
  });

  test('when it began to wait stays known once it is done', () => {
    const begun = playRollout({
      answers: answered,
      tasks: { 'edge.dns-published': { state: 'waiting', since: '2026-11-21' } },
    });
    begun.goTo('edge', 'outside').at('edge.dns-published').press("' ");
    expect(task(begun)).toEqual({ state: 'done', since: '2026-11-21', at: '2026-11-23' });
  });
});

describe('behind the last line', () => {
  test('Enter goes to the next page', () => {
    const play = playRollout({ answers: answered }).goTo('deployment', 'change').press('end', 'enter');
    expect(play.place).toBe('edge/access-edge');
  });

  test('the foot names it', () => {
    const play = playRollout({ answers: answered }).goTo('deployment', 'change').press('end');
    play.size = { columns: 100, rows: 24 };
    expect(play.lines().at(-1)).toContain('Enter to The Access Edge');
  });

  test('with something missing Enter leads to it and says how many; PgDn goes on', () => {
    const play = playRollout().goTo('deployment', 'servers').press('end', 'enter');
    expect(play.place).toBe('deployment/servers');
    expect(play.focus.item).toBe('deployment.product');
    expect(play.screen()).toContain('2 lines here are missing or wrong: Product and SIP domains. PgDn goes on.');
    expect(play.press('page-down').place).toBe('deployment/change');
  });

  test('behind the last page comes the review', () => {
    const play = playRollout({ answers: answered }).goTo('contacts', 'people').press('end', 'tab');
    expect(play.place).toBe('review');
  });
});

test('read only, nothing is changed and it is said', () => {
  const play = playRollout({ readOnly: true })
    .goTo('deployment', 'change')
    .at('deployment.owner')
    .press("'Maria Anders");
  expect(play.rollout.answers).not.toHaveProperty('deployment.owner');
  expect(play.screen()).toContain('Read only: nothing is changed here.');
});
