import {
  alternatives,
  federationStillWorks,
  goalOutOfReach,
  noProxyEndDate,
  registrationSiteClosed,
  skypeClosed,
  whatStillMakesSense,
} from '../facts/index.ts';
import type { Fact } from '../model/index.ts';

/** What can still be had, where no question is asked. */
export const service: readonly Fact[] = [
  skypeClosed,
  registrationSiteClosed,
  goalOutOfReach,
  noProxyEndDate,
  whatStillMakesSense,
  federationStillWorks,
  alternatives,
];
