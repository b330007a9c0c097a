import {
  addressDecorated,
  addressDecoratedSfb,
  cuNotShown,
  decorationPurpose,
  decorationVersionDispute,
  directorySearchSwitch,
  disableOrRemove,
  excludedListOneString,
  factsFor,
  guideProvider,
  hostingProviderUntouched,
  iconSince2013,
  legacyProvider2010Kept,
  legacyProviderFirst,
  legacyProviderSfb,
  levelTwoName,
  noDecoration2010,
  proveInMemory,
  providerCommand,
  providerCommand2010,
  providerCommandBeforeCu5,
  providerCommandSfb,
  providerParameterMissing,
  providerPath,
  providerPath2010,
  providerPathSfb,
  providerUnique,
  providerValues,
  removeKeepsContacts,
  seAs2019,
  searchNeedsPort,
  searchNeedsRemade,
  searchPortCaption,
  setChangesTwo,
  shippedEntries,
  shippedEntries2010,
  shippedEntriesSfb,
  skypeIdRouting,
  threeGates,
  told,
  verificationLevelDispute,
  verificationLevelOmitted,
  verificationMeanings,
} from '../../facts/index.ts';
import type { Fact, Markdown, Page, View } from '../../model/index.ts';
import { blocks, cite, code, md, sides } from '../../words/index.ts';
import { product } from '../deployment/fields.ts';
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

export const providerPage: Page = {
  id: 'provider',
  title: 'Public provider',
  lead: 'The entry that leads addresses of people on Skype to Skype.',
  rows: [11],
  needs: [product],
  fields: [identity, enabled, proxyFqdn, iconUrl, verification, decorate, idRouting, directorySearch, replace],
  tell: (view) =>
    blocks(
      md`${threeGates} This step opens the second one.`,
      sides(guideProvider),
      told(view.product, [...commands(view), providerValues]),
      told(view.product, [providerUnique, shippedEntries, shippedEntries2010, shippedEntriesSfb]),
      ...each(view, [legacyProviderFirst, legacyProvider2010Kept, legacyProviderSfb]),
      told(view.product, [setChangesTwo, proveInMemory]),
      sides(hostingProviderUntouched),
      ...each(view, [verificationLevelDispute, verificationLevelOmitted]),
      md`${verificationMeanings} ${levelTwoName}`,
      ...decoration(view),
      view.product && told(view.product, [skypeIdRouting, directorySearchSwitch, searchNeedsPort, searchPortCaption]),
      md`${providerParameterMissing}`,
      md`The way back: ${disableOrRemove} ${removeKeepsContacts}`,
      md`${searchNeedsRemade}`,
    ),
  clicks: (view) =>
    blocks(
      told(view.product, [providerPath, providerPath2010, providerPathSfb]),
      md`Here: the name ${code(view.get(identity) ?? '')} and the Access Edge ${code(view.get(proxyFqdn) ?? '')}.`,
    ),
};

/** Those about the product, each whole: its voices, and what is done about it. */
const each = (view: View, facts: readonly Fact[]): readonly Markdown[] => factsFor(view.product, facts).map(sides);

/** What Microsoft's command for the product has. */
function commands(view: View): readonly Fact[] {
  const updated = view.get(decorate) === true ? providerCommand : providerCommandBeforeCu5;
  return [updated, providerCommand2010, providerCommandSfb, seAs2019];
}

/** What decorates addresses, or that nothing does. */
function decoration(view: View): readonly Markdown[] {
  if (view.product === 'lync-2010') return [md`${iconSince2013} ${noDecoration2010}`];
  if (view.get(decorate) === undefined) {
    return [
      md`Without that update nothing decorates addresses${cite(addressDecorated)}: people type the form for Skype.`,
    ];
  }
  return [
    md`${decorationPurpose} ${excludedListOneString}`,
    ...each(view, [decorationVersionDispute, cuNotShown, addressDecoratedSfb]),
  ];
}
