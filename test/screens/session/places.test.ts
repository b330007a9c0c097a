import { describe, expect, test } from 'vitest';
import { products } from '../../../src/facts/index.ts';
import type { Summary } from '../../../src/model/index.ts';
import type { Trouble } from '../../../src/wizard/index.ts';
import { contoso } from '../../terminal/exported.ts';
import { rolloutFrom } from '../../terminal/homes.ts';
import { answered, around, Play, people, playRollout } from '../play.ts';

const summaries = [
  {
    id: 'contoso',
    organisation: 'Contoso',
    folder: 'x',
    rollout: playRollout({
      answers: answered,
      tasks: { 'edge.dns-published': { state: 'waiting', since: '2026-11-21' } },
    }).rollout,
    savedAt: around.now(),
  },
  {
    id: 'fabrikam',
    organisation: 'Fabrikam',
    folder: 'x',
    rollout: playRollout().rollout,
    savedAt: '2026-10-31T12:00:00.000Z',
  },
  { id: 'adatum', organisation: 'Adatum', folder: 'x' },
];

describe('the first run', () => {
  test('says what is closed, what is asked, and where it is kept', () => {
    const play = new Play();
    expect(play.screen()).toContain('Consumer Skype closed on 5 May 2025');
    expect(play.screen()).toContain('You answer 8 steps');
    expect(play.screen()).toContain('is kept in C:\\skypefed');
    expect(play.here).toBe('Start a rollout');
  });

  test('a rollout begins with a name', () => {
    const play = new Play().press('enter', 'enter');
    expect(play.screen()).toContain('Nothing is there.');
    expect(play.effects).toEqual([]);
    play.press("'Contoso", 'enter');
    expect(play.effects).toEqual([{ do: 'create', organisation: 'Contoso' }]);
  });

  test('a file can be named instead; quotes around its path are no part of it', () => {
    const play = new Play().press('down', 'enter').press(`'"C:\\my answers.json"`, 'enter');
    expect(play.effects).toEqual([{ do: 'import', path: 'C:\\my answers.json' }]);
  });
});

test('a file that cannot be taken in: the path stays, and what is wrong with it below', () => {
  const play = new Play().press('down', 'enter', "'nowhere.json", 'enter');
  const problem = {
    path: [],
    said: 'nowhere.json cannot be read.',
    expected: 'a file',
    example: '',
    weight: 'stop',
  } as const;
  play.report({ of: 'failed', form: 'import', problem });
  expect(play.here).toBe('File      nowhere.json');
  expect(play.screen()).toMatch(/× nowhere\.json cannot be read\./);
  expect(play.press("'x").screen()).not.toContain('cannot be read');
  play.press('down', 'enter', 'down', 'enter');
  expect(play.focus).toMatchObject({ item: 'import', cell: 'value' });
});

