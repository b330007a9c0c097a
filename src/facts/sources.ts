import type { Source } from '../model/index.ts';

const cmdlet = (id: string, name: string): Source => ({
  id,
  title: `Microsoft, ${name}`,
  where: `github.com/MicrosoftDocs/office-docs-powershell, skype/skype-ps/SkypeForBusiness/${name}.md, at 93336da2bc`,
});

const lync2013 = (id: string, title: string, page: string): Source => ({
  id,
  title: `Microsoft, Lync Server 2013: ${title}`,
  where: `github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness, Lync/LyncServer/lync-server-2013-${page}.md`,
});

const skypeForBusiness = (id: string, title: string, path: string): Source => ({
  id,
  title: `Microsoft, ${title}`,
  where: `github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness, ${path}`,
});

// Cmdlet pages

export const newPublicProvider = cmdlet('new-public-provider', 'New-CsPublicProvider');
export const setPublicProvider = cmdlet('set-public-provider', 'Set-CsPublicProvider');
export const removePublicProvider = cmdlet('remove-public-provider', 'Remove-CsPublicProvider');
export const enablePublicProvider = cmdlet('enable-public-provider', 'Enable-CsPublicProvider');
export const disablePublicProvider = cmdlet('disable-public-provider', 'Disable-CsPublicProvider');
export const getPublicProvider = cmdlet('get-public-provider', 'Get-CsPublicProvider');
export const newAccessPolicy = cmdlet('new-access-policy', 'New-CsExternalAccessPolicy');
export const setAccessPolicy = cmdlet('set-access-policy', 'Set-CsExternalAccessPolicy');
export const getAccessPolicy = cmdlet('get-access-policy', 'Get-CsExternalAccessPolicy');
export const removeAccessPolicy = cmdlet('remove-access-policy', 'Remove-CsExternalAccessPolicy');
export const grantAccessPolicy = cmdlet('grant-access-policy', 'Grant-CsExternalAccessPolicy');
export const newClientPolicy = cmdlet('new-client-policy', 'New-CsClientPolicy');
export const setClientPolicy = cmdlet('set-client-policy', 'Set-CsClientPolicy');
export const removeClientPolicy = cmdlet('remove-client-policy', 'Remove-CsClientPolicy');
export const newClientPolicyEntry = cmdlet('new-client-policy-entry', 'New-CsClientPolicyEntry');
export const setAccessEdge = cmdlet('set-access-edge', 'Set-CsAccessEdgeConfiguration');
export const getAccessEdge = cmdlet('get-access-edge', 'Get-CsAccessEdgeConfiguration');
export const setSite = cmdlet('set-site', 'Set-CsSite');
export const enableTopology = cmdlet('enable-topology', 'Enable-CsTopology');
export const setPrivacy = cmdlet('set-privacy', 'Set-CsPrivacyConfiguration');
export const getEffectivePolicy = cmdlet('get-effective-policy', 'Get-CsEffectivePolicy');
export const getAdminRole = cmdlet('get-admin-role', 'Get-CsAdminRole');
export const getServerVersion = cmdlet('get-server-version', 'Get-CsServerVersion');
export const exportConfiguration = cmdlet('export-configuration', 'Export-CsConfiguration');
export const exportUserData = cmdlet('export-user-data', 'Export-CsUserData');
export const replicationStatus = cmdlet('replication-status', 'Get-CsManagementStoreReplicationStatus');
export const invokeReplication = cmdlet('invoke-replication', 'Invoke-CsManagementStoreReplication');
export const testFederatedPartner = cmdlet('test-federated-partner', 'Test-CsFederatedPartner');
export const setEdgeServer = cmdlet('set-edge-server', 'Set-CsEdgeServer');
export const testAddressBook = cmdlet('test-address-book', 'Test-CsAddressBookWebQuery');

/** The page as it was before Microsoft took the parameters for Skype out of it on 12 May 2025. */
export const newAccessPolicyBefore: Source = {
  id: 'new-access-policy-2025',
  title: 'Microsoft, New-CsExternalAccessPolicy as of 12 May 2025',
  where:
    'github.com/MicrosoftDocs/office-docs-powershell, skype/skype-ps/skype/New-CsExternalAccessPolicy.md, at f1085c5a89',
};
export const accessPolicyCommits: Source = {
  id: 'access-policy-commits',
  title: 'Microsoft, the edits of May 2025 to the external access policy pages',
  where: 'github.com/MicrosoftDocs/office-docs-powershell, commits 61a8b29095 and 4d42d9124c',
};
/** Says who may run the cmdlet, which the later page no longer does. */
export const grantClientPolicyBefore: Source = {
  id: 'grant-client-policy-before',
  title: 'Microsoft, Lync Server 2010: Grant-CsClientPolicy',
  where: 'learn.microsoft.com/en-us/previous-versions/office/skype-server-2010/gg412942(v=ocs.14)',
};
/** Not our policy; its page shows the error that granting Global gives. */
export const grantUserPolicies: Source = {
  id: 'grant-user-policies',
  title: 'Microsoft, Grant-CsExternalUserCommunicationPolicy',
  where:
    'github.com/MicrosoftDocs/office-docs-powershell, skype/skype-ps/skype/Grant-CsExternalUserCommunicationPolicy.md, at 404a353473',
};
export const teamsFederation: Source = {
  id: 'teams-federation',
  title: 'Microsoft, Set-CsTenantFederationConfiguration',
  where:
    'github.com/MicrosoftDocs/office-docs-powershell, teams/teams-ps/MicrosoftTeams/Set-CsTenantFederationConfiguration.md',
};

