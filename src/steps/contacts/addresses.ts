import {
  addressDecorated,
  addressForm,
  decorationRoutingDomain,
  domainsTypedAsTheyAre,
  presenceUnknown,
} from '../../facts/index.ts';
import type { Markdown, Person, View } from '../../model/index.ts';
import { cite, code, md } from '../../words/index.ts';
import { cu5 } from '../deployment/fields.ts';
import { decorate } from '../skype-provider/fields.ts';

/** Both forms of a person's address, and which one is typed here. */
export type Addresses = {
  /** The Microsoft account: `maria@adatum.com`. */
  asItIs: string;
  /** The form for Skype: `maria(adatum.com)@msn.com`. */
  decorated: string;
  typeHere: 'asItIs' | 'decorated';
  why: Markdown;
};

/**
 * What a colleague types to add a person; undefined while the person has no Microsoft account. An account of one of the
 * four domains is typed as it is, any other in the form for Skype, unless the client makes that form by itself.
 * Microsoft, using Lync-Skype connectivity as an end user; enabling Lync-Skype connectivity.
 */
export function addressesFor(person: Pick<Person, 'microsoftAccount'>, view: View): Addresses | undefined {
  const asItIs = person.microsoftAccount;
  if (asItIs === undefined) return undefined;
  const at = asItIs.lastIndexOf('@');
  const domain = asItIs.slice(at + 1);
  const decorated = `${asItIs.slice(0, at)}(${domain})@${decorationRoutingDomain}`;
  return { asItIs, decorated, ...choose(domain, view) };
}

/** Both forms, which of them is typed here, and why; what is missing where there is no account yet. */
export function addressText(person: Pick<Person, 'microsoftAccount'>, view: View): Markdown {
  const addresses = addressesFor(person, view);
  if (addresses === undefined) return md`No Microsoft account yet, so there is no address to type.`;
  const { asItIs, decorated, typeHere, why } = addresses;
  const [typed, other] = typeHere === 'asItIs' ? [asItIs, decorated] : [decorated, asItIs];
  return md`Type ${code(typed)}. ${why} The other form is ${code(other)}.`;
}

function choose(domain: string, view: View): Pick<Addresses, 'typeHere' | 'why'> {
  if (domainsTypedAsTheyAre.includes(domain.toLowerCase())) {
    return { typeHere: 'asItIs', why: md`Accounts of ${code(domain)} are typed as they are${cite(addressForm)}.` };
  }
  if (view.get(decorate) !== true) {
    return {
      typeHere: 'decorated',
      why: md`Nothing decorates the address here, and ${code(domain)} is none of the four domains that are typed as they are${cite(addressForm, presenceUnknown)}.`,
    };
  }
  if (view.get(cu5) === 'yes') {
    return {
      typeHere: 'asItIs',
      why: md`The client makes the form for Skype by itself; one older than Office 2013 SP1 does not, and the form is typed there${cite(addressDecorated)}.`,
    };
  }
  return {
    typeHere: 'decorated',
    why: md`Whether this server decorates addresses is not known, so the form for Skype is typed${cite(addressForm, addressDecorated)}.`,
  };
}
