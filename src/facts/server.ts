import { code, md } from '../words/index.ts';
import { documented, experience, inferred, reported } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import { lyncProducts, sfbProducts } from './values.ts';

export const rightsToRun = documented(
  'rights-to-run',
  md`In a local shell the groups count: ${code('RTCUniversalServerAdmins')} for settings and policies. Roles such as ${code('CsAdministrator')} count in the Control Panel and in remote sessions only.`,
  [source.getAdminRole, source.enablePublicProvider],
);

export const grantRights = documented(
  'grant-rights',
  md`To grant a client policy in a local shell, Microsoft names another group, ${code('RTCUniversalUserAdmins')}. Its page on granting external access policies names none.`,
  [source.grantClientPolicyBefore, source.grantAccessPolicy],
);

export const whereToRun = documented(
  'where-to-run',
  md`Run the scripts on a Front End or Standard Edition server, or where its administrative tools are installed. Microsoft's provider commands say: on a Front End.`,
  [source.enablingSkype, source.shell2013, source.toolsSoftware],
  { products: lyncProducts },
);

export const whereToRunSfb = documented(
  'where-to-run-sfb',
  md`Run the scripts on a Front End or Standard Edition server, or where the Skype for Business Server Management Shell is installed. Microsoft's provider commands say: on a Front End.`,
  [source.deploySkype, source.managementShell],
  { products: sfbProducts },
);

export const notOnEdge = inferred(
  'not-on-edge',
  md`An Edge is no place to run them: it holds a copy that can be read and not changed.`,
  [source.getPublicProvider],
);

export const topologyRights = documented(
  'topology-rights',
  md`A change to the topology takes ${code('RTCUniversalServerAdmins')} and Domain Admins, both.`,
  [source.edgeTopology],
);

export const lyncModule = documented(
  'lync-module',
  md`The Management Shell loads the module by itself. In a plain Windows PowerShell: ${code('Import-Module Lync')}.`,
  [source.shell2013],
  { products: lyncProducts },
);

export const sfbModule = documented(
  'sfb-module',
  md`The Skype for Business Server Management Shell loads the module by itself. In a plain Windows PowerShell: ${code('Import-Module SkypeForBusiness')}.`,
  [source.managementShell],
  { products: sfbProducts },
);

export const moduleTrap = inferred(
  'module-trap',
  md`The module MicrosoftTeams has cmdlets of the same names. Where it is loaded, a command may go to the cloud instead of the server.`,
  [source.newAccessPolicy, report.scubaGear],
  { weDo: md`The script stops where the cmdlets come from any module but the server's.` },
);

export const shellVersion = documented(
  'shell-version',
  md`Every component of Lync Server 2013 needs Windows PowerShell 3.0.`,
  [source.toolsSoftware],
  { products: ['lync-2013'] },
);

export const shellVersion2010 = reported(
  'shell-version2010',
  md`The shell of Lync Server 2010 runs on Windows PowerShell 2.0.`,
  [report.powerShellNo],
  { weDo: md`Keeps the script to what 2.0 has.`, products: ['lync-2010'] },
);

export const shellVersion2015 = documented(
  'shell-version2015',
  md`Skype for Business Server 2015 needs Windows PowerShell 3.0, build 6.2.9200.0 or later.`,
  [source.serverRequirements],
  { products: ['sfb-2015'] },
);

export const shellVersion2019 = experience(
  'shell-version2019',
  md`Skype for Business Server 2019 and Subscription Edition run on Windows Server 2016 and later, which bring Windows PowerShell 5.1. Microsoft's own requirement was not readable.`,
  [],
  { products: ['sfb-2019', 'sfb-se'] },
);

export const windowsPowerShellOnly = inferred(
  'windows-powershell-only',
  md`Nothing says that the server's module runs in PowerShell 7. Use Windows PowerShell.`,
  [source.toolsSoftware, source.shell2013],
);

export const scriptEncoding = documented(
  'script-encoding',
  md`Windows PowerShell reads a script without a byte order mark in the code page of the machine. Letters beyond ASCII come out wrong.`,
  [source.aboutEncoding],
  { weDo: md`Writes ASCII, or UTF-8 with a byte order mark where a name needs it.` },
);

export const typographicQuotes = inferred(
  'typographic-quotes',
  md`The 2014 guide's command holds curly quotes. Pasted into a file without a byte order mark they turn into other characters, and the command breaks.`,
  [source.aboutEncoding, report.guide],
);

