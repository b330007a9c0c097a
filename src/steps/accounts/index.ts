import type { Step } from '../../model/index.ts';
import { pages } from './pages.ts';

/** Step 7: Microsoft accounts and the merge. */
export const accountsStep: Step = {
  id: 'accounts',
  title: 'Accounts',
  goals: ['deploy'],
  pages,
  wants: () => [],
};
