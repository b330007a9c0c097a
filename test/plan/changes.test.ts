import { describe, expect, it } from 'vitest';
import type { Change, Desired } from '../../src/model/index.ts';
import { changesOf, planOf } from '../../src/plan/index.ts';
import { printCommand } from '../../src/powershell/index.ts';
import { viewWith } from '../steps/view.ts';

const site = { 'access-policy.sites': ['Redmond'], 'client-policy.sites': ['Redmond'] };
const plan = (answers: Readonly<Record<string, unknown>>) => planOf(viewWith(answers));

/** Each command as it is printed, with the words for when it runs. */
function printed(commands: Change['commands']): readonly string[] {
  return commands.map((command) => {
    const line = printCommand(command, 'lync-2013');
    return command.if === undefined ? line : `${command.if}: ${line}`;
  });
}

function change(answers: Readonly<Record<string, unknown>>, id: string): Change {
  const found = plan(answers).find(({ desired }) => desired.id === id);
  if (!found) throw new Error(`no change ${id}`);
  return found;
}

describe('the plan', () => {
  it('has what every step wants, in order, and knows nothing of the server', () => {
    const changes = plan(site);
    expect(changes.map(({ desired }) => desired.id)).toEqual([
      'edge.federation',
      'access-policy.site:Redmond',
      'skype-provider.provider',
      'client-policy.in-force',
    ]);
    expect(new Set(changes.map(({ sign }) => sign))).toEqual(new Set(['?']));
  });

  it.each([
    ['a site', site],
    [
      'two sites and discovery',
      { ...site, 'access-policy.sites': ['Redmond', 'Dublin'], 'edge.partner-discovery': false },
    ],
    ['Global', { 'access-policy.scope': 'global', 'client-policy.scope': 'global' }],
    [
      'users',
      { 'access-policy.scope': 'user', 'access-policy.users': ['ana@contoso.com'], 'client-policy.scope': 'user' },
    ],
    ['all kept', { ...site, 'access-policy.federated-users': 'keep', 'access-policy.xmpp': 'keep' }],
    ['no decoration', { ...site, 'deployment.cu5': 'no' }],
    ['copies for sites', { ...site, 'client-policy.target': 'new-copy' }],
    ['a switch of routing', { ...site, 'edge.routing': 'switch-to-dns-srv', 'edge.partner-discovery': true }],
    ['nothing replaced', { ...site, 'skype-provider.replace': false }],
  ])('for %s has commands and a way back that the cmdlet table knows', (_, answers) => {
    for (const { commands, undo } of plan(answers)) {
      expect(commands.length).toBeGreaterThan(0);
      expect(undo.length).toBeGreaterThan(0);
      expect([...printed(commands), ...printed(undo)].every((line) => line.includes(' -'))).toBe(true);
    }
  });
});