describe('home', () => {
  test('tells each rollout, how far it is and what waits', () => {
    const lines = new Play(summaries).lines();
    expect(lines[0]).toContain('Consumer Skype closed on 5 May 2025');
    expect(lines[2]).toMatch(/► Contoso +Lync Server 2013 +\d of 8 +… DNS published 21 Nov, day 2/);
    expect(lines[3]).toMatch(/Fabrikam +no product yet +0 of 8 +last here 31 Oct/);
    expect(lines[4]).toMatch(/Adatum +its file cannot be read; Enter says why/);
  });

  const since = { 'edge.dns-published': { state: 'waiting', since: '2025-11-21' } } as const;
  const list = ['Contoso', 'A company with quite a long name', 'Wingtip Toys'].map((organisation, i): Summary => {
    const { rollout } = playRollout({ answers: { ...answered, 'deployment.product': products[i] }, tasks: since });
    return { id: `r${i}`, organisation, folder: 'x', rollout, savedAt: around.now() };
  });

  test.each([
    [50, ['A company with …'], ['… DNS pub…, day 367']],
    [60, ['A company with quite a lo…'], ['… DNS pub…, day 367']],
    [80, ['A company with quite a long…', 'Lync 2013'], ['day 367']],
    [120, ['A company with quite a long…', 'Lync Server 2013'], ['… DNS published 21 Nov 2025, day 367']],
  ])('at %d columns no number is cut', (columns, shown, ends) => {
    const play = new Play(list);
    play.size = { columns, rows: 24 };
    const lines = play.lines().filter((one) => / of 8 /.test(one));
    expect(lines).toHaveLength(list.length);
    for (const end of ends) for (const one of lines) expect(one.trimEnd().endsWith(end), one).toBe(true);
    for (const text of shown) expect(lines[1]).toContain(text);
  });

  test('two of one organisation are told apart, and one is removed by the name that tells it', () => {
    const twins = [...summaries, { id: 'fabrikam-2', organisation: 'Fabrikam', folder: 'x' }];
    const play = new Play(twins);
    expect(play.screen()).toMatch(/ Contoso +Lync/);
    expect(play.screen()).toMatch(/ Fabrikam \(fabrikam\) +no product/);
    play.press("'fabrikam (fabrikam-", 'ctrl-d', 'down', "'Fabrikam", 'enter');
    expect(play.effects).toEqual([]);
    play.press("' (fabrikam-2)", 'enter');
    expect(play.effects).toEqual([{ do: 'remove', id: 'fabrikam-2' }]);
  });

  test('letters find, Enter opens', () => {
    const play = new Play(summaries).press("'fab", 'enter');
    expect(play.effects).toEqual([{ do: 'open', id: 'fabrikam', organisation: 'Fabrikam', how: 'write' }]);
  });

  test('Ctrl+D removes a rollout once its name is typed', () => {
    const play = new Play(summaries).press("'fab", 'ctrl-d');
    expect(play.here).toBe('Back: nothing is removed');
    play.press('down', "'Contoso", 'enter');
    expect(play.screen()).toContain('That is another name.');
    expect(play.effects).toEqual([]);
    play.press('ctrl-u', "'Fabrikam", 'enter');
    expect(play.effects).toEqual([{ do: 'remove', id: 'fabrikam' }]);
    play.report({ of: 'listed', summaries: summaries.slice(0, 1) });
    expect(play.place).toBe('home');
  });

  test('Ctrl+C leaves with three lines and 130', () => {
    const play = new Play(summaries).press('ctrl-c');
    expect(play.effects).toEqual([
      { do: 'leave', code: 130, words: ['3 rollouts saved.', 'In C:\\skypefed', 'Go on with: skypefed'] },
    ]);
  });
});

describe('what stands between a person and a rollout', () => {
  const meet = (trouble: Trouble) => new Play(summaries).open(trouble);
  const holder = { host: 'DESKTOP-7', pid: 7, user: 'maria', since: '2026-11-23T08:12:00.000Z' };

  test('another window: who, where, since when; the safe way first', () => {
    const play = meet({ state: 'locked', holder });
    expect(play.screen()).toContain('! Contoso is open in another window: DESKTOP-7, maria, since 09:12.');
    expect(play.here).toBe('Read only');
    play.press('enter', 'down', 'enter', 'down', 'enter');
    expect(play.effects).toMatchObject([{ how: 'read-only' }, { how: 'write' }, { how: 'take-over' }]);
  });

  test('a damaged file: what is wrong, where it is kept, and a whole copy', () => {
    const play = meet({
      state: 'damaged',
      said: 'It ends in the middle of a value (line 14).',
      kept: 'rollout.damaged.json',
      copy: { savedAt: '2026-11-21T16:39:00.000Z', lacks: 'the last answer' },
    });
    expect(play.screen()).toContain('× It ends in the middle of a value (line 14).');
    expect(play.screen()).toContain('The copy of 21 Nov 17:39 is whole; it lacks the last answer.');
    expect(play.screen()).toContain('It will be kept beside it as rollout.damaged.json.');
    expect(play.here).toBe('Open that copy');
    expect(play.press('enter', 'down', 'down', 'enter').effects).toMatchObject([{ how: 'copy' }, { how: 'anew' }]);
  });

  test('without a copy the first choice harms nothing', () => {
    const play = meet({ state: 'damaged', said: 'It is empty.', kept: 'x' });
    expect(play.here).toBe('Back to the list');
    expect(play.press('enter').place).toBe('home');
  });

  test('on the way back the list is read again, since what did not open may be gone; the keyboard stays', () => {
    const play = new Play(summaries).press('down', 'enter');
    play.report({
      of: 'opened',
      ...{ id: 'fabrikam', organisation: 'Fabrikam', fresh: false, exportFolder: '' },
      opened: { state: 'unusable', said: 'It is not there any more.' },
    });
    play.effects = [];
    play.press('enter');
    expect(play.effects).toEqual([{ do: 'close' }]);
    expect(play.report({ of: 'listed', summaries: summaries.slice(0, 2) }).here).toMatch(/^Fabrikam/);
    expect(play.report({ of: 'listed', summaries: summaries.slice(0, 1) }).screen()).not.toContain('Fabrikam');
  });

  test('a newer file, or one that cannot be used', () => {
    expect(meet({ state: 'newer', said: 'A later skypefed wrote it.' }).screen()).toContain(
      '× A later skypefed wrote it.',
    );
    const play = meet({ state: 'unusable', said: 'The folder cannot be written.', readable: true });
    expect(play.press('enter').effects).toMatchObject([{ how: 'read-only' }]);
    expect(play.press('escape').place).toBe('home');
  });
});

