import { findingOn, type Rule } from '../rule';
import { proofsOf } from './proven';

const ID = 'reachability/needless-rules';

/** What lets packets through is there for a declared flow. */
export const needlessRules: Rule = {
  id: ID,
  summary: 'Every group rule, network ACL entry and route serves a declared flow',
  judge: (universe) =>
    proofsOf(universe).uses.needless.map(({ origin }) =>
      findingOn(ID, origin, 'no packet of a declared flow needs it', 'declare the flow that it is for, or take it away'),
    ),
};
