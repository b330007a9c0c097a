import type { Grant } from '../../model/index.ts';
import { grantCmdlets } from '../../plan/index.ts';
import { literal } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { block, hashtable, said } from '../text.ts';
import type { Lists } from './lists.ts';

/** What a user's object calls the policy that was granted. */
export const grantProperties = {
  'external-access-policy': 'ExternalAccessPolicy',
  'client-policy': 'ClientPolicy',
} as const;

/** The block of a policy for each of some users. */
export function grantBlock(grant: Grant, lists: Lists): string {
  const cmdlet = grantCmdlets[grant.kind];
  const policy = literal(grant.to);
  const gives = [
    'param($User)',
    '$at = @{}',
    "if ($script:DomainController) { $at['DomainController'] = $script:DomainController }",
    `${cmdlet} -Identity $User -PolicyName ${policy} @at -Confirm:$false -ErrorAction Stop`,
  ];
  return `Invoke-Grant ${hashtable({
    Title: literal(grant.title),
    Reaches: said(grant.reaches),
    Property: literal(grantProperties[grant.kind]),
    Users: lists.nameOf(grant.users),
    Policy: policy,
    Read: block(`${readerNames[grant.kind]} ${policy}`),
    Grant: block(gives.join('\n')),
    Undo: literal(cmdlet),
  })}`;
}
