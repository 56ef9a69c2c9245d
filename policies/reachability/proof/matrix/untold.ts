import type { NetworkFacts } from '../../../model/network';
import { findOnly } from '../../ground/place';
import type { Prover } from '../../prover';
import type { End } from '../../query';

/**
 * Why it can't be told what passes at an end: then the prover has nothing to ask about, and that nothing was found says
 * nothing. Undefined: it can be told.
 */
export function findUntold(end: End, facts: NetworkFacts, prover: Prover): string | undefined {
  switch (end.kind) {
    case 'interface': {
      const subnet = facts.subnets.get(end.subnet);
      const vpc = subnet === undefined ? undefined : findOnly(subnet.vpc);
      if (vpc !== undefined && facts.vpcs.has(vpc)) return undefined;
      return subnet?.vpc.open?.why ?? `which VPC ${end.subnet} is in`;
    }
    case 'service': {
      if (end.takenForPublic === true) return undefined;
      const list = facts.prefixLists.get(end.list);
      const set = list === undefined ? undefined : prover.space('v4').setOfList(list);
      return set === undefined || set.why !== undefined || set.sure.length === 0 ? `the addresses of ${end.name}` : undefined;
    }
    case 'internet':
    case 'outside':
      return undefined;
  }
}
