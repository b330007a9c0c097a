import { blockReachesAll } from '../../facts/index.ts';
import type { Ensure, View } from '../../model/index.ts';
import { md } from '../../words/index.ts';
import { mayStart, notify } from './fields.ts';

/** Whether the block of conversations from outside is to be off. */
export function isLifted(view: View): boolean {
  return view.get(mayStart) ?? true;
}

/** The two values that are ours in a client policy; lifting a block that is on is asked for by itself. */
export function pair(view: View) {
  const lifted = isLifted(view);
  const block = 'BlockConversationFromFederatedContacts';
  return {
    do: 'ensure',
    step: 'client-policy',
    kind: 'client-policy',
    set: { EnableNotificationForNewSubscribers: view.get(notify) ?? true, [block]: !lifted },
    ...(lifted ? { consent: [{ property: block, now: true, says: md`${blockReachesAll}` }] } : {}),
  } as const satisfies Partial<Ensure>;
}
