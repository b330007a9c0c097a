import type { Evidence, PersonAnswer, View } from '../../src/model/index.ts';
import { viewOf } from '../../src/state/index.ts';

/** The rollout of Lync Server 2013 with these answers, people and evidence, as steps see it on 23 November 2026. */
export function viewWith(
  answers: Readonly<Record<string, unknown>> = {},
  people: readonly PersonAnswer[] = [],
  evidence: readonly Evidence[] = [],
): View {
  return viewOf(
    {
      answers: { 'deployment.product': 'lync-2013', 'deployment.sip-domains': ['contoso.com'], ...answers },
      tasks: {},
      people: people.map((person, i) => ({ ...person, id: `p${i + 1}`, tasks: {} })),
      evidence,
    },
    '2026-11-23',
  );
}
