import { code, listed, md } from '../words/index.ts';
import { disputed, documented, experience, inferred, reported, unknown, voice } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import {
  decorationExcludedDomains,
  decorationRoutingDomain,
  searchAddresses,
  searchPort,
  sfbProducts,
  skypeIconUrl,
  skypeProxyFqdn,
} from './values.ts';

export const providerCommand = documented(
  'provider-command',
  md`From cumulative update 5 on, Microsoft's command for Skype has proxy, icon, ${code('-VerificationLevel 2')}, ${code('-Enabled 1')} and the two parameters that decorate addresses.`,
  [source.enablingSkype],
  { products: ['lync-2013'] },
);

export const providerCommandSfb = documented(
  'provider-command-sfb',
  md`Microsoft's command for Skype for Business Server has proxy, icon, the two parameters that decorate addresses, ${code('-Enabled $true')}, ${code('-EnableSkypeIdRouting $true')} and ${code('-EnableSkypeDirectorySearch $true')}, and no verification level.`,
  [source.deploySkype],
  { products: sfbProducts },
);

export const providerCommand2010 = unknown(
  'provider-command2010',
  md`No page of Microsoft's has a command for Skype on Lync Server 2010. Its cmdlet takes name, proxy, verification level and enabled; the shipped entry MSN need only be enabled.`,
  [source.newPublicProvider2010],
  { products: ['lync-2010'] },
);

export const providerCommandBeforeCu5 = documented(
  'provider-command-before-cu5',
  md`Microsoft's earlier command has the same values without decoration, after ${code('Remove-CsPublicProvider -Identity Messenger')}.`,
  [source.enablingSkypeBefore],
  { products: ['lync-2013'] },
);

export const providerValues = documented(
  'provider-values',
  md`The proxy of Skype is ${code(skypeProxyFqdn)}, its icon ${code(skypeIconUrl)}.`,
  [source.enablingSkype, source.deploySkype],
);

export const providerUnique = documented(
  'provider-unique',
  md`The name and the proxy of a public provider each have to be unique among all public and all hosting providers; otherwise the command is refused.`,
  [source.newPublicProvider],
);

export const shippedEntries = documented(
  'shipped-entries',
  md`Lync Server 2013 comes with three public providers, all disabled: Yahoo!, AIM and Messenger.`,
  [source.helpFile2014, source.publicProviders2013],
  { products: ['lync-2013'] },
);

export const shippedEntries2010 = documented(
  'shipped-entries2010',
  md`Lync Server 2010 comes with three public providers, all disabled: Yahoo!, AOL and MSN.`,
  [source.newPublicProvider2010],
  { products: ['lync-2010'] },
);

export const shippedEntriesSfb = unknown(
  'shipped-entries-sfb',
  md`Microsoft's pages name no shipped public provider from Skype for Business Server 2015 on; after an upgrade the entries of Lync may be there.`,
  [source.newPublicProvider, source.deploySkype],
  { products: sfbProducts },
);

export const legacyProviderFirst = documented(
  'legacy-provider-first',
  md`The shipped entry for Messenger may hold the proxy of Skype. Then it has to go before Skype can be made.`,
  [source.enablingSkypeBefore, source.newPublicProvider],
  {
    weDo: md`The script looks for the proxy as well as for the name, records the entry whole, then removes it.`,
    products: ['lync-2013'],
  },
);

export const legacyProvider2010Kept = inferred(
  'legacy-provider2010-kept',
  md`The shipped entry MSN is the road to Skype on Lync Server 2010: what MSN was, became Skype.`,
  [source.newPublicProvider2010, source.provisioningGuide],
  {
    weDo: md`The script enables the entry where it stands with the proxy of Skype, and makes it anew where it is gone or has another proxy.`,
    products: ['lync-2010'],
  },
);

export const legacyProviderSfb = documented(
  'legacy-provider-sfb',
  md`Where an older entry holds the name or the proxy of Skype, Microsoft removes it first and then makes the new one.`,
  [source.deploySkype, source.newPublicProvider],
  {
    weDo: md`The script looks for either, records the entry whole, removes it and makes the new one.`,
    products: sfbProducts,
  },
);