describe('coming back', () => {
  const days = { at: '2026-11-21T16:40:00.000Z' };

  test('after days it says where one stopped, and asks first what waits', () => {
    const play = playRollout({
      ...days,
      answers: answered,
      tasks: { 'edge.dns-published': { state: 'waiting', since: '2026-11-21' } },
    });
    expect(play.place).toBe('resume');
    expect(play.screen()).toContain('Last here 21 Nov 17:40');
    expect(play.screen().replace(/\s+/g, ' ')).toContain(
      '… DNS records published 21 Nov, day 2. Can others find them now?',
    );
    expect(play.here).toMatch(/● not yet {2}○ yes/);
  });

  test('yes is done today; not yet goes on', () => {
    const waiting = { 'edge.dns-published': { state: 'waiting', since: '2026-11-21' } } as const;
    const come = playRollout({ ...days, answers: answered, tasks: waiting }).press("'y", 'enter');
    expect(come.rollout.tasks['edge.dns-published']).toEqual({ state: 'done', since: '2026-11-21', at: '2026-11-23' });
    expect(come.screen()).not.toContain('Can others find them now?');
    const not = playRollout({ ...days, answers: answered, tasks: waiting }).press('enter');
    expect(not.rollout.tasks).toEqual(waiting);
    expect(not.here).not.toContain('not yet');
  });

  test('what is ticked says so, and is no place where one stopped', () => {
    const answers = { ...answered, 'access-policy.remote-users': true };
    const begun = playRollout({ answers: answered });
    begun.goTo('access-policy', 'policy').at('access-policy.remote-users').press("'y", 'enter');
    const { events } = begun.rollout;
    const tasks = { 'edge.dns-published': { state: 'waiting', since: '2026-11-21' } } as const;
    const play = new Play().open({
      state: 'open',
      folder: 'x',
      rollout: { ...begun.rollout, answers, tasks, events },
      readOnly: false,
    });
    expect(play.screen()).toContain('at Access policy, Remote users');
    play.press("'y", 'enter');
    expect(play.screen()).toContain('DNS published: done, 23 Nov. Ctrl+Z takes it back.');
    expect(play.screen()).toContain('at Access policy, Remote users');
    expect(play.press('ctrl-z').rollout.tasks).toEqual(tasks);
  });

  test('what was just made of a file claims no visit', () => {
    const { rollout } = playRollout({ ...days, answers: answered });
    const play = new Play();
    play.report({
      ...{ of: 'opened', id: 'contoso', organisation: 'x.json', fresh: false, imported: true, exportFolder: 'contoso' },
      opened: { state: 'open', folder: 'x', rollout, readOnly: false },
    });
    expect(play.place).toBe('resume');
    expect(play.screen()).not.toContain('Last here');
    expect(play.screen()).toContain('Opened from a file');
  });

  test('it leads to what can be done now', () => {
    const play = playRollout({ ...days, answers: { 'deployment.product': 'lync-2013' } });
    expect(play.here).toBe('Deployment, What you have: not answered yet');
    play.press('enter');
    expect(play.place).toBe('deployment/servers');
    expect(play.focus.item).toBe('deployment.sip-domains');
  });

  test('on the same day it goes on behind the line that was accepted last', () => {
    const before = playRollout({ answers: answered })
      .goTo('deployment', 'change')
      .at('deployment.owner')
      .press("'Maria Anders", 'enter');
    const again = new Play().open({ state: 'open', folder: 'x', rollout: before.rollout, readOnly: false });
    expect(again.place).toBe('deployment/change');
    expect(again.focus.item).toBe('deployment.approver');
  });
});

test('a task that lacks its reason is a draft in the steps and in the review alike', () => {
  const play = playRollout({ answers: answered }).goTo('deployment', 'change').at('deployment.backup');
  play.press("'n", 'enter', 'enter', 'tab');
  play.goTo('deployment', 'service').press('escape');
  expect(play.place).toBe('steps');
  expect(play.screen()).toMatch(/Deployment +! draft, not accepted/);
  play.at('review').press('enter');
  expect(play.screen()).toMatch(/! Deployment +Backup[^\n]* {3}draft, not accepted/);
});

