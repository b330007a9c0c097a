import type { Step } from '../../model/index.ts';
import { pages } from './pages.ts';
import { edgeWants } from './wants.ts';

/** Step 2: the way out. */
export const edgeStep: Step = {
  id: 'edge',
  title: 'Edge',
  goals: ['deploy'],
  pages,
  wants: edgeWants,
};
