import { expect, it } from 'vitest';
import { applyEvent, placeOf, viewOf } from '../../src/state/index.ts';
import { edge, steps } from '../../src/steps/index.ts';
import { pageCommand } from '../../src/wizard/index.ts';
import { contoso } from '../terminal/exported.ts';
import { rolloutFrom } from '../terminal/homes.ts';

const view = viewOf(rolloutFrom(contoso), '2026-11-23');

function told(field: typeof edge.federationRoutes | undefined) {
  const step = steps.find(({ id }) => id === 'edge');
  const page = step?.pages.find(({ fields = [] }) => fields.some(({ id }) => id === edge.federationRoutes.id));
  if (!step || !page) throw new Error('No page asks for routes.');
  const command = pageCommand({ step, page }, view, field);
  if (!command || 'nothing' in command) throw new Error('No route is set.');
  return { runs: command.command.cmdlet, when: command.when, further: command.further };
}

it('a command that sets something else of the same thing is not alike', () => {
  const routing = applyEvent(rolloutFrom(contoso), {
    ...{ at: '2026-11-23T21:30:00.000Z', by: 'ana' },
    ...{ type: 'answered', field: edge.routing.id, value: 'switch-to-dns-srv' },
  });
  const place = placeOf(edge.routing.id, view);
  const command = place && pageCommand(place, viewOf(routing, '2026-11-23'), edge.routing);
  expect(command).toMatchObject({
    when: ', only where RoutingMethod is UseDefaultRouting',
    further: 'Then Access Edge configuration: federation; Enabling the topology.',
  });
});

it('a page tells its own command, how many more of it run, and what runs before and after', () => {
  const wanted = {
    runs: 'Set-CsSite',
    when: '; likewise 1 more',
    further: 'Before that Access Edge configuration: federation. Then Enabling the topology.',
  };
  expect(told(edge.federationRoutes)).toEqual(wanted);
  expect(told(undefined)).toEqual(wanted);
});
