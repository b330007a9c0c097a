import { backupFirst, protectedAccounts, rightsToRun, topologyRights } from '../../facts/index.ts';
import type { Task } from '../../model/index.ts';

export const backup: Task = {
  id: 'deployment.backup',
  label: 'Backup kept',
  help: 'The apply script exports the configuration before it changes anything; keep a copy of that file elsewhere.',
  why: [backupFirst],
  per: 'rollout',
  changesServer: 'apply',
};

export const rights: Task = {
  id: 'deployment.rights',
  label: 'Rights',
  help: 'See that the account for the scripts is in RTCUniversalServerAdmins, and sign in anew after a change.',
  why: [rightsToRun, topologyRights, protectedAccounts],
  per: 'rollout',
};
