import { regionPorts } from '../../reachability/proof/matrix/region-ports';
import { findingOn, type Rule } from '../rule';
import { proofsOf } from './proven';

const ID = 'reachability/wide-rules';

/** No rule or entry admits more than flows and the listed residue, whatever another filter would close. */
export const wideRules: Rule = {
  id: ID,
  summary: 'Every group rule and network ACL entry admits only what flows declare and the residue lists',
  judge: (universe) =>
    proofsOf(universe).wide.map(({ network, part, origin, direction, family, region, certain }) => {
      const ports = regionPorts(region, family).join(', ');
      const problem = `${network.network}, ${part}: ${certain ? 'lets' : 'may let'} ${direction} ${ports} over IP${family} that no flow declares`;
      return findingOn(
        ID,
        origin,
        problem,
        'declare the flow with its reason, or narrow the rule',
        certain ? 'violated' : 'unknown',
      );
    }),
};
