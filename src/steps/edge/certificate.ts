import { sharedNameLabel } from '../../facts/index.ts';
import type { Markdown, View } from '../../model/index.ts';
import { code, listed, md, table } from '../../words/index.ts';
import { sipDomains } from '../deployment/fields.ts';
import { pools, sharedName } from './fields.ts';
import { targetOf } from './names.ts';

/** A name in the external certificate: of every Edge pool, or of `pool` alone (its Access Edge name). */
export type CertificateName = { name: string; place: 'subject' | 'alternative'; why: string; pool?: string };

/** The names that the external certificates have to carry, each once; the subject comes first. */
export function certificateList(view: View): readonly CertificateName[] {
  const domains = view.get(sipDomains) ?? [];
  const common = new Map<string, string[]>();
  const want = (name: string, why: string) => common.set(name, [...(common.get(name) ?? []), why]);
  for (const domain of domains) {
    const target = targetOf(domain, view);
    const usual = `${sharedNameLabel}.${domain}`;
    want(usual, target === usual ? `SIP domain ${domain}, target of its SRV records` : `SIP domain ${domain}`);
    if (target !== usual) want(target, `target of the SRV records of ${domain}`);
  }
  const shared = view.get(sharedName);
  if (shared !== undefined) want(shared, 'name shared by the pools');
  const own = (view.get(pools) ?? []).filter((pool) => !common.has(pool.name));
  return [
    ...[...common].map(
      ([name, why], i) => ({ name, place: i === 0 ? 'subject' : 'alternative', why: listed(why) }) as const,
    ),
    ...own.map(({ name }) => ({ name, place: 'alternative', why: 'Access Edge of this pool', pool: name }) as const),
  ];
}

/** The names as a table; undefined where no SIP domain is answered. */
export function certificateTable(view: View): Markdown | undefined {
  if (view.get(sipDomains) === undefined) return undefined;
  const several = (view.get(pools)?.length ?? 0) > 1;
  const rows = certificateList(view).map(({ name, place, why, pool }) => [
    code(name),
    place === 'subject' ? md`subject and alternative name` : md`alternative name`,
    md`${why}`,
    ...(several ? [pool === undefined ? md`every pool` : md`the pool of that name`] : []),
  ]);
  return table([md`Name`, md`Stands as`, md`For`, ...(several ? [md`In the certificate of`] : [])], rows);
}
