import { packetText } from '../../reachability/explain/packet-text';
import type { Undeclared } from '../../reachability/proof/matrix/passages-between';
import { regionPorts } from '../../reachability/proof/matrix/region-ports';
import type { Matrix } from '../../reachability/proof/prove';
import type { Universe } from '../../model/universe';
import type { Finding, Rule } from '../rule';
import { placeOfKey, stackOf } from './place-of-key';
import { proofsOf } from './proven';

const ID = 'reachability/undeclared';

function passingMore(universe: Universe, found: Undeclared): Finding {
  const { network, from, to, fromName, toName, family, region, witness, certain } = found;
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
}

/** The prover had nothing to ask about: that nothing was found there says nothing. */
function untoldIn(universe: Universe, { network, untold = [] }: Matrix): readonly Finding[] {
  return untold.map(({ name, why }) => ({
    rule: ID,
    verdict: 'unknown',
    stack: stackOf(universe, network),
    problem: `${network}: what passes at ${name} isn't known: ${why}`,
    fix: 'let the documents say it, by a reference to the resource or by a literal value',
  }));
}

/** Nothing passes between groups, or from or to outside, but what flows declare. */
export const undeclared: Rule = {
  id: ID,
  summary: 'Nothing passes that no flow declares',
  judge: (universe) => {
    const { undeclared: found, matrices } = proofsOf(universe);
    return [...found.map((each) => passingMore(universe, each)), ...matrices.flatMap((matrix) => untoldIn(universe, matrix))];
  },
};