describe('the Access Edge', () => {
  it('is set by its identity, and set back by what the state file has', () => {
    const { commands, undo } = change(site, 'edge.federation');
    expect(printed(commands)).toEqual(["Set-CsAccessEdgeConfiguration -Identity 'Global' -AllowFederatedUsers $true"]);
    expect(printed(undo)).toEqual([
      "Set-CsAccessEdgeConfiguration -Identity 'Global' -AllowFederatedUsers <value in the state file>",
    ]);
  });

  it('has partner discovery in a call of its own, behind the switch of its routing', () => {
    const { commands, undo } = change({ ...site, 'edge.partner-discovery': false }, 'edge.partner-discovery');
    expect(printed(commands)).toEqual([
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $false',
    ]);
    expect(printed(undo)).toEqual([
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery <value in the state file>',
    ]);
  });

  it('has its routing switched first, behind a switch of its own, and led back with what was lost', () => {
    const { commands, undo } = change({ ...site, 'edge.routing': 'switch-to-dns-srv' }, 'edge.routing');
    expect(printed(commands)).toEqual([
      'only where RoutingMethod is UseDefaultRouting: ' +
        'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $false',
    ]);
    expect(printed(undo)).toEqual([
      'only once every public and every hosting provider is deleted: Set-CsAccessEdgeConfiguration -UseDefaultRouting ' +
        '-DefaultRouteFqdn <value in the state file> -IsPublicProvider <value in the state file> ' +
        '-VerificationLevel <value in the state file>',
    ]);
    expect(plan({ ...site, 'edge.routing': 'switch-to-dns-srv' })[0]?.desired.id).toBe('edge.routing');
  });

  it('has discovery set back only where it had a value before a switch', () => {
    const answers = { ...site, 'edge.routing': 'switch-to-dns-srv', 'edge.partner-discovery': true };
    expect(printed(change(answers, 'edge.partner-discovery').undo)).toEqual([
      'where it had a value before: ' +
        'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery <value in the state file>',
    ]);
    expect(printed(change(answers, 'edge.federation').undo)).toEqual([
      "Set-CsAccessEdgeConfiguration -Identity 'Global' -AllowFederatedUsers <value in the state file>",
    ]);
  });

  it('is turned to nothing that has no switch', () => {
    const [wish] = plan({ ...site, 'edge.routing': 'switch-to-dns-srv' });
    if (wish?.desired.do !== 'ensure') throw new Error('the Edge comes first');
    const { desired } = wish;
    const wrong: Desired[] = [
      { ...desired, only: { property: 'AllowFederatedUsers', now: 'UseDefaultRouting' } },
      { ...desired, only: { property: 'RoutingMethod', now: 'UseNothing' } },
      { ...desired, set: { RoutingMethod: true } },
      { ...desired, kind: 'client-policy' },
    ];
    for (const one of wrong) expect(() => changesOf([one], 'lync-2013')).toThrow(/nothing turns/);
  });

  it('is never set across two parameter sets, even by one wish', () => {
    const wish = plan({ ...site, 'edge.partner-discovery': true })[0]?.desired;
    if (wish?.do !== 'ensure') throw new Error('the Edge comes first');
    const both: Desired = { ...wish, set: { EnablePartnerDiscovery: true, AllowFederatedUsers: true } };
    expect(printed(changesOf([both], 'lync-2013')[0]?.commands ?? [])).toEqual([
      "Set-CsAccessEdgeConfiguration -Identity 'Global' -AllowFederatedUsers $true",
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $true',
    ]);
  });
});

describe('a federation route', () => {
  const answers = {
    ...site,
    'edge.pools': [{ name: 'sip.contoso.com', internal: 'edge01.contoso.local' }],
    'edge.federation-routes': [{ site: 'Redmond', pool: 'edge01.contoso.local' }],
  };

  it('is set by the bare name of its site, and set back before the topology is enabled again', () => {
    const { commands, undo } = change(answers, 'edge.federation-route:Redmond');
    expect(printed(commands)).toEqual([
      "Set-CsSite -Identity 'Redmond' -FederationRoute 'EdgeServer:edge01.contoso.local'",
    ]);
    expect(printed(undo)).toEqual([
      "Set-CsSite -Identity 'Redmond' -FederationRoute <value in the state file>",
      'once all changes that need it are set back: Enable-CsTopology',
    ]);
  });

  it('takes the topology enabled once, which has no way back of its own', () => {
    const { commands, undo } = change(answers, 'edge.topology');
    expect(printed(commands)).toEqual(['where a change that needs it was made: Enable-CsTopology']);
    expect(undo).toEqual([]);
  });
});

