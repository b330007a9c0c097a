import type { Markdown } from '../../model/index.ts';
import { code, md, table } from '../../words/index.ts';

/**
 * Is a name what discovery takes for a SIP domain: one label, then the domain? `sip.contoso.com` is for contoso.com;
 * `sip.it.contoso.com` and `sip.contoso-edge.com` are not. Both names as the kind `domain` returns them.
 */
export function suits(name: string, domain: string): boolean {
  return name.slice(name.indexOf('.') + 1) === domain;
}

/** Why a name is, or is not, valid for a SIP domain: a phrase without a full stop. */
export function suffixReason(name: string, domain: string): string {
  if (suits(name, domain)) return `one label, then ${domain}`;
  if (name === domain) return 'it is the domain itself, with no host before it';
  if (name.endsWith(`.${domain}`)) {
    const labels = name.split('.').length - domain.split('.').length;
    return `${labels} labels stand before ${domain}, one is allowed`;
  }
  return `it is not in ${domain}`;
}

/** The rule applied to names and SIP domains; undefined where there are none. */
export function suffixTable(pairs: readonly { name: string; domain: string }[]): Markdown | undefined {
  if (pairs.length === 0) return undefined;
  const rows = pairs.map(({ name, domain }) => [
    code(name),
    code(domain),
    suits(name, domain) ? md`valid` : md`not valid`,
    md`${suffixReason(name, domain)}`,
  ]);
  return table([md`Access Edge name`, md`SIP domain`, md`Is`, md`Why`], rows);
}