export const setChangesTwo = documented(
  'set-changes-two',
  md`${code('Set-CsPublicProvider')} changes ${code('Enabled')} and ${code('VerificationLevel')} alone. For another proxy, icon or decoration the entry is removed and made anew.`,
  [source.setPublicProvider, source.deploySkype],
);

export const verificationMeanings = documented(
  'verification-meanings',
  md`${code('AlwaysVerifiable')} lets every message in; ${code('AlwaysUnverifiable')} lets in what comes from the recipient's contact list, and users can change that for themselves; ${code('UseSourceVerification')} trusts what the provider says and is deprecated for Skype for Business.`,
  [source.newPublicProvider],
);

const levelVoices = [
  voice('Microsoft, the cmdlet', md`${code('AlwaysVerifiable')}, everything is let in`, [source.newPublicProvider]),
  voice('Microsoft, the Control Panel', md`"only people on their Contacts list" as default`, [
    source.publicProviders2013,
    source.publicProviders,
  ]),
  voice('Two books', md`three choices, "verified by this provider" as default`, [report.programming4], 'reported'),
];

export const verificationLevelDispute = disputed(
  'verification-level-dispute',
  md`Sources disagree on the verification level that holds where none is named, and none names number 2.`,
  levelVoices,
  md`Writes 2, as Microsoft's command for Lync Server 2013 does, unless you choose otherwise. The script prints the name that the server gives it.`,
  { products: ['lync-2013'] },
);

export const verificationLevelOmitted = disputed(
  'verification-level-omitted',
  md`Sources disagree on the verification level that the server takes where the command names none.`,
  levelVoices,
  md`Leaves the level out unless you choose one, and the script prints the one that the server has.`,
  { products: ['lync-2010', ...sfbProducts] },
);

export const levelTwoName = unknown(
  'level-two-name',
  md`Microsoft's command says ${code('-VerificationLevel 2')}; which name that number has is not documented. Counted from 0 in the order of the help it would be ${code('UseSourceVerification')}.`,
  [source.enablingSkype, source.newPublicProvider],
);

export const decorationVersionDispute = disputed(
  'decoration-version-dispute',
  md`Sources disagree on the version that brought the decoration of addresses.`,
  [
    voice(
      'Microsoft, enabling connectivity',
      md`Lync Server 2013 with cumulative update 5, and a client of Office 2013 SP1`,
      [source.enablingSkype],
    ),
    voice('Microsoft, the cmdlet', md`Skype for Business Server 2015`, [source.newPublicProvider]),
    voice('Microsoft, help of 2014', md`the help file of February lists the parameters, the page of July does not`, [
      source.helpFile2014,
      source.technet2014,
    ]),
  ],
  md`The script asks the server whether it has the parameters, leaves them out where it lacks them, and says so.`,
  { products: ['lync-2013'] },
);

export const decorationPurpose = documented(
  'decoration-purpose',
  md`With ${code(`-NameDecorationRoutingDomain ${decorationRoutingDomain}`)} the client turns an address into the form for Skype by itself, unless its domain stands on the excluded list.`,
  [source.enablingSkype, source.provisioningProtocol],
);

export const excludedListOneString = documented(
  'excluded-list-one-string',
  md`The excluded list is one text with commas, ${code(decorationExcludedDomains)}, not a list: it has to stand in quotes.`,
  [source.newPublicProvider, source.enablingSkype],
);

export const iconSince2013 = documented('icon-since2013', md`${code('-IconUrl')} came with Lync Server 2013.`, [
  source.newPublicProvider,
]);

export const providerParameterMissing = inferred(
  'provider-parameter-missing',
  md`The error "A parameter cannot be found" points to a server older than the parameter, as with decoration before cumulative update 5.`,
  [source.newPublicProvider, source.enablingSkype],
);