describe('a copy of a client policy', () => {
  const copy = { ...site, 'client-policy.target': 'new-copy' };
  const byUser = { ...copy, 'client-policy.scope': 'user', 'client-policy.users': ['ana@contoso.com'] };

  it('is made with all else as in force, and only set where it is there', () => {
    expect(printed(change(copy, 'client-policy.site:Redmond').commands)).toEqual([
      "where the site has no policy of its own: New-CsClientPolicy -Identity 'site:Redmond' " +
        '-EnableNotificationForNewSubscribers $true -BlockConversationFromFederatedContacts $false <all else as in force>',
      "where the site has one: Set-CsClientPolicy -Identity 'site:Redmond' " +
        '-EnableNotificationForNewSubscribers $true -BlockConversationFromFederatedContacts $false',
    ]);
  });

  it('is removed where the script made it, after each user has the policy before again', () => {
    expect(printed(change(byUser, 'client-policy.policy').undo)).toEqual([
      "where the script made it: Remove-CsClientPolicy -Identity 'SkypeClients'",
      "where it stood before: Set-CsClientPolicy -Identity 'SkypeClients' " +
        '-EnableNotificationForNewSubscribers <value in the state file> ' +
        '-BlockConversationFromFederatedContacts <value in the state file>',
    ]);
    expect(printed(change(byUser, 'client-policy.grant').undo)).toEqual([
      "Grant-CsClientPolicy -Identity 'ana@contoso.com' -PolicyName <value in the state file>",
    ]);
    expect(
      plan(byUser)
        .map(({ desired }) => desired.id)
        .slice(-2),
    ).toEqual(['client-policy.policy', 'client-policy.grant']);
  });
});

describe('the policy of a site', () => {
  it('is made where the site has none, set where it has one; what is kept is passed only to what is made', () => {
    expect(printed(change(site, 'access-policy.site:Redmond').commands)).toEqual([
      "where the site has no policy of its own: New-CsExternalAccessPolicy -Identity 'site:Redmond' " +
        '-EnableFederationAccess $true -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $true ' +
        '-EnableOutsideAccess <as now> -EnableXmppAccess <as now>',
      "where the site has one: Set-CsExternalAccessPolicy -Identity 'site:Redmond' " +
        '-EnableFederationAccess $true -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $true',
    ]);
  });

  it('is removed where it was made, and set back where it stood', () => {
    expect(printed(change(site, 'access-policy.site:Redmond').undo)).toEqual([
      "where the script made it: Remove-CsExternalAccessPolicy -Identity 'site:Redmond'",
      "where it stood before: Set-CsExternalAccessPolicy -Identity 'site:Redmond' " +
        '-EnableFederationAccess <value in the state file> -EnablePublicCloudAccess <value in the state file> ' +
        '-EnablePublicCloudAudioVideoAccess <value in the state file>',
    ]);
  });
});

describe('Global', () => {
  const answers = { 'access-policy.scope': 'global', 'client-policy.scope': 'global' };

  it('is only ever set: removing it would reset it', () => {
    for (const { commands, undo } of plan(answers).filter(
      ({ desired }) => desired.do !== 'run' && desired.kind !== 'provider',
    )) {
      expect([...commands, ...undo].map(({ cmdlet }) => cmdlet.split('-')[0])).toEqual(['Set', 'Set']);
    }
  });

  it('is named as the client policy in force for everyone', () => {
    expect(printed(change(answers, 'client-policy.in-force').commands)).toEqual([
      "Set-CsClientPolicy -Identity 'Global' -EnableNotificationForNewSubscribers $true -BlockConversationFromFederatedContacts $false",
    ]);
  });
});

