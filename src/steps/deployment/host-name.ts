/** What stands first in the name of a machine or a service and never in a SIP domain. */
const hostLabels: ReadonlySet<string> = new Set([
  ...['sip', 'sipfed', 'sipexternal', 'sipinternal', 'access', 'edge', 'lyncdiscover', 'lyncdiscoverinternal'],
  ...['webcon', 'av', 'meet', 'dialin', 'www', 'mail', 'autodiscover'],
]);

/** Second labels under which countries hand out names: `access.co.uk` is somebody's domain, not a host in `co.uk`. */
const registries: ReadonlySet<string> = new Set([
  ...['ac', 'co', 'com', 'edu', 'gob', 'gov', 'ltd', 'me', 'mil', 'ne', 'net', 'nom', 'or', 'org', 'plc'],
]);

/**
 * The SIP domain that was meant where a host name was given: `contoso.com` for `sip.contoso.com`. Undefined where the
 * name may well be a SIP domain. Takes a name as the kind `domain` returns it.
 */
export function domainMeant(name: string): string | undefined {
  const [host = '', ...rest] = name.split('.');
  if (!hostLabels.has(host) || rest.length < 2) return undefined;
  const [second = '', country = ''] = rest;
  if (rest.length === 2 && country.length === 2 && registries.has(second)) return undefined;
  return rest.join('.');
}
