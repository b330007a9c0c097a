import type { Step } from '../../model/index.ts';
import { providerPage } from './pages.ts';
import { skypeProviderWants } from './wants.ts';

/** Step 5: the road to Skype. */
export const skypeProviderStep: Step = {
  id: 'skype-provider',
  title: 'Skype provider',
  goals: ['deploy'],
  pages: [providerPage],
  wants: skypeProviderWants,
};
