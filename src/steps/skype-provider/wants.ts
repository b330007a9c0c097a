import {
  decorationExcludedDomains,
  decorationPurpose,
  decorationRoutingDomain,
  hostingProviderUntouched,
  legacyProviderFirst,
  proveInMemory,
  providerCommand,
  providerCommandBeforeCu5,
  providerUnique,
  providerValues,
  removeKeepsContacts,
  setChangesTwo,
  threeGates,
  verificationLevelDispute,
} from '../../facts/index.ts';
import type { Desired, Scalar, View } from '../../model/index.ts';
import { cite, md } from '../../words/index.ts';
import { decorate, enabled, iconUrl, identity, proxyFqdn, replace, verification } from './fields.ts';

/** One public provider with these values; nothing while its name is not settled. */
export function skypeProviderWants(view: View): readonly Desired[] {
  const [name, proxy, icon] = [view.get(identity), view.get(proxyFqdn), view.get(iconUrl)];
  if (name === undefined || proxy === undefined || icon === undefined) return [];
  const decorated = view.get(decorate) === true;
  return [
    {
      do: 'ensure',
      id: 'skype-provider.provider',
      step: 'skype-provider',
      kind: 'provider',
      title: `Public provider ${name}`,
      which: { by: 'provider', identity: name, proxy },
      set: {
        ProxyFqdn: proxy,
        IconUrl: icon,
        ...(decorated
          ? {
              NameDecorationRoutingDomain: decorationRoutingDomain,
              NameDecorationExcludedDomainList: decorationExcludedDomains,
            }
          : {}),
        ...verificationLevel(view),
        Enabled: view.get(enabled) ?? true,
      },
      ifMissing: 'create',
      recreate: view.get(replace) ?? true,
      // Sources disagree on the version that brought decoration, so the server itself is asked.
      ...(decorated ? { probe: ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'] } : {}),
      why: md`${threeGates} ${decorated ? providerCommand : providerCommandBeforeCu5}`,
      cite: [
        providerValues,
        providerUnique,
        setChangesTwo,
        verificationLevelDispute,
        ...(decorated ? [decorationPurpose] : []),
        hostingProviderUntouched,
      ],
      risk: {
        level: 'medium',
        says: md`An entry in the way is recorded, removed and can be made again; the new values are proved before that${cite(legacyProviderFirst, proveInMemory)}.`,
      },
      reaches: md`Every user whose policy allows public users. No user and no policy is changed${cite(removeKeepsContacts)}.`,
    },
  ];
}

/** The level as the parameter takes it; none where the product's default is to hold. */
function verificationLevel(view: View): Readonly<Record<string, Scalar>> {
  const level = view.get(verification);
  switch (level) {
    case undefined:
    case 'product-default':
      return {};
    case 'level-2':
      return { VerificationLevel: 2 };
    case 'AlwaysVerifiable':
    case 'AlwaysUnverifiable':
    case 'UseSourceVerification':
      return { VerificationLevel: level };
  }
}
