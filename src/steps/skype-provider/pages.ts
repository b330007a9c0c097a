import {
  addressDecorated,
  cuNotShown,
  decorationPurpose,
  decorationVersionDispute,
  disableOrRemove,
  excludedListOneString,
  guideProvider,
  hostingProviderUntouched,
  legacyProviderFirst,
  levelTwoName,
  proveInMemory,
  providerCommand,
  providerCommandBeforeCu5,
  providerParameterMissing,
  providerPath,
  providerUnique,
  providerValues,
  removeKeepsContacts,
  searchNeedsRemade,
  setChangesTwo,
  shippedEntries,
  threeGates,
  verificationLevelDispute,
  verificationMeanings,
} from '../../facts/index.ts';
import type { Page } from '../../model/index.ts';
import { blocks, cite, code, md, sides } from '../../words/index.ts';
import { product } from '../deployment/fields.ts';
import { decorate, enabled, iconUrl, identity, proxyFqdn, replace, verification } from './fields.ts';

export const providerPage: Page = {
  id: 'provider',
  title: 'Public provider',
  lead: 'The entry that leads addresses of people on Skype to Skype.',
  rows: [11],
  needs: [product],
  fields: [identity, enabled, proxyFqdn, iconUrl, verification, decorate, replace],
  tell: (view) =>
    blocks(
      md`${threeGates} This step opens the second one.`,
      sides(guideProvider),
      md`${view.get(decorate) === true ? providerCommand : providerCommandBeforeCu5} ${providerValues}`,
      md`${providerUnique} ${shippedEntries}`,
      sides(legacyProviderFirst),
      md`${setChangesTwo} ${proveInMemory}`,
      sides(hostingProviderUntouched),
      sides(verificationLevelDispute),
      md`${verificationMeanings} ${levelTwoName}`,
      ...(view.get(decorate) === undefined
        ? [
            md`Without that update nothing decorates addresses${cite(addressDecorated)}: people type the form for Skype.`,
          ]
        : [md`${decorationPurpose} ${excludedListOneString}`, sides(decorationVersionDispute), sides(cuNotShown)]),
      md`${providerParameterMissing}`,
      md`The way back: ${disableOrRemove} ${removeKeepsContacts}`,
      md`${searchNeedsRemade}`,
    ),
  clicks: (view) =>
    blocks(
      md`${providerPath}`,
      md`Here: the name ${code(view.get(identity) ?? '')} and the Access Edge ${code(view.get(proxyFqdn) ?? '')}.`,
    ),
};
