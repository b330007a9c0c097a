import type { Step } from '../../model/index.ts';
import { inForcePage, policyPage } from './pages.ts';
import { accessPolicyWants } from './wants.ts';

/** Step 4: who may. */
export const accessPolicyStep: Step = {
  id: 'access-policy',
  title: 'Access policy',
  goals: ['deploy'],
  pages: [policyPage, inForcePage],
  wants: accessPolicyWants,
};