// Pages about Lync Server 2010

export const newPublicProvider2010: Source = {
  id: 'new-public-provider-2010',
  title: 'Microsoft, Lync Server 2010: New-CsPublicProvider',
  where: 'learn.microsoft.com/en-us/previous-versions/office/skype-server-2010/gg398161(v=ocs.14)',
};
export const newAccessPolicy2010: Source = {
  id: 'new-access-policy-2010',
  title: 'Microsoft, Lync Server 2010: New-CsExternalAccessPolicy',
  where: 'learn.microsoft.com/en-us/previous-versions/office/skype-server-2010/gg398916',
};

// Pages about Lync Server 2013

export const provisioningSite = lync2013(
  'provisioning-site',
  'accessing the public IM connectivity provisioning site',
  'accessing-the-lync-server-public-im-connectivity-provisioning-site',
);
export const provisioningFaq = lync2013(
  'provisioning-faq',
  'frequently asked questions about Skype connectivity',
  'frequently-asked-questions-provisioning-lync-server-for-skype-connectivity',
);
export const enablingSkype = lync2013(
  'enabling-skype',
  'enabling Lync-Skype connectivity',
  'enabling-lync-skype-connectivity',
);
export const endUser = lync2013(
  'end-user',
  'using Lync-Skype connectivity as an end user',
  'using-lync-skype-connectivity-as-an-end-user',
);
export const provisioningGuide = lync2013(
  'provisioning-guide',
  'provisioning guide for Lync-Skype connectivity',
  'provisioning-guide-for-lync-skype-connectivity',
);
export const messengerSupport = lync2013(
  'messenger-support',
  'support for public instant messenger connectivity',
  'support-for-public-instant-messenger-connectivity',
);
export const edgeDisaster = lync2013('edge-disaster', 'Edge Server disaster recovery', 'edge-server-disaster-recovery');
export const certificateSummary = lync2013(
  'certificate-summary',
  'certificate summary for federation and public IM',
  'certificate-summary-sip-xmpp-federation-and-public-instant-messaging',
);
export const edgeCertificates = lync2013(
  'edge-certificates',
  'plan for Edge Server certificates',
  'plan-for-edge-server-certificates',
);
export const publicProviders2013 = lync2013(
  'public-providers-2013',
  'create or edit public SIP federated providers',
  'create-or-edit-public-sip-federated-providers',
);
export const publicAccess2013 = lync2013(
  'public-access-2013',
  'configure policies to control public user access',
  'configure-policies-to-control-public-user-access',
);
export const federation2013 = lync2013(
  'federation-2013',
  'enable or disable federation and public IM connectivity',
  'enable-or-disable-federation-and-public-im-connectivity',
);
export const manageAccessEdge2013 = lync2013(
  'manage-access-edge-2013',
  'manage Access Edge configuration',
  'manage-access-edge-configuration-for-your-organization',
);
export const toolsSoftware = lync2013(
  'tools-software',
  'administrative tools software requirements',
  'administrative-tools-software-requirements',
);
export const shell2013 = lync2013('shell-2013', 'Management Shell', 'lync-server-management-shell');

/** Before the parameters of cumulative update 5 came in; read in the Japanese and German repositories. */
export const enablingSkypeBefore: Source = {
  id: 'enabling-skype-before',
  title: 'Microsoft, Lync Server 2013: enabling Lync-Skype connectivity, earlier text',
  where: 'github.com/MicrosoftDocs, the ja-JP and de-DE copies of lync-server-2013-enabling-lync-skype-connectivity.md',
};
export const globalStatus: Source = {
  id: 'global-status',
  title: 'Microsoft, Lync Server 2013: view status of global settings for a forest',
  where: 'technet.microsoft.com/en-us/library/Dn747889(v=OCS.15)',
};
export const helpFile2014: Source = {
  id: 'help-file-2014',
  title: 'Microsoft, Lync Server 2013 help file of February 2014',
  where: 'unifiedpeople.ru/lyncserver2013_itpro.en, New-CsPublicProvider and New-CsExternalAccessPolicy',
};
export const technet2014: Source = {
  id: 'technet-2014',
  title: 'Microsoft, New-CsPublicProvider as of July 2014',
  where: 'technet.microsoft.com/en-us/library/gg398161(d=printer).aspx',
};