describe('the provider', () => {
  it('is set, replaced or made, each in its case', () => {
    expect(printed(change(site, 'skype-provider.provider').commands)).toEqual([
      'where it stands already and only VerificationLevel or Enabled differs: ' +
        "Set-CsPublicProvider -Identity 'Skype' -VerificationLevel 2 -Enabled $true",
      'for an entry with the name Skype or the proxy federation.messenger.msn.com where anything else differs: ' +
        'Remove-CsPublicProvider -Identity <the entry in the way>',
      "where there is none, or it was removed: New-CsPublicProvider -Identity 'Skype' " +
        "-ProxyFqdn 'federation.messenger.msn.com' -IconUrl 'https://images.edge.messenger.live.com/Messenger_16x16.png' " +
        "-NameDecorationRoutingDomain 'msn.com' -NameDecorationExcludedDomainList 'msn.com,outlook.com,live.com,hotmail.com' " +
        '-VerificationLevel 2 -Enabled $true',
    ]);
  });

  it('comes back with each value that an entry has', () => {
    const [, again] = change(site, 'skype-provider.provider').undo;
    expect(again?.cmdlet).toBe('New-CsPublicProvider');
    expect(Object.keys(again?.args ?? {})).toEqual([
      'Identity',
      'ProxyFqdn',
      'IconUrl',
      'NameDecorationDomain',
      'NameDecorationRoutingDomain',
      'NameDecorationExcludedDomainList',
      'VerificationLevel',
      'Enabled',
    ]);
  });

  it('removes nothing where nothing is to be replaced', () => {
    const { commands, undo } = change({ ...site, 'skype-provider.replace': false }, 'skype-provider.provider');
    expect(commands.map(({ cmdlet }) => cmdlet)).toEqual(['Set-CsPublicProvider', 'New-CsPublicProvider']);
    expect(undo.map(({ cmdlet }) => cmdlet)).toEqual(['Remove-CsPublicProvider', 'Set-CsPublicProvider']);
  });
});

describe('a grant', () => {
  const forUsers = (users: readonly string[]) => ({
    'access-policy.scope': 'user',
    'access-policy.users': users,
    'client-policy.target': 'leave',
  });

  it('is a command for each of a few users, and gives each back what was recorded', () => {
    const { commands, undo } = change(forUsers(['ana@contoso.com', 'maria@contoso.com']), 'access-policy.grant');
    expect(printed(commands)).toEqual([
      "Grant-CsExternalAccessPolicy -Identity 'ana@contoso.com' -PolicyName 'SkypeUsers'",
      "Grant-CsExternalAccessPolicy -Identity 'maria@contoso.com' -PolicyName 'SkypeUsers'",
    ]);
    expect(printed(undo)[1]).toBe(
      "Grant-CsExternalAccessPolicy -Identity 'maria@contoso.com' -PolicyName <value in the state file>",
    );
  });

  it('is one command for many users, and says for how many', () => {
    const many = Array.from({ length: 11 }, (_, i) => `u${i}@contoso.com`);
    const { commands } = change(forUsers(many), 'access-policy.grant');
    expect(printed(commands)).toEqual([
      "for each of the 11 users: Grant-CsExternalAccessPolicy -Identity <the user> -PolicyName 'SkypeUsers'",
    ]);
  });
});

describe('a policy in force', () => {
  it('is named by what the server will tell, for whom it is in force', () => {
    const [command] = change(
      { ...site, 'client-policy.sites': ['Redmond', 'Dublin'] },
      'client-policy.in-force',
    ).commands;
    expect(command?.if).toBe('for each policy in force for the 2 sites');
    expect(command?.args.Identity).toEqual({ late: 'identity', shown: '<the policy in force>' });
    const [one] = change({ ...site, 'client-policy.sites': ['Redmond'] }, 'client-policy.in-force').commands;
    expect(one?.if).toBe('for each policy in force for the site');
  });
});

describe('a wish that no cmdlet can fulfil', () => {
  it('is refused', () => {
    const [, , , client] = plan(site).map(({ desired }) => desired);
    if (client?.do !== 'ensure') throw new Error('the client policy comes last');
    expect(() => changesOf([{ ...client, ifMissing: 'create' }], 'lync-2013')).toThrow('no cmdlet makes client-policy');
    const access = plan(site)[1]?.desired;
    if (access?.do !== 'ensure') throw new Error('the access policy comes second');
    expect(() => changesOf([{ ...access, ifMissing: 'copy' }], 'lync-2013')).toThrow(
      'no cmdlet makes external-access-policy',
    );
    expect(() => changesOf([{ ...client, which: { by: 'in-force', scopes: [] } }], 'lync-2013')).toThrow(
      'in force for nobody',
    );
  });
});