describe('the review', () => {
  test('what is wrong comes first; Enter leads to it, Esc back to the line', () => {
    const play = playRollout({ answers: { 'deployment.product': 'lync-2013' } }).press('escape', "'rev", 'enter');
    expect(play.screen()).toContain('Missing or wrong: nothing is exported');
    play.press('down');
    const { here } = play;
    expect(here).toMatch(/^× Edge +Edge pools/);
    play.press('enter');
    expect(play.place).toBe('edge/access-edge');
    expect(play.focus.item).toBe('edge.pools');
    expect(play.press('escape').here).toBe(here);
  });

  test('a wrong row is met in its cell', () => {
    const pools = [{ name: 'sip.contoso.com' }, { name: 'sip.contoso.com' }];
    const play = playRollout({ answers: { ...answered, 'edge.pools': pools } }).press(
      'escape',
      "'rev",
      'enter',
      'enter',
    );
    expect(play.focus).toMatchObject({ item: 'edge.pools', row: 1, cell: 'name' });
  });

  test('PgDn and PgUp go a page on and back', () => {
    const play = playRollout().press('escape', "'rev", 'enter');
    play.size = { columns: 80, rows: 20 };
    const many = Array.from({ length: 30 }, (_, i) => ({ ...people[0], id: `p${i}`, name: `Ana ${i}`, tasks: {} }));
    const long = playRollout({
      answers: answered,
      people: many.map(({ microsoftAccount: _, ...one }) => one) as never,
    });
    long.press('escape', "'rev", 'enter');
    const before = long.here;
    expect(long.lines().at(-1)).toContain('PgDn more');
    expect(long.press('page-down').screen()).not.toContain(before);
    expect(long.press('page-up').screen()).toContain(before);
  });

  test('what concerns a person leads to the person', () => {
    const [ana, maria] = people;
    if (!ana || !maria) throw new Error('Two people are expected.');
    const wrong = {
      ...ana,
      microsoftAccount: 'ana@contoso.com',
      tasks: { 'contacts.im': { state: 'done', at: '2026-11-20' } },
    } as const;
    const play = playRollout({ answers: answered, people: [wrong, maria] }).press('escape', "'rev", 'enter');
    expect(play.here).toMatch(/^× Contacts +Ana Trujillo: Instant message/);
    play.press('enter');
    expect(play.focus).toMatchObject({ item: 'contacts.im', cell: 'result' });
    play.press('escape', 'down', 'enter');
    expect(play.focus).toMatchObject({ item: 'person/p1', cell: 'microsoftAccount' });
  });

  test('a test that failed is a thing to look at, here, in the list and at the person', () => {
    const [ana] = people;
    if (!ana) throw new Error('A person is expected.');
    const tasks = { 'contacts.im': { state: 'done', at: '2026-11-20', result: 'failed' } } as const;
    const play = playRollout({ answers: answered, people: [{ ...ana, tasks }] }).goTo('contacts', 'people');
    expect(play.screen()).toMatch(/^ . Contacts/m);
    expect(play.at('person/p1').screen()).toContain('× Instant message failed');
    expect(play.screen()).toMatch(/! Contacts|■ Contacts !/);
    expect(play.press('enter').screen()).toMatch(/\[×\] Instant message +failed, 20 Nov/);
    play.press('escape', 'escape', "'rev", 'enter');
    expect(play.lines()[0]).toContain('0 wrong or missing · 1 to look at');
    expect(play.here).toMatch(/^! Contacts +Ana Trujillo: Instant message +failed 20 Nov/);
    expect(play.press('enter').focus).toMatchObject({ item: 'contacts.im' });
  });

  test('what is in order unfolds', () => {
    const play = playRollout({ answers: answered }).press('escape', "'rev", 'enter').press("' ");
    expect(play.screen()).toMatch(/Organisation +Contoso/);
    expect(play.lines().at(-1)).toContain('Enter fold ');
    expect(play.press("' ").screen()).not.toMatch(/Organisation +Contoso/);
    expect(play.lines().at(-1)).toContain('Enter unfold ');
  });
});

