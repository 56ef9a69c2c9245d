import { regionPorts } from '../../reachability/proof/matrix/region-ports';
import type { Finding, Rule } from '../rule';
import { placeOfKey } from './place-of-key';
import { proofsOf } from './proven';
import { packetText } from '../../reachability/explain/packet-text';

const ID = 'reachability/undeclared';

/** Nothing passes between groups, or from or to outside, but what flows declare. */
export const undeclared: Rule = {
  id: ID,
  summary: 'Nothing passes that no flow declares',
  judge: (universe) =>
    proofsOf(universe).undeclared.map(({ network, from, to, fromName, toName, family, region, witness, certain }): Finding => {
      const own = [to, from].find((end) => end.kind === 'interface');
      const group = own?.kind === 'interface' && typeof own.groups !== 'string' ? own.groups[0] : undefined;
      return {
        rule: ID,
        verdict: certain ? 'violated' : 'unknown',
        ...placeOfKey(universe, group, network.stack),
        problem: `${network.network}: ${regionPorts(region, family).join(', ')} ${certain ? 'passes' : 'may pass'} from ${fromName} to ${toName} over IP${family}`,
        witness: packetText(witness),
        fix: 'declare the flow with its reason, or take back the rule',
      };
    }),
};
