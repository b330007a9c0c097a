import {
  cuNotShown,
  decorationPurpose,
  decorationVersionDispute,
  disableOrRemove,
  excludedListOneString,
  guideProvider,
  hostingProviderUntouched,
  iconSince2013,
  legacyProviderFirst,
  levelTwoName,
  providerUnique,
  providerValues,
  setChangesTwo,
  shippedEntries,
  skypeIconUrl,
  skypeProxyFqdn,
  threeGates,
  verificationLevelDispute,
  verificationMeanings,
} from '../../facts/index.ts';
import { choice, domain, httpsAddress, problem, text, yesNo } from '../../kinds/index.ts';
import type { Field, Product } from '../../model/index.ts';
import { quoted } from '../../words/index.ts';
import { cu5 } from '../deployment/fields.ts';

export type Verification =
  | 'product-default'
  | 'AlwaysVerifiable'
  | 'AlwaysUnverifiable'
  | 'UseSourceVerification'
  | 'level-2';

/** What Microsoft's command for each product has, and what a provider is called in it. */
const usual: Readonly<Record<Product, { identity: string; verification: Verification }>> = {
  'lync-2013': { identity: 'Skype', verification: 'level-2' },
};

/** Answers that other products have, each with why it is none here. */
export const notOffered: Readonly<Record<string, string>> = {
  'skype-provider.id-routing':
    'Lync Server 2013 has no parameter for Skype names: they came with Skype for Business Server 2015.',
  'skype-provider.directory-search':
    'Lync Server 2013 has no directory search: it came with Skype for Business Server 2015.',
};

export const identity: Field<string> = {
  id: 'skype-provider.identity',
  kind: text({ expected: 'a name for the provider', example: 'Skype' }),
  label: 'Name',
  question: 'What is the provider called?',
  help: 'No other public or hosting provider may have this name; one that has it is found before anything changes.',
  why: [guideProvider, providerUnique, shippedEntries],
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
  why: [providerValues, providerUnique, legacyProviderFirst],
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
    { value: 'level-2', label: '2, as documented', help: 'The number in the command for Lync Server 2013.' },
  ]),
  label: 'Verification',
  question: 'Whose messages are let in?',
  help: 'Microsoft names no meaning of 2; the script prints the name that the server gives it.',
  why: [verificationLevelDispute, verificationMeanings, levelTwoName],
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
  asked: (view) => view.product === 'lync-2013' && view.get(cu5) !== 'no',
  fallback: () => true,
};

export const replace: Field<boolean> = {
  id: 'skype-provider.replace',
  kind: yesNo(),
  label: 'Replace entries',
  question: 'May an entry in the way be removed?',
  help: 'Yes records it whole, removes it and makes it anew; no stops before any change and names it.',
  why: [setChangesTwo, legacyProviderFirst, hostingProviderUntouched],
  fallback: () => true,
};
