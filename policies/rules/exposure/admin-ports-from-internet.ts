import type { Rule } from '../rule';
import { portFindings } from './reach/port-findings';
import { ADMIN_PORTS } from './reach/ports';

const ID = 'exposure/admin-ports-from-internet';

/** Nobody but those who are named comes to where servers are administered. */
export const adminPortsFromInternet: Rule = {
  id: ID,
  summary: 'The internet reaches no port by which servers are administered',
  judge: (universe) => portFindings(ID, universe, ADMIN_PORTS),
};
