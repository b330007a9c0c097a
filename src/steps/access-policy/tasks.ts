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
};

export const effective: Task = {
  id: 'access-policy.effective',
  label: 'Seen in force',
  help: 'Get-CsEffectivePolicy, Get-CsUser on Lync Server 2010, shows the new policy for somebody whom it is meant for.',
  why: [effectivePolicy, effectivePolicy2010, refusal1001],
  per: 'rollout',
};