describe('the plan', () => {
  test('each change says why, what runs, and what takes it back; Enter leads to its question', () => {
    const play = playRollout({ answers: answered }).press('escape', "'p", 'enter');
    expect(play.screen()).toContain('Nothing was seen on the server yet');
    for (const word of ['why', 'risk', 'reach', 'run', 'undo'])
      expect(play.screen()).toMatch(new RegExp(`^ +${word} `, 'm'));
    play.press('down', 'enter');
    expect(play.place).toBe('access-policy/policy');
    expect(play.focus.item).toBe('access-policy.scope');
    expect(play.press('escape').here).toMatch(/External access policy of site Redmond/);
  });

  test('says that it is not whole while something is missing', () => {
    const plan = { at: 'plan' } as const;
    const { 'access-policy.sites': _gone, ...rest } = answered;
    const play = playRollout({ answers: rest });
    play.session = { ...play.session, place: plan };
    const said = () => play.screen().replace(/\s+/g, ' ');
    expect(said()).toMatch(/! \d things are wrong or missing: until that is mended the plan is not whole\./);
    const whole = playRollout({ answers: rolloutFrom(contoso).answers });
    whole.session = { ...whole.session, place: plan };
    expect(whole.screen()).not.toContain('wrong or missing');
  });

  test('a change that is taller than the window is scrolled, its first line in sight', () => {
    const play = playRollout({ answers: answered }).press('escape', "'p", 'enter', 'down', 'page-down');
    expect(play.here).toMatch(/External access policy of site Redmond/);
    expect(play.screen()).toContain('Remove-CsExternalAccessPolicy');
    expect(play.press('page-down', 'page-down').here).not.toMatch(/site Redmond/);
  });

  test('F1 shows the facts of the change by the numbers that stand there; the foot names PgDn', () => {
    const play = playRollout({ answers: answered }).press('escape', "'p", 'enter', 'down');
    expect(play.lines().at(-1)).toContain('PgDn more');
    const first = /\[(\d+)/.exec(play.screen())?.[1];
    play.size = { columns: 100, rows: 200 };
    const said = play.press('function').screen();
    expect(said).toContain(`[${first}`);
    expect(said).toMatch(new RegExp(`^ +${first} \\S`, 'm'));
    expect(said.indexOf('Sources')).toBeLessThan(said.indexOf('Keys'));
  });
});

describe('the export', () => {
  test('with something wrong there is nothing but mending and going back', () => {
    const play = playRollout().press('escape', "'exp", 'enter');
    expect(play.screen()).toMatch(/× \d things are wrong or missing, so nothing is exported\./);
    expect(play.here).toBe('Mend it');
    play.press('enter');
    expect(play.place).toBe('review');
    expect(play.press('escape').place).toBe('export');
  });

  test('it says what will be written, and asks for the folder', () => {
    const play = playRollout({ answers: answered }).press('escape', "'exp", 'enter');
    expect(play.screen()).toMatch(/runbook\.md +\d+ KB +for the change board/);
    expect(play.screen()).toContain('scripts/2-apply.ps1');
    play.press('up', 'ctrl-u', "'D:\\out", 'enter', 'enter');
    expect(play.effects).toEqual([{ do: 'export', folder: 'D:\\out' }]);
  });

  test('afterwards it says what was written and what comes next', () => {
    const play = playRollout({ answers: answered }).press('escape', "'exp", 'enter');
    play.report({
      of: 'exported',
      result: { state: 'written', at: around.now(), folder: 'D:\\out', files: [{ path: 'runbook.md', bytes: 31_000 }] },
    });
    expect(play.screen()).toContain('Written 22:41 to D:\\out');
    expect(play.screen()).toMatch(/runbook\.md +31 KB/);
    expect(play.screen()).toContain('Next   run 1-discover.ps1 on a Front End');
    expect(play.rollout.events.at(-1)).toMatchObject({ type: 'exported', files: 1 });
    expect(play.here).toBe('Back');
  });

  test('where it is written stands there absolute before it is', () => {
    const play = playRollout({ answers: answered });
    play.located = (path) => `/home/ana/${path.replace('~/', '')}`;
    play.press('escape', "'exp", 'enter', 'up', 'ctrl-u', "'~/out", 'enter');
    expect(play.screen()).toMatch(/not at all: \d files, to\n +\/home\/ana\/out\n/);
    expect(play.press('enter').effects).toEqual([{ do: 'export', folder: '/home/ana/out' }]);
  });

  test('no folder is refused with words, by Enter and by Write', () => {
    const play = playRollout({ answers: answered }).press('escape', "'exp", 'enter', 'up', 'ctrl-u', 'enter');
    expect(play.screen()).toContain('× Nothing is there. Expected: a folder');
    play.press('down', 'enter');
    expect(play.effects).toEqual([]);
    expect(play.focus.item).toBe('export/folder');
    expect(play.screen()).toContain('× Nothing is there.');
  });

  test('another folder is typed at once', () => {
    const play = playRollout({ answers: answered }).press('escape', "'exp", 'enter');
    play.report({ of: 'exported', result: { state: 'written', at: around.now(), folder: 'contoso', files: [] } });
    play.press('down', 'enter', "'2", 'enter', 'enter');
    expect(play.effects).toEqual([{ do: 'export', folder: 'contoso2' }]);
  });

  test('what stands in the way is said, and the folder stays as typed', () => {
    const play = playRollout({ answers: answered }).press('escape', "'exp", 'enter', 'up', "'2", 'enter');
    play.report({ of: 'exported', result: { state: 'refused', said: ['contoso2 holds notes.txt.'] } });
    expect(play.screen()).toContain('× contoso2 holds notes.txt.');
    expect(play.screen()).toMatch(/Export to +contoso2/);
  });
});

describe('leaving', () => {
  test('Ctrl+C accepts what is right, and names what is not', () => {
    const play = playRollout({ answers: answered })
      .goTo('deployment', 'servers')
      .at('deployment.sip-domains')
      .press('down', "'sip.contoso.com");
    play.press('ctrl-c');
    expect(play.effects).toEqual([
      {
        ...{ do: 'leave', code: 130 },
        words: [
          'Contoso is saved: 6 answers, 0 tasks. One draft was not accepted: SIP domains.',
          'In C:\\skypefed\\rollouts\\contoso',
          'Go on with: skypefed open contoso',
        ],
      },
    ]);
    const valid = playRollout().goTo('deployment', 'change').at('deployment.owner').press("'Maria Anders", 'ctrl-c');
    expect(valid.rollout.answers['deployment.owner']).toBe('Maria Anders');
    expect(valid.effects).toMatchObject([
      { words: ['Contoso is saved: 2 answers, 0 tasks. Accepted on leaving: Owner.', {}, {}] },
    ]);
  });

  test('it leaves from the panel, too', () => {
    expect(playRollout().press('function', 'ctrl-c').effects).toHaveLength(1);
  });
});

describe('saving', () => {
  test('the head says when', () => {
    expect(
      playRollout()
        .report({ of: 'saved', result: { saved: around.now() } })
        .lines()[0],
    ).toMatch(/saved 22:41$/);
  });

  test('while it fails, the head says since when, and leaving says so', () => {
    const play = playRollout().report({ of: 'saved', result: { failed: 'the disk is full' } });
    play.now = '2026-11-23T21:45:00.000Z';
    play.report({ of: 'saved', result: { failed: 'the disk is full' } });
    expect(play.lines()[0]).toContain('not saved since 22:41, trying again');
    expect(play.press('ctrl-c').effects).toMatchObject([
      { words: ['Contoso is not saved since 22:41: the disk is full', {}, {}] },
    ]);
    expect(play.report({ of: 'saved', result: { saved: play.now } }).lines()[0]).toMatch(/saved 22:45$/);
  });

  test('what another window kept from being saved is put back, and named', () => {
    const play = playRollout({ answers: answered }).goTo('access-policy', 'policy');
    const { rollout: there } = play;
    play.at('access-policy.remote-users').press("'n", 'enter');
    const lost = { host: 'DESKTOP-7', pid: 1, user: 'maria', since: around.now() };
    play.report({ of: 'saved', result: { lost, there } });
    expect(play.screen().replace(/\s+/g, ' ')).toContain('Not saved, and put back: Remote users.');
    expect(play.rollout.answers).not.toHaveProperty('access-policy.remote-users');
    expect(play.press('ctrl-z').screen()).toContain('Nothing to take back.');
  });

  test('Ctrl+S is a reflex and changes nothing', () => {
    const play = playRollout().press('ctrl-s');
    expect(play.screen()).toContain('Saved 22:41, as always.');
  });

  test('when another window takes over, this one turns read only and says who it was', () => {
    const play = playRollout().report({
      of: 'saved',
      result: { lost: { host: 'DESKTOP-7', pid: 1, user: 'maria', since: around.now() }, there: undefined },
    });
    expect(play.screen()).toContain('maria on DESKTOP-7 took over at 22:41: read only from here on.');
    expect(play.lines()[0]).toContain('read only');
  });
});
