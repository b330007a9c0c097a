import { sharedNameLabel } from '../../facts/index.ts';
import { problem } from '../../kinds/index.ts';
import type { Path, Problem } from '../../model/index.ts';
import { listed } from '../../words/index.ts';
import { suffixReason, suits } from './suffix.ts';

type Names = { name: string; internal?: string };

/** Pools that bear a name which one before them bears. */
export function repeatedNames(
  pools: readonly Names[],
  key: keyof Names,
  weight: Problem['weight'],
): readonly Problem[] {
  const example = key === 'name' ? 'sip2.contoso.com' : 'edge02.contoso.local';
  return pools.flatMap((pool, i) => {
    const first = pools.findIndex((other) => other[key] === pool[key]);
    if (pool[key] === undefined || first === i) return [];
    const said = `${pool[key]} is the name of pool ${first + 1} already.`;
    return [problem({ path: [i, key], said, expected: 'a name of its own for each pool', example, weight })];
  });
}

/** Pool names that the suffix rule lets pass for no SIP domain, and SIP domains for which no name passes. */
export function unsuitedNames(options: {
  names: readonly string[];
  shared: string | undefined;
  domains: readonly string[];
}): readonly Problem[] {
  const { names, shared, domains } = options;
  if (domains.length === 0) return [];
  const suitsAny = (name: string) => domains.some((domain) => suits(name, domain));
  const strangers = names.flatMap((name, i) => (suitsAny(name) ? [] : [strangerProblem(name, domains, [i, 'name'])]));
  const all = shared === undefined ? names : [shared, ...names];
  const open = domains.filter((domain) => !all.some((name) => suits(name, domain)));
  // Where every name is a stranger, each has said so already.
  return open.length === 0 || !all.some(suitsAny) ? strangers : [...strangers, openProblem(open)];
}

/** A name that is valid for no SIP domain, and why. */
export function strangerProblem(name: string, domains: readonly string[], path: Path): Problem {
  const [first = ''] = domains;
  const said =
    domains.length === 1
      ? `${name} is not valid for ${first}: ${suffixReason(name, first)}.`
      : `${name} is valid for none of your ${domains.length} SIP domains; for ${first}, ${suffixReason(name, first)}.`;
  const example = `${sharedNameLabel}.${first}`;
  return problem({ path, said, expected: 'one label before a SIP domain', example, weight: 'warn' });
}

function openProblem(open: readonly string[]): Problem {
  const [first = ''] = open;
  const shown = open.length > 3 ? [...open.slice(0, 2), `${open.length - 2} more`] : open;
  return problem({
    said: `No Access Edge name that was entered is valid for ${listed(shown)}.`,
    expected: 'one more name for each, in DNS and in the certificate; the next page lists it',
    example: `${sharedNameLabel}.${first}`,
    weight: 'warn',
  });
}
