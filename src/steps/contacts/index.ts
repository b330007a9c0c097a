import type { Step } from '../../model/index.ts';
import { peoplePage } from './pages.ts';

/** Step 8: the people, and the first call. It changes nothing on a server. */
export const contactsStep: Step = {
  id: 'contacts',
  title: 'Contacts',
  goals: ['deploy'],
  pages: [peoplePage],
  wants: () => [],
};
