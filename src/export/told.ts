import type { LocalDate, Rollout } from '../model/index.ts';
import { count, localDay, showDay } from '../words/index.ts';
import type { ExportPlan } from './plan.ts';

/** What each file of an export is for, in a few words. */
export const fileUses: Readonly<Record<string, string>> = {
  'runbook.md': 'for the change board',
  'request-sheet.md': 'the registration, for the record',
  'scripts/1-discover.ps1': 'only reads: on Front End and Edge',
  'scripts/2-apply.ps1': 'looks, asks, changes: on a Front End',
  'scripts/2-apply-users-1.csv': 'users for 2-apply.ps1, as exported',
  'scripts/3-verify.ps1': 'only reads: is it as decided?',
  'scripts/4-rollback.ps1': 'takes back what 2-apply.ps1 changed',
  'handouts/skype-user.md': 'to mail to people on Skype',
  'handouts/colleague.md': 'to mail to colleagues',
  'rollout.json': 'this rollout, to be taken along',
  'manifest.json': 'names, sizes and sums of the others',
};

/** What keeps an export from being written into a folder, a sentence each; none where nothing does. */
export function exportClashes({ barred, changed, foreign }: ExportPlan): readonly string[] {
  return [
    ...barred,
    ...changed.map((path) => `${path} was changed by hand`),
    ...foreign.map((path) => `${path} is of no export`),
  ].map((one) => `${one}.`);
}

/** What an export does to a folder that is there: what happens to files, and to how many. */
export function exportDoes(
  { exists, added, replaced, removed, earlier }: ExportPlan,
  { today, offset }: { today: LocalDate; offset: number },
): readonly { what: 'New' | 'Replaced' | 'Removed'; said: string }[] {
  if (!exists) return [];
  const day = earlier === undefined ? '' : ` of ${showDay(localDay(earlier, offset), today)}`;
  return [
    ...(added.length > 0 ? [{ what: 'New', said: count(added.length, 'file') } as const] : []),
    ...(replaced.length > 0
      ? [{ what: 'Replaced', said: `${replaced.length}${day}, none changed by hand` } as const]
      : []),
    ...(removed.length > 0
      ? [{ what: 'Removed', said: `${removed.length} no longer made, unchanged: ${removed.join(', ')}` } as const]
      : []),
  ];
}

/** A size as it is told: kilobytes, a begun one as whole. */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}

/** What is to be done once it is written; what the server has is looked for first. */
export function afterExport({ evidence = [] }: Rollout): string {
  const look =
    'run 1-discover.ps1 on a Front End and open its evidence from the list of rollouts: then the plan knows what is there.';
  const approve = 'have runbook.md approved; then run 2-apply.ps1 with -WhatIf on a Front End.';
  return evidence.some(({ seen }) => seen) ? approve : look;
}
