import { describe, expect, it } from 'vitest';
import type { Happening, Rollout } from '../../src/model/index.ts';
import { planOf, seenDone, seenDoneSaid } from '../../src/plan/index.ts';
import { verifyScript } from '../../src/powershell/index.ts';
import { readEvidence, viewOf } from '../../src/state/index.ts';
import { evidenceFile, item, items, person } from '../state/evidence-file.ts';
import { answered, enough, moved, rolloutAfter } from '../state/fixture.ts';

const today = '2025-11-23';
const flags = { EnableFederationAccess: true, EnablePublicCloudAccess: true, EnablePublicCloudAudioVideoAccess: true };
const kept = { EnableOutsideAccess: true, EnableXmppAccess: false };

/** A server on which steps 2 and 4 are as wanted. */
const done = {
  ...items,
  accessEdge: item({ Identity: 'Global', AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' }),
  externalAccessPolicies: item(
    { Identity: 'Global', ...flags, ...kept },
    { Identity: 'Site:Redmond', ...flags, ...kept },
    { Identity: 'Tag:SkypeUsers', ...flags, ...kept },
  ),
  users: item(person('ana', { ExternalAccessPolicy: 'SkypeUsers', EffectiveExternalAccessPolicy: 'SkypeUsers' })),
};

const check = (what: string, good: boolean) => ({ what, name: 'x', expected: 'x', found: 'x', good });
const replicated = [check('Replication to the Edge', true), check('Replication to the Edge', true)];
const inForce = [check('External access policy in force', true), check('External access policy in force', false)];

type File = { checks?: readonly object[]; items?: object; script?: string };

/** Contoso, once verify saw it; `more`: what happened besides. */
function contoso({ checks = [...replicated, ...inForce], ...file }: File, ...more: readonly Happening[]): Rollout {
  const read = readEvidence(evidenceFile({ script: 'verify', items: done, checks, ...file }));
  if (read.state === 'wrong') throw new Error(read.said);
  const evidence = { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
  return rolloutAfter(...answered(enough), { type: 'evidence-imported', evidence }, ...more);
}

const idsOf = (rollout: Rollout) => seenDone(rollout, today).map(({ task }) => task.id);
const all = ['edge.replicated', 'access-policy.replicated', 'access-policy.effective'];

describe('a task that verify saw done', () => {
  it('is offered with when and where, and is not ticked by it', () => {
    const rollout = contoso({});
    const [first] = seenDone(rollout, today);
    expect(idsOf(rollout)).toEqual(all);
    expect(first && seenDoneSaid(first, { offset: 60 })).toBe(
      'Seen done on 3 Nov 2025 by 3-verify.ps1 on FE01; not ticked.',
    );
    expect(rollout.tasks).toEqual({});
  });

  it('is not offered once somebody ticked it or waived it; what waits is', () => {
    const states = [
      moved('edge.replicated', { state: 'done', at: today }),
      moved('access-policy.replicated', { state: 'waived', reason: 'no Edge' }),
      moved('access-policy.effective', { state: 'waiting', since: today }),
    ];
    expect(idsOf(contoso({}, ...states))).toEqual(['access-policy.effective']);
  });

  it('is not offered where a check of it differed, or there was none', () => {
    const late = [...replicated, check('Replication to the Edge', false)];
    expect(idsOf(contoso({ checks: [...late, ...inForce] }))).toEqual(['access-policy.effective']);
    expect(idsOf(contoso({ checks: replicated }))).toEqual(all.slice(0, 2));
    expect(idsOf(contoso({ checks: [] }))).toEqual([]);
    expect(idsOf(contoso({ checks: 'unknown' as never, script: 'discover' }))).toEqual([]);
  });

  it('is not offered where anything of its step is not as wanted', () => {
    const accessEdge = item({ Identity: 'Global', AllowFederatedUsers: false, RoutingMethod: 'UseDnsSrvRouting' });
    expect(idsOf(contoso({ items: { ...done, accessEdge } }))).toEqual(all.slice(1));
    expect(idsOf(contoso({}, ...answered({ 'access-policy.xmpp': true })))).toEqual(['edge.replicated']);
  });

  it('is not offered of a step that wants nothing of the server yet', () => {
    expect(idsOf(contoso({}, ...answered({ 'access-policy.scope': 'user' })))).toEqual(['edge.replicated']);
  });

  it('is in force for users by what they were granted', () => {
    const toUsers = answered({ 'access-policy.scope': 'user', 'access-policy.users': ['ana@contoso.com'] });
    const granted = [check('Grant of SkypeUsers to 1 user', true)];
    expect(idsOf(contoso({ checks: granted }, ...toUsers))).toEqual(['access-policy.effective']);
    expect(idsOf(contoso({ checks: granted }))).toEqual([]);
  });
});

it('checks are named as 3-verify.ps1 names them', () => {
  const view = viewOf(contoso({}), today);
  const about = { rolloutId: 'contoso', organisation: 'Contoso', version: '0.1.0', written: `${today}T21:30:00Z` };
  const script = verifyScript({ view, changes: planOf(view), digest: () => '', ...about });
  for (const name of ['Replication to the Edge', 'External access policy in force'])
    expect(script).toContain(`'${name}'`);
});
