import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/model/index.ts';
import { printCommand, printCommandLines } from '../../src/powershell/index.ts';

const provider: Command = {
  cmdlet: 'New-CsPublicProvider',
  args: { Identity: 'Skype', ProxyFqdn: 'federation.messenger.msn.com', VerificationLevel: 2, Enabled: true },
};

const print = (cmdlet: string, args: Command['args']) => printCommand({ cmdlet, args }, 'lync-2013');

describe('a command is printed', () => {
  it('on one line, as it would be typed', () => {
    expect(printCommand(provider, 'lync-2013')).toBe(
      "New-CsPublicProvider -Identity 'Skype' -ProxyFqdn 'federation.messenger.msn.com' -VerificationLevel 2 -Enabled $true",
    );
  });

  it('with a parameter a line, each line knowing its parameter', () => {
    expect(printCommandLines(provider, 'lync-2013')).toEqual([
      { text: 'New-CsPublicProvider `' },
      { text: "    -Identity 'Skype' `", parameter: 'Identity' },
      { text: "    -ProxyFqdn 'federation.messenger.msn.com' `", parameter: 'ProxyFqdn' },
      { text: '    -VerificationLevel 2 `', parameter: 'VerificationLevel' },
      { text: '    -Enabled $true', parameter: 'Enabled' },
    ]);
  });

  it('on one line where there is one parameter or none', () => {
    const one = { cmdlet: 'Remove-CsPublicProvider', args: { Identity: "O'Neil" } };
    expect(printCommandLines(one, 'lync-2013')).toEqual([
      { text: "Remove-CsPublicProvider -Identity 'O''Neil'", parameter: 'Identity' },
    ]);
    expect(printCommandLines({ cmdlet: 'Get-CsSite', args: {} }, 'lync-2013')).toEqual([{ text: 'Get-CsSite' }]);
  });

  it('with words in place of what only the server knows, switches bare, and $null', () => {
    expect(
      print('Set-CsAccessEdgeConfiguration', {
        UseDnsSrvRouting: { switch: true },
        EnablePartnerDiscovery: { late: 'previous', shown: '<value in the state file>' },
      }),
    ).toBe('Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery <value in the state file>');
    expect(print('Grant-CsClientPolicy', { Identity: 'ana@contoso.com', PolicyName: null })).toBe(
      "Grant-CsClientPolicy -Identity 'ana@contoso.com' -PolicyName $null",
    );
  });
});

describe('a command with a rest', () => {
  const copied: Command = {
    cmdlet: 'New-CsClientPolicy',
    args: { Identity: 'SkypeClients' },
    rest: { late: 'copied', shown: '<all else as in force>' },
  };

  it('has it at its end, on a line of its own that no parameter settles', () => {
    expect(printCommand(copied, 'lync-2010')).toBe(
      "New-CsClientPolicy -Identity 'SkypeClients' <all else as in force>",
    );
    expect(printCommandLines(copied, 'lync-2010')).toEqual([
      { text: 'New-CsClientPolicy `' },
      { text: "    -Identity 'SkypeClients' `", parameter: 'Identity' },
      { text: '    <all else as in force>' },
    ]);
  });
});

describe('a command is refused', () => {
  it.each<[why: string, cmdlet: string, args: Command['args'], said: string]>([
    ['an unknown cmdlet', 'Set-CsEverything', {}, 'lync-2013 has no cmdlet Set-CsEverything'],
    ['a name that every object has', 'constructor', {}, 'lync-2013 has no cmdlet constructor'],
    ['an unknown parameter', 'Get-CsSite', { Name: 'Redmond' }, 'Get-CsSite of lync-2013 has no parameter Name'],
    [
      'a Teams parameter',
      'Set-CsExternalAccessPolicy',
      { Identity: 'Global', EnableTeamsConsumerAccess: true },
      'no parameter',
    ],
    [
      'one newer than the product',
      'New-CsPublicProvider',
      { ...provider.args, EnableSkypeIdRouting: true },
      'no parameter',
    ],
    ['a mandatory one missing', 'New-CsPublicProvider', { Identity: 'Skype', Enabled: true }, 'lacks ProxyFqdn'],
    ['text for yes or no', 'New-CsPublicProvider', { ...provider.args, Enabled: 'true' }, '-Enabled takes Boolean'],
    ['a list for one text', 'New-CsPublicProvider', { ...provider.args, IconUrl: 2 }, '-IconUrl takes String'],
    [
      'a level there is not',
      'New-CsPublicProvider',
      { ...provider.args, VerificationLevel: 3 },
      'takes VerificationLevelType',
    ],
    ['a value for a switch', 'Get-CsPublicProvider', { LocalStore: true }, '-LocalStore takes SwitchParameter'],
    ['a switch for a value', 'Get-CsSite', { Identity: { switch: true } }, '-Identity takes XdsGlobalRelativeIdentity'],
    ['two sets mixed', 'Get-CsSite', { Identity: 'Redmond', Filter: 'R*' }, 'mixes parameter sets'],
    [
      'a set without its switch',
      'Set-CsAccessEdgeConfiguration',
      { EnablePartnerDiscovery: true },
      'Set-CsAccessEdgeConfiguration lacks UseDnsSrvRouting',
    ],
    [
      '-Identity in a set that has none',
      'Set-CsAccessEdgeConfiguration',
      { Identity: 'Global', UseDnsSrvRouting: { switch: true } },
      'mixes parameter sets',
    ],
    [
      'a Set- that would edit Global unsaid',
      'Set-CsClientPolicy',
      { EnableNotificationForNewSubscribers: true },
      '-Identity is missing',
    ],
  ])('for %s', (_, cmdlet, args, said) => {
    expect(() => print(cmdlet, args)).toThrow(said);
  });

  it('also when it is printed line by line', () => {
    expect(() =>
      printCommandLines({ cmdlet: 'New-CsPublicProvider', args: { Identity: 'Skype', Enabled: true } }, 'lync-2013'),
    ).toThrow('lacks ProxyFqdn');
  });
});
