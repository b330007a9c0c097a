import {
  addressDecorated,
  addressDecoratedSfb,
  addressForm,
  decorationRoutingDomain,
  domainsTypedAsTheyAre,
  factsFor,
  noDecoration2010,
  presenceUnknown,
  skypeIdRouting,
  skypeNameDomain,
  skypeNamesLater,
} from '../../facts/index.ts';
import type { Markdown, Person, View } from '../../model/index.ts';
import { cite, code, md } from '../../words/index.ts';
import { cu5 } from '../deployment/fields.ts';
import { decorate, idRouting } from '../skype-provider/fields.ts';

/** Both forms of a person's address, and which one is typed here. */
export type Addresses = {
  /** The Microsoft account: `maria@adatum.com`; of a Skype name alone: `maria.anders@skypeids.net`. */
  asItIs: string;
  /** The form for Skype: `maria(adatum.com)@msn.com`. A Skype name alone has none. */
  decorated?: string;
  typeHere: 'asItIs' | 'decorated';
  why: Markdown;
};

/**
 * What a colleague types to add a person; undefined while the person has no address. An account of one of the four domains
 * is typed as it is, any other in the form for Skype, unless the client makes that form by itself; a Skype name alone has
 * an address of its own. Microsoft, using Lync-Skype connectivity as an end user; enabling Lync-Skype connectivity.
 */
export function addressesFor(person: Addressed, view: View): Addresses | undefined {
  if (person.situation === 'skype-name-only') return skypeNameAddress(person.skypeName, view);
  const asItIs = person.microsoftAccount;
  if (asItIs === undefined) return undefined;
  const at = asItIs.lastIndexOf('@');
  const domain = asItIs.slice(at + 1);
  const decorated = `${asItIs.slice(0, at)}(${domain})@${decorationRoutingDomain}`;
  return { asItIs, decorated, ...choose(domain, view) };
}

/** What of a person settles the address. */
type Addressed = Pick<Person, 'microsoftAccount' | 'skypeName'> & { situation?: Person['situation'] };

/** Both forms, which of them is typed here, and why; what is missing where there is no account yet. */
export function addressText(person: Addressed, view: View): Markdown {
  const addresses = addressesFor(person, view);
  if (addresses === undefined) {
    return person.situation === 'skype-name-only'
      ? md`No Skype name is entered, so there is no address to type.`
      : md`No Microsoft account yet, so there is no address to type.`;
  }
  const { asItIs, decorated, typeHere, why } = addresses;
  if (decorated === undefined) return md`Type ${code(asItIs)}. ${why} There is no other form.`;
  const [typed, other] = typeHere === 'asItIs' ? [asItIs, decorated] : [decorated, asItIs];
  return md`Type ${code(typed)}. ${why} The other form is ${code(other)}.`;
}

/** A Skype name without a Microsoft account. MessHelper; a blog of April 2018. */
function skypeNameAddress(name: string | undefined, view: View): Addresses | undefined {
  if (name === undefined) return undefined;
  const why = view.get(idRouting)
    ? md`A Skype name without a Microsoft account is routed by that domain${cite(skypeNamesLater, skypeIdRouting)}.`
    : md`Skype names are not routed with the answer for the provider${cite(skypeIdRouting)}, so this address may reach nobody.`;
  return { asItIs: `${name}@${skypeNameDomain}`, typeHere: 'asItIs', why };
}

function choose(domain: string, view: View): Pick<Addresses, 'typeHere' | 'why'> {
  if (domainsTypedAsTheyAre.includes(domain.toLowerCase())) {
    return { typeHere: 'asItIs', why: md`Accounts of ${code(domain)} are typed as they are${cite(addressForm)}.` };
  }
  if (view.get(decorate) !== true) {
    return {
      typeHere: 'decorated',
      why: md`Nothing decorates the address here, and ${code(domain)} is none of the four domains that are typed as they are${cite(addressForm, presenceUnknown, ...factsFor(view.product, [noDecoration2010]).filter(() => view.product))}.`,
    };
  }
  if (view.product !== 'lync-2013' || view.get(cu5) === 'yes') {
    return {
      typeHere: 'asItIs',
      why: md`The client makes the form for Skype by itself; one older than Office 2013 SP1 does not, and the form is typed there${cite(...factsFor(view.product, [addressDecorated, addressDecoratedSfb]))}.`,
    };
  }
  return {
    typeHere: 'decorated',
    why: md`Whether this server decorates addresses is not known, so the form for Skype is typed${cite(addressForm, addressDecorated)}.`,
  };
}
