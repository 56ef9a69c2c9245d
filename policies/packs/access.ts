import { accessClaims } from '../rules/access/claims';
import type { Pack } from './pack';

/** What has to hold of who may do what. Silent where nobody claims anything. */
export const access: Pack = {
  id: 'access',
  title: 'Those who must be able to do something are, and nobody else',
  entries: [{ rule: accessClaims, level: 'error' }],
};
