import {
  effectivePolicy,
  effectivePolicy2010,
  refusal1001,
  replicasLateAtFirst,
  replicationForce,
  replicationLag,
} from '../../facts/index.ts';
import type { Task } from '../../model/index.ts';

export const replicated: Task = {
  id: 'access-policy.replicated',
  label: 'Replicated',
  help: 'Get-CsManagementStoreReplicationStatus shows UpToDate True for every Edge.',
  why: [replicationLag, replicasLateAtFirst, replicationForce],
  per: 'rollout',
  verified: 'replicated',
  changesServer: 'apply',
};

export const effective: Task = {
  id: 'access-policy.effective',
  label: 'Seen in force',
  help: 'The server shows the new policy in force for somebody whom it is meant for; the cmdlet stands with the step.',
  why: [effectivePolicy, effectivePolicy2010, refusal1001],
  per: 'rollout',
  verified: 'in force',
  changesServer: 'apply',
};
