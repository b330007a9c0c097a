# What the plan goes by: the values that were seen, by kind and name; nothing: it was not there.
$script:SeenWhen = 'the evidence of 2025-11-03 14:10 UTC from FE01'
$script:Seen = @{
    'CsAccessEdgeConfiguration|Global'    = @{ AllowFederatedUsers = $false }
    'CsSite|Redmond'                      = @{ FederationRoute = $null }
    'CsSite|Dublin'                       = @{ FederationRoute = 'EdgeServer:edge02.contoso.local' }
    'CsExternalAccessPolicy|Site:Redmond' = $null
    'CsExternalAccessPolicy|Site:Dublin'  = @{ EnableFederationAccess = $true; EnablePublicCloudAccess = $false; EnablePublicCloudAudioVideoAccess = $false; EnableOutsideAccess = $true; EnableXmppAccess = $false }
    'CsPublicProvider|Messenger'          = @{ ProxyFqdn = 'federation.messenger.msn.com'; IconUrl = $null; NameDecorationDomain = $null; NameDecorationRoutingDomain = $null; NameDecorationExcludedDomainList = $null; VerificationLevel = 'UseSourceVerification'; Enabled = $false }
    'CsPublicProvider|Skype'              = $null
    'CsClientPolicy|Global'               = @{ EnableNotificationForNewSubscribers = $null; BlockConversationFromFederatedContacts = $null }
    'CsClientPolicy|Site:Dublin'          = @{ EnableNotificationForNewSubscribers = $true; BlockConversationFromFederatedContacts = $false }
}
$script:SeenKept = @{
    'CsExternalAccessPolicy|Site:Redmond' = @{ EnableOutsideAccess = $true; EnableXmppAccess = $false }
}
$script:SeenCopied = @{}
$script:SeenGrants = @{}
# Of these kinds the plan knows each object that it is about.
$script:SeenKinds = @('CsAccessEdgeConfiguration', 'CsClientPolicy', 'CsExternalAccessPolicy', 'CsPublicProvider', 'CsSite')
$script:Changed