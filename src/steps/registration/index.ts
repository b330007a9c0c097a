import type { Step } from '../../model/index.ts';
import { pages } from './pages.ts';
import { registrationPapers } from './request-sheet.ts';

/** Step 3: being known. */
export const registrationStep: Step = {
  id: 'registration',
  title: 'Registration',
  goals: ['deploy'],
  pages,
  wants: () => [],
  papers: registrationPapers,
};
