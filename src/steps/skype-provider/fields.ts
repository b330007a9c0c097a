import {
  cuNotShown,
  decorationPurpose,
  decorationVersionDispute,
  directorySearchSwitch,
  disableOrRemove,
  excludedListOneString,
  guideProvider,
  hostingProviderUntouched,
  iconSince2013,
  legacyProvider2010,
  legacyProvider2010Kept,
  legacyProviderFirst,
  legacyProviderSfb,
  levelTwoName,
  providerUnique,
  providerValues,
  searchNeedsPort,
  setChangesTwo,
  sfbProducts,
  shippedEntries,
  shippedEntries2010,
  shippedEntriesSfb,
  skypeIconUrl,
  skypeIdRouting,
  skypeNamesLater,
  skypeProxyFqdn,
  threeGates,
  verificationLevelDispute,
  verificationLevelOmitted,
  verificationMeanings,
} from '../../facts/index.ts';
import { choice, domain, httpsAddress, problem, text, yesNo } from '../../kinds/index.ts';
import type { Field, Product, View } from '../../model/index.ts';
import { quoted } from '../../words/index.ts';
import { cu5 } from '../deployment/fields.ts';

export type Verification =
  | 'product-default'
  | 'AlwaysVerifiable'
  | 'AlwaysUnverifiable'
  | 'UseSourceVerification'
  | 'level-2';

/** What the provider is called on each product, and the level in Microsoft's command; Lync Server 2010 enables what ships. */
const usual: Readonly<Record<Product, { identity: string; verification: Verification }>> = {
  'lync-2010': { identity: legacyProvider2010, verification: 'product-default' },
  'lync-2013': { identity: 'Skype', verification: 'level-2' },
  'sfb-2015': { identity: 'Skype', verification: 'product-default' },
  'sfb-2019': { identity: 'Skype', verification: 'product-default' },
  'sfb-se': { identity: 'Skype', verification: 'product-default' },
};

/** Skype names and the directory came with Skype for Business Server 2015. */
const isLater = ({ product }: View): boolean => product !== undefined && sfbProducts.includes(product);

export const identity: Field<string> = {
  id: 'skype-provider.identity',
  kind: text({ expected: 'a name for the provider', example: 'Skype' }),
  label: 'Name',
  question: 'What is the provider called?',
  help: 'No other public or hosting provider may have this name; one that has it is found before anything changes.',
  why: [guideProvider, providerUnique, shippedEntries, shippedEntries2010, shippedEntriesSfb, legacyProvider2010Kept],
  sets: ['Identity'],
  fallback: ({ product }) => product && usual[product].identity,
};

export const enabled: Field<boolean> = {
  id: 'skype-provider.enabled',
  kind: yesNo(),
  label: 'Enabled',
  question: 'Is the provider enabled from the start?',
  help: 'No makes the entry and leaves the gate to Skype closed.',
  why: [threeGates, disableOrRemove],
  sets: ['Enabled'],
  fallback: () => true,
};

export const proxyFqdn: Field<string> = {
  id: 'skype-provider.proxy-fqdn',
  kind: domain({ expected: 'the name of an Access Edge', example: skypeProxyFqdn }),
  label: 'Proxy',
  question: 'Which Access Edge stands for Skype?',
  help: 'Leave the name that Microsoft states; an entry that holds the same proxy is in the way.',
  why: [providerValues, providerUnique, legacyProviderFirst, legacyProviderSfb],
  sets: ['ProxyFqdn'],
  fallback: () => skypeProxyFqdn,
  check: (value) =>
    value === skypeProxyFqdn
      ? []
      : [
          problem({
            said: `${quoted(value)} is not the proxy that Microsoft states for Skype.`,
            expected: 'the name that Microsoft states',
            example: skypeProxyFqdn,
            weight: 'warn',
          }),
        ],
};

export const iconUrl: Field<string> = {
  id: 'skype-provider.icon-url',
  kind: httpsAddress,
  label: 'Icon',
  question: 'Which icon stands beside contacts on Skype?',
  help: 'Leave the address that Microsoft states; clients fetch the picture from there.',
  why: [providerValues, iconSince2013],
  sets: ['IconUrl'],
  asked: (view) => view.product !== 'lync-2010',
  fallback: () => skypeIconUrl,
};

export const verification: Field<Verification> = {
  id: 'skype-provider.verification',
  kind: choice<Verification>([
    {
      value: 'product-default',
      label: 'Left out',
      help: 'The server takes its default; sources disagree on which that is.',
    },
    { value: 'AlwaysVerifiable', label: 'AlwaysVerifiable', help: 'Every message is let in.' },
    { value: 'AlwaysUnverifiable', label: 'AlwaysUnverifiable', help: 'Let in from people on the contact list alone.' },
    { value: 'UseSourceVerification', label: 'UseSourceVerification', help: 'The word of the provider counts.' },
    { value: 'level-2', label: 'Level 2, as documented', help: 'The number in the command for Lync Server 2013.' },
  ]),
  label: 'Verification',
  question: 'Whose messages are let in?',
  help: 'Microsoft names no meaning of 2; the script prints the name that the server gives it.',
  why: [verificationLevelDispute, verificationLevelOmitted, verificationMeanings, levelTwoName],
  sets: ['VerificationLevel'],
  fallback: ({ product }) => product && usual[product].verification,
};

export const decorate: Field<boolean> = {
  id: 'skype-provider.decorate',
  kind: yesNo(),
  label: 'Decorate addresses',
  question: 'Should clients turn addresses into the form for Skype by themselves?',
  help: 'Yes writes two parameters where the server has them; no leaves them out, and people type the form.',
  why: [decorationPurpose, decorationVersionDispute, excludedListOneString, cuNotShown],
  sets: ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'],
  asked: (view) => view.product !== undefined && view.product !== 'lync-2010' && view.get(cu5) !== 'no',
  fallback: () => true,
};

export const idRouting: Field<boolean> = {
  id: 'skype-provider.id-routing',
  kind: yesNo(),
  label: 'Skype names',
  question: 'Should people be reached by a Skype name alone?',
  help: 'Yes routes Skype names, so that a person without a Microsoft account has an address, too.',
  why: [skypeIdRouting, skypeNamesLater],
  sets: ['EnableSkypeIdRouting'],
  asked: isLater,
  fallback: () => true,
};

export const directorySearch: Field<boolean> = {
  id: 'skype-provider.directory-search',
  kind: yesNo(),
  label: 'Directory search',
  question: 'Should users search in the Skype directory?',
  help: 'Yes lets the client search; it also needs the Skype search port on an Edge.',
  why: [directorySearchSwitch, searchNeedsPort],
  sets: ['EnableSkypeDirectorySearch'],
  asked: isLater,
  fallback: () => true,
};

export const replace: Field<boolean> = {
  id: 'skype-provider.replace',
  kind: yesNo(),
  label: 'Replace entries',
  question: 'May an entry in the way be removed?',
  help: 'Yes records it whole, removes it and makes it anew; no stops before any change and names it.',
  why: [setChangesTwo, legacyProviderFirst, legacyProvider2010Kept, legacyProviderSfb, hostingProviderUntouched],
  fallback: () => true,
};
