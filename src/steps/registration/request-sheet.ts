import {
  agreementKinds,
  contactNoLonger,
  registrationSite,
  registrationSiteClosed,
  requestFields,
  requestSteps,
  severalNames,
} from '../../facts/index.ts';
import type { Markdown, Paper, View } from '../../model/index.ts';
import { blocks, code, joined, md, table } from '../../words/index.ts';
import { sipDomains } from '../deployment/fields.ts';
import { pools } from '../edge/fields.ts';
import { knownName } from '../edge/names.ts';
import { agreement, agreementNumber, byForm, contact } from './fields.ts';

/** The request as the form asked for it, each entry ready to copy. */
export function requestSheet(view: View): Markdown {
  const kind = agreementKinds.find(({ id }) => id === view.get(agreement));
  const domains = view.get(sipDomains) ?? [];
  const several = (view.get(pools)?.length ?? 0) > 1;
  return table(
    [md`The form asked for`, md`Entry`],
    [
      [md`Kind of agreement`, kind ? md`${kind.label}` : missing],
      [kind ? md`${capital(kind.asks)}` : md`Number`, entry(view.get(agreementNumber))],
      [several ? md`Access Edge name, shared by the pools` : md`Access Edge name`, entry(knownName(view))],
      [
        domains.length > 1 ? md`SIP domains` : md`SIP domain`,
        domains.length > 0 ? joined(domains.map(code), ', ') : missing,
      ],
      [md`Further Access Edge names`, md`none`],
      [md`Provider`, md`Skype`],
      [domains.length > 1 ? md`Contact for each domain` : md`Contact`, entry(view.get(contact))],
    ],
  );
}

const capital = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);

const missing = md`not answered`;

const entry = (value: string | undefined): Markdown => (value === undefined ? missing : code(value));

/** `request-sheet.md`, where the historic form was the way. */
export function registrationPapers(view: View): readonly Paper[] {
  if (!byForm(view)) return [];
  const body = blocks(
    md`For the record: a request at ${code(registrationSite)}. ${registrationSiteClosed}`,
    requestSheet(view),
    md`How it was entered: ${requestSteps}`,
    md`${requestFields} ${severalNames} ${contactNoLonger}`,
  );
  return [{ path: 'request-sheet.md', title: 'Request sheet', body }];
}
