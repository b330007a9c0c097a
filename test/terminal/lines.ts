import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { toPage } from './places.ts';
import { focusIn } from './screen.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { pressUntil } from './walk.ts';

/** Contoso with its product, at a line of one of the pages of the first step. */
export async function atLine(page: number, label: string): Promise<{ terminal: Terminal; home: string }> {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const terminal = openTerminal({ home, args: ['open', 'contoso'] });
  await terminal.until('saved');
  await toPage(terminal, 'Deployment', page);
  const there = (focus: string) => focus.startsWith(label);
  if (!there(focusIn(terminal.screen()) ?? '')) await pressUntil(terminal, keys.tab, there);
  return { terminal, home };
}