// Pages about later servers

export const deploySkype = skypeForBusiness(
  'deploy-skype',
  'deploy Skype connectivity',
  'Skype/SfbServer/deploy/deploy-skype-connectivity.md, at 7e681d2d and 027c3be3',
);
export const edgeRequirements = skypeForBusiness(
  'edge-requirements',
  'Edge Server environmental requirements',
  'Skype/SfbServer/plan-your-deployment/edge-server-deployments/edge-environmental-requirements.md',
);
export const edgeTopology = skypeForBusiness(
  'edge-topology',
  'create your Edge topology',
  'Skype/SfbServer/deploy/deploy-edge-server/create-your-edge-topology.md',
);
export const publicAccess = skypeForBusiness(
  'public-access',
  'configure policies to control public user access',
  'Skype/SfbServer/manage/federation-and-external-access/external-access-policies/configure-policies-to-control-public-user-access.md',
);
export const publicProviders = skypeForBusiness(
  'public-providers',
  'create or edit public SIP federated providers',
  'Skype/SfbServer/manage/federation-and-external-access/sip-providers/create-or-edit-public-sip-federated-providers.md',
);
export const federation = skypeForBusiness(
  'federation',
  'enable or disable federation and public IM connectivity',
  'Skype/SfbServer/manage/federation-and-external-access/access-edge/enable-or-disable-federation-and-public-im-connectivity.md',
);
export const managementShell = skypeForBusiness(
  'management-shell',
  'Skype for Business Server Management Shell',
  'Skype/SfbServer/manage/management-shell.md',
);
export const serverRequirements = skypeForBusiness(
  'server-requirements',
  'server requirements of Skype for Business Server 2015',
  'Skype/SfbServer/plan-your-deployment/requirements-for-your-environment/server-requirements.md',
);
export const hybridFederation = skypeForBusiness(
  'hybrid-federation',
  'configure federation with the Online service',
  'Skype/SfbHybrid/hybrid/configure-federation-with-skype-for-business-online.md',
);
export const teamsExternal = skypeForBusiness(
  'teams-external',
  'manage external access in Teams',
  'Teams/manage-external-access.md',
);

// Other documents of Microsoft

export const provisioningProtocol: Source = {
  id: 'provisioning-protocol',
  title: 'Microsoft, MS-SIPREGE, the publicProviders provisioning group',
  where: 'learn.microsoft.com/openspecs/office_protocols/ms-siprege (40c9dacb)',
};
export const errorProtocol: Source = {
  id: 'error-protocol',
  title: 'Microsoft, MS-OCER, error ids of the SIP stack',
  where: 'learn.microsoft.com/openspecs/office_protocols/ms-ocer (88f739c4 and d4ff868d)',
};
export const messengerDomains: Source = {
  id: 'messenger-domains',
  title: 'Microsoft, support article 897567 on public IM domains',
  where: 'support.microsoft.com/kb/897567',
};
export const protectedAccountsArticle: Source = {
  id: 'protected-accounts-article',
  title: 'Microsoft, support article 2466000',
  where: 'support.microsoft.com/kb/2466000',
};
export const lifecycle2010: Source = {
  id: 'lifecycle-2010',
  title: 'Microsoft, lifecycle data of Lync Server 2010',
  where: 'github.com/MicrosoftDocs/lifecycle-data-pr.ja-jp, lifecycle-data/products/microsoft-lync-server-2010.yml',
};
export const lifecycle2013: Source = {
  id: 'lifecycle-2013',
  title: 'Microsoft, lifecycle data of Lync Server 2013',
  where: 'github.com/MicrosoftDocs/lifecycle-data-pr.ja-jp, lifecycle-data/products/microsoft-lync-server-2013.yml',
};
export const lifecycle2015: Source = {
  id: 'lifecycle-2015',
  title: 'Microsoft, lifecycle data of Skype for Business Server 2015 and 2019',
  where:
    'github.com/MicrosoftDocs/lifecycle-data-pr.de-de, lifecycle-data/products/skype-for-business-server-2015.yml and -2019.yml',
};
export const aboutEncoding: Source = {
  id: 'about-encoding',
  title: 'Microsoft, about_Character_Encoding',
  where: 'learn.microsoft.com, about_character_encoding',
};
export const aboutExecutionPolicies: Source = {
  id: 'about-execution-policies',
  title: 'Microsoft, about_Execution_Policies',
  where: 'learn.microsoft.com, about_Execution_Policies',
};
export const unblockFile: Source = {
  id: 'unblock-file',
  title: 'Microsoft, Unblock-File',
  where: 'github.com/MicrosoftDocs/PowerShell-Docs, Unblock-File',
};
