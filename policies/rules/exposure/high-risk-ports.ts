import type { Rule } from '../rule';
import { portFindings } from './reach/port-findings';
import { HIGH_RISK_PORTS } from './reach/ports';

const ID = 'exposure/high-risk-ports';

/** Databases, caches, search engines and services of development answer nobody on the internet. */
export const highRiskPorts: Rule = {
  id: ID,
  summary: 'The internet reaches none of the ports that are attacked most',
  judge: (universe) => portFindings(ID, universe, HIGH_RISK_PORTS),
};
