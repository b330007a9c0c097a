import type { Step } from '../../model/index.ts';
import { pages } from './pages.ts';

/** Step 1: what you have, and who answers for it. */
export const deploymentStep: Step = {
  id: 'deployment',
  title: 'Deployment',
  goals: ['deploy'],
  pages,
  wants: () => [],
};
