import {
  defaultRoutingExcludesPublic,
  routingMethodProperty,
  routingOwnSettings,
  routingSwitchCuts,
  routingSwitchDiscovery,
  routingSwitchLoses,
  routingSwitchWeight,
} from '../../facts/index.ts';
import type { Ensure, View } from '../../model/index.ts';
import { cite, md } from '../../words/index.ts';
import { routing } from './fields.ts';

/**
 * Default routing turned into DNS SRV routing. Discovery goes along as False whatever is answered: there is nothing to
 * keep under default routing, and turning it on is a change of its own, asked for by itself.
 */
export const routingSwitched: Ensure = {
  do: 'ensure',
  id: 'edge.routing',
  step: 'edge',
  kind: 'access-edge',
  title: 'Access Edge configuration: routing',
  which: { by: 'identity', identity: 'Global' },
  ifMissing: 'stop',
  set: { RoutingMethod: 'UseDnsSrvRouting', EnablePartnerDiscovery: false },
  only: { property: 'RoutingMethod', now: 'UseDefaultRouting' },
  why: md`The answers ask for the switch, for a server with default routing. ${defaultRoutingExcludesPublic} ${routingSwitchDiscovery}`,
  cite: [routingMethodProperty, routingOwnSettings],
  risk: { level: 'high', says: md`${routingSwitchWeight} ${routingSwitchLoses} ${routingSwitchCuts}` },
  reaches: md`Every partner who was reached through the default route${cite(routingSwitchCuts)}.`,
};

/** Whether default routing is to be switched, not to stop the script. */
export function switches(view: View): boolean {
  return view.get(routing) === 'switch-to-dns-srv';
}

/** For what rests on DNS SRV routing: where a switch is answered and not made, it is left out. */
export function routingSettled(view: View): { rests?: string } {
  return switches(view) ? { rests: routingSwitched.id } : {};
}