export const cuNotShown = documented(
  'cu-not-shown',
  md`${code('Get-CsServerVersion')} shows the version as installed, no cumulative update.`,
  [source.getServerVersion],
  {
    weDo: md`Where you do not know the update, the script asks for the parameters themselves.`,
    products: ['lync-2013'],
  },
);

export const disableOrRemove = documented(
  'disable-or-remove',
  md`${code('Disable-CsPublicProvider')} suspends the traffic and keeps the entry. After ${code('Remove-CsPublicProvider')} the entry has to be made anew with all its values.`,
  [source.removePublicProvider, source.disablePublicProvider],
);

export const removeKeepsContacts = experience(
  'remove-keeps-contacts',
  md`Removing a provider changes no user and no policy. Contacts stay in people's lists, without presence.`,
);

export const hostingProviderUntouched = experience(
  'hosting-provider-untouched',
  md`A hosting provider carries a whole online service. Where one holds Skype's name or proxy, a person has to decide.`,
  [],
  { weDo: md`Never removes one; the script stops before any change and names it.` },
);

export const proveInMemory = inferred(
  'prove-in-memory',
  md`${code('New-CsPublicProvider -InMemory')} builds an entry without saving it. That shows wrong values before anything is removed.`,
  [source.newPublicProvider],
);

export const searchNeedsRemade = documented(
  'search-needs-remade',
  md`After an upgrade to Skype for Business Server the entry has to be removed and made anew to get Skype names and directory search.`,
  [source.deploySkype],
);

export const skypeIdRouting = inferred(
  'skype-id-routing',
  md`${code('EnableSkypeIdRouting')} came with Skype for Business Server 2015. With it, it seems, Skype names are routed as ${code('<name>@skypeids.net')}.`,
  [source.newPublicProvider, source.deploySkype, report.messHelper],
  { products: sfbProducts },
);

export const directorySearchSwitch = documented(
  'directory-search-switch',
  md`${code('EnableSkypeDirectorySearch')} lets users search in the Skype directory; it came with Skype for Business Server 2015.`,
  [source.newPublicProvider, source.deploySkype],
  { products: sfbProducts },
);

export const searchNeedsPort = documented(
  'search-needs-port',
  md`Search leaves through an Edge of Skype for Business Server with the Skype search port, ${searchPort}: the address book service looks for an Edge by that port. In the shell it is ${code('Set-CsEdgeServer -SkypeSearchProxyPort')}.`,
  [source.deploySkype, source.setEdgeServer],
  { products: sfbProducts },
);

export const searchPortCaption = unknown(
  'search-port-caption',
  md`What the box for that port is called in Topology Builder stands in no text that was found.`,
  [source.deploySkype, source.edgeTopology],
  { products: sfbProducts },
);

export const searchEgress = documented(
  'search-egress',
  md`For search the Edge needed TCP 443 out to ${listed(searchAddresses)}.`,
  [source.deploySkype],
  { products: sfbProducts },
);

export const providerPath = documented(
  'provider-path',
  md`Control Panel > Federation and External Access > SIP Federated Providers > the entry > Edit > Show details > Commit; for an entry that is not there, New > Public provider.`,
  [source.publicProviders2013],
  { products: ['lync-2013'] },
);

export const providerPath2010 = reported(
  'provider-path2010',
  md`Control Panel > External User Access > Providers > the entry > Edit > Show details > Commit; for an entry that is not there, New > Public provider.`,
  [report.programming4],
  { products: ['lync-2010'] },
);

export const providerPathSfb = documented(
  'provider-path-sfb',
  md`Control Panel > Federation and External Access > SIP Federated Providers > New > Public provider, where Skype is offered by name; for an entry that is there, Edit > Show details > Commit.`,
  [source.publicProviders, source.deploySkype],
  { products: sfbProducts },
);

export const providerRights = documented(
  'provider-rights',
  md`In a local shell, enabling and disabling a provider takes a member of ${code('RTCUniversalServerAdmins')}.`,
  [source.enablePublicProvider, source.disablePublicProvider],
);
