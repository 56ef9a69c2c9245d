import type { Rule } from '../rule';
import { portFindings } from './reach/port-findings';
import { CIFS_PORTS } from './reach/ports';

const ID = 'exposure/cifs-from-internet';

/** Shares of files are for one's own network. */
export const cifsFromInternet: Rule = {
  id: ID,
  summary: 'The internet reaches no Windows share',
  judge: (universe) => portFindings(ID, universe, CIFS_PORTS),
};
