import type { Step } from '../../model/index.ts';
import { clientPolicyPage } from './pages.ts';
import { clientPolicyWants } from './wants.ts';

/** Step 6: letting people on Skype start. */
export const clientPolicyStep: Step = {
  id: 'client-policy',
  title: 'Client policy',
  goals: ['deploy'],
  pages: [clientPolicyPage],
  wants: clientPolicyWants,
};
