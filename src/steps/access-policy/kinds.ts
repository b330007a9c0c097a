import { anyCase, text, whole } from '../../kinds/index.ts';
import type { LineKind } from '../../model/index.ts';
import { quoted } from '../../words/index.ts';

const name = text({ expected: 'a site as Topology Builder names it', example: 'Redmond' });

/** A site by its bare name: `site:`, which belongs to the names of policies, is taken off. */
export const siteName: LineKind<string> = {
  ...name,
  parse(raw) {
    const line = name.parse(raw);
    return line.ok ? name.parse(line.value.replace(/^(site:\s*)+/i, '')) : line;
  },
};

/** The plain name of a policy that is granted to users: never `tag:`, `site:`, `Global` or a wildcard. */
export const policyIdentity: LineKind<string> = text({
  expected: 'a plain policy name',
  example: 'SkypeUsers',
  refuse(value) {
    if (value.includes('*')) return `${quoted(value)} holds an asterisk, which could name several policies.`;
    if (value.includes(':')) return `${quoted(value)} holds a colon: what stands before it is a scope, not a name.`;
    if (value.toLowerCase() === 'global') return 'Global is the policy for everyone, which nobody can be granted.';
    return undefined;
  },
  but: `[*:]|${whole(anyCase('global'))}`,
});
