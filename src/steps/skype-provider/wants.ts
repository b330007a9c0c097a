import {
  decorationExcludedDomains,
  decorationPurpose,
  decorationRoutingDomain,
  directorySearchSwitch,
  factsFor,
  hostingProviderUntouched,
  legacyProvider2010Kept,
  legacyProviderFirst,
  legacyProviderSfb,
  proveInMemory,
  providerCommand,
  providerCommand2010,
  providerCommandBeforeCu5,
  providerCommandSfb,
  providerUnique,
  providerValues,
  removeKeepsContacts,
  setChangesTwo,
  skypeIdRouting,
  threeGates,
  told,
  verificationLevelDispute,
  verificationLevelOmitted,
} from '../../facts/index.ts';
import type { Desired, Scalar, View } from '../../model/index.ts';
import { cite, md } from '../../words/index.ts';
import { routingSettled } from '../edge/routing.ts';
import {
  decorate,
  directorySearch,
  enabled,
  iconUrl,
  identity,
  idRouting,
  proxyFqdn,
  replace,
  verification,
} from './fields.ts';

/** One public provider with these values; nothing while its name is not settled. */
export function skypeProviderWants(view: View): readonly Desired[] {
  const [name, proxy, icon] = [view.get(identity), view.get(proxyFqdn), view.get(iconUrl)];
  if (name === undefined || proxy === undefined) return [];
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
        ...(icon === undefined ? {} : { IconUrl: icon }),
        ...(decorated
          ? {
              NameDecorationRoutingDomain: decorationRoutingDomain,
              NameDecorationExcludedDomainList: decorationExcludedDomains,
            }
          : {}),
        ...verificationLevel(view),
        ...skypeNames(view),
        Enabled: view.get(enabled) ?? true,
      },
      ifMissing: 'create',
      recreate: view.get(replace) ?? true,
      ...routingSettled(view),
      // Sources disagree whether an update of 2013 brought decoration, so the server itself is asked.
      ...(decorated && view.product === 'lync-2013'
        ? { probe: ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'] }
        : {}),
      why: told(view.product, [
        threeGates,
        decorated ? providerCommand : providerCommandBeforeCu5,
        providerCommand2010,
        providerCommandSfb,
      ]),
      cite: [
        providerValues,
        providerUnique,
        setChangesTwo,
        ...factsFor(view.product, [verificationLevelDispute, verificationLevelOmitted]),
        ...(decorated ? [decorationPurpose] : []),
        ...factsFor(view.product, [skypeIdRouting, directorySearchSwitch]),
        hostingProviderUntouched,
      ],
      risk: {
        level: 'medium',
        says: md`An entry in the way is recorded, removed and can be made again; the new values are proved before that${cite(...factsFor(view.product, [legacyProviderFirst, legacyProvider2010Kept, legacyProviderSfb]), proveInMemory)}.`,
      },
      reaches: md`Every user whose policy allows public users. No user and no policy is changed${cite(removeKeepsContacts)}.`,
    },
  ];
}

/** What came with Skype for Business Server 2015; nothing where it is not asked for. */
function skypeNames(view: View): Readonly<Record<string, Scalar>> {
  const [routed, searched] = [view.get(idRouting), view.get(directorySearch)];
  return {
    ...(routed === undefined ? {} : { EnableSkypeIdRouting: routed }),
    ...(searched === undefined ? {} : { EnableSkypeDirectorySearch: searched }),
  };
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
