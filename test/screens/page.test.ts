import { describe, expect, test } from 'vitest';
import { answered, type Play, people, playRollout } from './play.ts';

const policy = (columns = 80, rows = 24) => {
  const play = playRollout({ answers: answered }).goTo('access-policy', 'policy');
  play.size = { columns, rows };
  return play;
};

describe('what will run', () => {
  test('is this page’s command, with a sign at what the line settles', () => {
    const play = policy(80, 40).at('access-policy.public-users');
    expect(play.screen()).toContain('Will run, where the site has no policy of its own');
    expect(play.screen()).toMatch(/New-CsExternalAccessPolicy `/);
    expect(play.screen()).toMatch(/■ +-EnablePublicCloudAccess \$true `/);
    expect(play.screen()).toMatch(/ {5}-EnableOutsideAccess <as now>/);
    expect(play.screen()).toContain('Or Set-CsExternalAccessPolicy where the site has one.');
  });

  test('is alive with what is picked, before it is accepted', () => {
    const play = policy(80, 40).at('access-policy.remote-users').press("'n");
    expect(play.screen()).toMatch(/■ +-EnableOutsideAccess \$false/);
    expect(play.rollout.answers).not.toHaveProperty('access-policy.remote-users');
    expect(play.press('escape').screen()).toMatch(/■ +-EnableOutsideAccess <as now>/);
  });

  test('follows the option under the keyboard, too', () => {
    const play = policy(80, 40).at('access-policy.scope').press('down', 'down');
    expect(play.screen()).toMatch(/Set-CsExternalAccessPolicy `/);
    expect(play.screen()).toMatch(/■ +-Identity 'Global'/);
  });

  test('is alive with what is typed, as far as it can be read', () => {
    const play = playRollout({ answers: answered }).goTo('skype-provider', 'provider').at('skype-provider.proxy-fqdn');
    play.size = { columns: 80, rows: 40 };
    play.press('ctrl-u', "'sip.adatum.com");
    expect(play.screen()).toMatch(/■ +-ProxyFqdn 'sip\.adatum\.com'/);
    play.press("'/");
    expect(play.screen()).toMatch(/■ +-ProxyFqdn 'federation\.messenger\.msn\.com'/);
  });

  test('is nothing before the answers are there that it needs', () => {
    const play = playRollout().goTo('access-policy', 'policy').at('access-policy.scope');
    expect(play.screen()).toContain('Will run  nothing yet, for these answers');
    expect(playRollout().goTo('edge', 'access-edge').screen()).toContain('Will run  shown once the product is chosen');
  });

  test('is not there where a page settles nothing', () => {
    expect(playRollout({ answers: answered }).goTo('deployment', 'change').press('tab').screen()).not.toContain(
      'Will run',
    );
  });
});

describe('when rows are short', () => {
  test('the sentence goes first, then parameters, then other answers; never the line, its help, its problem', () => {
    const tall = policy(80, 40).at('access-policy.remote-users').screen();
    expect(tall).toContain('Who may talk to people on Skype, and from where.');
    expect(tall).toContain('-EnableXmppAccess');

    const usual = policy(80, 24).at('access-policy.remote-users').screen();
    expect(usual).not.toContain('Who may talk to people on Skype, and from where.');
    expect(usual).toMatch(/New-CsExternalAccessPolicy `\n(.*\n)?.* …\n.*■ +-EnableOutsideAccess <as now> `\n.* …$/m);
    expect(usual).toContain('XMPP partners');

    const play = policy(50, 20).at('access-policy.remote-users');
    expect(play.screen()).toMatch(/\d more (above|below)/);
    expect(play.here).toMatch(/^Remote users +● keep/);
    expect(play.screen()).toMatch(/Now: not\s+seen yet\./);
    expect(play.screen()).toMatch(/■ +-EnableOutsideAccess/);
  });

  test('a problem stays in sight in the smallest window', () => {
    const play = playRollout({ answers: { ...answered, 'registration.way': 'form' } })
      .goTo('registration', 'way')
      .at('registration.contact')
      .press("'nobody", 'enter');
    play.size = { columns: 50, rows: 20 };
    expect(play.screen()).toContain('× "nobody" is no address');
    expect(play.here).toMatch(/^Contact +nobody/);
  });
});

describe('what stands at the sides', () => {
  test('from 70 columns the steps, each with how it stands', () => {
    const play = playRollout({
      answers: answered,
      tasks: { 'edge.dns-published': { state: 'waiting', since: '2026-11-21' } },
    });
    play.goTo('access-policy', 'policy');
    expect(play.screen()).toMatch(/^ … Edge /m);
    expect(play.screen()).toMatch(/^ ■ Access policy /m);
    play.size = { columns: 69, rows: 24 };
    expect(play.screen()).not.toMatch(/Skype provider/);
    expect(play.lines()[0]).toMatch(/^ Access policy · step 4 of 8 +Contoso · saved 22:41$/);
    expect(play.press('escape').screen()).toMatch(/Edge +… waits/);
  });

  test('from 120 columns the reasons, by the numbers that the panel has', () => {
    const play = policy(120, 40).at('access-policy.sites');
    const column = play.lines().map((one) => one.slice(80));
    expect(column[2]).toMatch(/Why/);
    expect(column.join(' ')).toMatch(/On the server/);
    const cited = /(\d+) Microsoft, New-CsExternalAccessPolicy/.exec(column.map((one) => one.trim()).join(' '))?.[1];
    expect(cited).toBeDefined();
    play.size = { columns: 120, rows: 60 };
    expect(play.press('function').screen()).toMatch(
      new RegExp(`^ +${cited} Microsoft, New-CsExternalAccessPolicy`, 'm'),
    );
  });

  test('people have a column for each state there, with a name above it', () => {
    const [ana, maria] = people;
    if (!ana || !maria) throw new Error('Two people are expected.');
    const tried = {
      ...ana,
      tasks: {
        'contacts.invited': { state: 'done', at: '2026-11-20' },
        'contacts.im': { state: 'done', at: '2026-11-20', result: 'failed' },
      },
    } as const;
    const play = playRollout({ answers: answered, people: [tried, maria] })
      .goTo('contacts', 'people')
      .at('person/p2');
    play.size = { columns: 120, rows: 40 };
    const [head = '', row = ''] = play.lines().slice(5, 7);
    expect(head).toMatch(/Name .*Invited Accepted Presence Instant/);
    expect(row[head.indexOf('Invited')]).toBe('√');
    expect(row[head.indexOf('Accepted')]).toBe(' ');
    expect(row[head.indexOf('Instant')]).toBe('×');
    // A sign behind the columns has its word.
    expect(row).toMatch(/× Instant failed$/);
  });
});

test('an irreversible task says so', () => {
  const play = playRollout({ answers: answered, people }).goTo('accounts', 'merge').at('accounts.merged');
  expect(play.screen()).toContain('! Take this as final');
});

test('options beside each other go on below where the line is full', () => {
  const play = playRollout({ answers: answered }).goTo('edge', 'outside').at('edge.dns-published');
  const at = play.lines().findIndex((one) => one.includes('○ waiting'));
  expect(play.lines()[at + 1]?.trim()).toMatch(/○ not needed$/);
});

test('a text that is scrolled has a mark where it is cut at the left, and the cursor behind its end', () => {
  const play = playRollout().goTo('deployment', 'change').at('deployment.owner');
  const text = `Maria Anders ${'and '.repeat(30)}Thomas Hardy`;
  play.press(`'${text}`);
  expect(play.here).toMatch(/^Owner +…[^…]*Thomas Hardy +draft$/);
  expect(play.press('home').here).toMatch(/^Owner +Maria Anders/);
});

describe('the command of a provider', () => {
  const told = (product: string, id: string) => {
    const answers = { ...answered, 'deployment.product': product };
    return playRollout({ answers }).goTo('skype-provider', 'provider').at(id).screen().replace(/\s+/g, ' ');
  };

  test('enables the entry that Lync Server 2010 comes with; what makes one is told behind it', () => {
    const screen = told('lync-2010', 'skype-provider.enabled');
    expect(screen).toContain('Will run, where it stands already and only Enabled');
    expect(screen).toMatch(/Set-CsPublicProvider.+-Identity 'MSN'/);
    expect(screen).toContain('New-CsPublicProvider where there is none');
  });

  test('makes one where the line settles what only that takes, and on every later product', () => {
    expect(told('lync-2010', 'skype-provider.proxy-fqdn')).toContain(
      'Will run, where there is none, or it was removed',
    );
    expect(told('lync-2013', 'skype-provider.enabled')).toContain('Will run, where there is none, or it was removed');
  });
});

test('what is wrong with a list or with records is told with an example as it is typed', () => {
  const screens = [
    playRollout().goTo('deployment', 'servers').at('deployment.sip-domains').press('enter'),
    playRollout({ answers: { 'deployment.product': 'lync-2013' } })
      .goTo('edge', 'access-edge')
      .at('edge.pools')
      .press('enter'),
  ].map((play) => {
    // Without the steps beside it, a sentence is whole.
    play.size = { columns: 60, rows: 30 };
    return play.screen().replace(/\s+/g, ' ');
  });
  expect(screens[0]).toContain('Expected: a list of SIP domains, such as contoso.com.');
  expect(screens[1]).toMatch(/Expected: a list of pools?, each with name, such as sip\.contoso\.com\./);
  expect(screens.join()).not.toMatch(/\[["{]/);
});

describe('several items in one row of a list', () => {
  const sites = () =>
    playRollout({ answers: { ...answered, 'access-policy.sites': ['Chicago, IL'] } })
      .goTo('access-policy', 'policy')
      .at('access-policy.sites')
      .press('end', 'down');
  const kept = (play: Play) => play.rollout.answers['access-policy.sites'];

  test('are each an item, whatever key accepts them; one in quotes stays one', () => {
    for (const key of ['enter', 'tab', 'up'] as const) {
      const play = sites().press('\'Redmond, Dublin; "Lab, first floor"', key);
      expect(kept(play), key).toEqual(['Chicago, IL', 'Redmond', 'Dublin', 'Lab, first floor']);
    }
    const play = sites().press("'Redmond, Dublin", 'enter');
    expect(play.here).toMatch(/^4( |$)/);
    expect(play.screen()).toMatch(/1 "Chicago, IL"\n.*2 Redmond\n.*3 Dublin/);
  });

  test('nothing but signs is none', () => {
    const play = sites().press("' , ;", 'enter');
    expect(kept(play)).toEqual(['Chicago, IL']);
    expect(play.screen()).toContain('Nothing is there.');
  });

  test('pasted are, too; a row that was there and holds a comma is left as it is', () => {
    const play = sites().key({ key: 'paste', text: 'Redmond, Dublin\r\nParis\r\n' });
    expect(kept(play)).toEqual(['Chicago, IL', 'Redmond', 'Dublin', 'Paris']);
    expect(kept(sites().key({ key: 'paste', text: 'Redmond, Dublin' }).press('enter'))).toHaveLength(3);
  });

  test('what is right of them is kept at once; the row waits with what is wrong', () => {
    const play = sites().press("'Redmond, chicago, Dublin, redmond", 'enter');
    expect(kept(play)).toEqual(['Chicago, IL', 'Redmond', 'chicago', 'Dublin']);
    expect(play.here).toMatch(/^2 …cago, Dublin, redmond +draft$/);
    expect(play.screen().replace(/\s+/g, ' ')).toContain('× redmond is in the list already, at 2.');
    play.press('end', 'ctrl-w', "'Paris", 'enter');
    expect(kept(play)).toEqual(['Chicago, IL', 'Redmond', 'chicago', 'Dublin', 'Paris']);
    expect(play.here).toMatch(/^6( |$)/);
  });
});
