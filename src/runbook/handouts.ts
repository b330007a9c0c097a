import type { View } from '../model/index.ts';
import { printMarkdown } from './document.ts';
import { colleagueHandout } from './handouts/colleague.ts';
import { skypeUserHandout } from './handouts/skype-user.ts';

/** The pages for mailing: a path below the folder of an export, and the Markdown text. */
export function handouts(view: View): readonly { path: string; text: string }[] {
  // Nothing is exported before the product is answered.
  const product = view.product ?? 'lync-2013';
  return [
    { path: 'handouts/skype-user.md', text: printMarkdown(skypeUserHandout(view, product)) },
    { path: 'handouts/colleague.md', text: printMarkdown(colleagueHandout(view, product)) },
  ];
}