export const executionPolicy = documented(
  'execution-policy',
  md`The policy Restricted runs no script; RemoteSigned runs none that was downloaded and is not signed. Read it, then ${code('Unblock-File')}, or start it with ${code('powershell.exe -ExecutionPolicy RemoteSigned -File')}.`,
  [source.aboutExecutionPolicies, source.unblockFile],
);

export const unblockFileSince3 = documented(
  'unblock-file-since3',
  md`${code('Unblock-File')} came with Windows PowerShell 3.0; 2.0 does not have it.`,
  [source.unblockFile],
  { products: ['lync-2010'] },
);

export const executionPolicyDefaults = reported(
  'execution-policy-defaults',
  md`Up to Windows Server 2012 the policy is Restricted as installed, from 2012 R2 on RemoteSigned.`,
  [report.policyDefaults],
);

export const controlPanelSilverlight = documented(
  'control-panel-silverlight',
  md`The Control Panel of Lync Server 2013 needs Silverlight in the browser.`,
  [source.toolsSoftware],
  { weDo: md`Shows the command beside each click path.`, products: ['lync-2013'] },
);

export const controlPanelSilverlight2010 = inferred(
  'control-panel-silverlight2010',
  md`The Control Panel of Lync Server 2010 needs Silverlight in the browser, as those of 2013 and 2015 do.`,
  [source.toolsSoftware, source.serverRequirements],
  { weDo: md`Shows the command beside each click path.`, products: ['lync-2010'] },
);

export const controlPanelSilverlight2015 = documented(
  'control-panel-silverlight2015',
  md`The Control Panel of Skype for Business Server 2015 needs Silverlight in the browser.`,
  [source.serverRequirements],
  { weDo: md`Shows the command beside each click path.`, products: ['sfb-2015'] },
);

export const backupFirst = documented(
  'backup-first',
  md`${code('Export-CsConfiguration -FileName before.zip')} writes topology, policies and configuration into one file.`,
  [source.exportConfiguration],
  { weDo: md`The apply script makes it first. Keep a copy elsewhere.` },
);

export const userDataBackup = documented(
  'user-data-backup',
  md`${code('Export-CsUserData')} writes the contacts of users into a file.`,
  [source.exportUserData],
);

export const replicationLag = documented(
  'replication-lag',
  md`A change is made in the Central Management Store and reaches the Edge with its replication. Until then the Edge behaves as before.`,
  [source.replicationStatus, source.edgeRequirements],
);

export const replicationForce = documented(
  'replication-force',
  md`${code('Invoke-CsManagementStoreReplication')} makes a full copy; its effect shows after 2 to 3 minutes. As a rule it is not needed.`,
  [source.invokeReplication],
);

export const replicasLateAtFirst = experience(
  'replicas-late-at-first',
  md`Just after a change every replica shows ${code('UpToDate')} False. What counts is that those of the Edge turn True.`,
  [source.replicationStatus],
);

export const localStore = documented(
  'local-store',
  md`${code('-LocalStore')} on an Edge reads what has arrived there: Access Edge configuration, providers, domains and external access policies.`,
  [source.getPublicProvider, source.getAccessEdge, source.getAccessPolicy],
);

export const oneDomainController = experience(
  'one-domain-controller',
  md`A domain controller that has not heard of a grant yet gives the old answer.`,
  [],
  { weDo: md`Asks one domain controller for the whole run.` },
);

export const protectedAccounts = documented(
  'protected-accounts',
  md`"Insufficient access rights" for some users only means that these are protected accounts of Active Directory.`,
  [source.protectedAccountsArticle],
);

export const neverTouched = inferred(
  'never-touched',
  md`Partners, Teams and remote users live on these too, so the scripts leave them alone: DNS records, certificate, ports, hosting providers, remote and anonymous access, and people's contacts.`,
  [source.edgeRequirements, source.setAccessEdge],
);

export const federatedPartnerTest = documented(
  'federated-partner-test',
  md`${code('Test-CsFederatedPartner')} asks for a domain on the allow list. Whether it tells anything about Skype is not known.`,
  [source.testFederatedPartner],
);

export const edgeEvents = reported(
  'edge-events',
  md`In the event log of the Edge, LS Protocol Stack 14428, 14501, 14502 and 14603 tell of federation trouble.`,
  [report.lyncDude],
);

export const clientLog = reported(
  'client-log',
  md`For a log of the client: Options > General > "Turn on logging", then read ${code('%userprofile%\\Tracing')} with Snooper.`,
  [report.netdork, report.risual],
);

export const diagnosticIds = documented(
  'diagnostic-ids',
  md`A refused request carries ${code('ms-diagnostics')} with a number that names the cause.`,
  [source.errorProtocol],
);
