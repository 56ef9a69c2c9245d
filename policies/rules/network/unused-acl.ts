import { isTermList, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { companionsOf } from '../companions';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/unused-acl';
const FIX = 'associate it with the subnets that it is for, or take it away';
const ASSOCIATIONS = {
  type: 'aws_network_acl_association',
  argument: 'network_acl_id',
  of: 'aws_network_acl',
  names: [],
} as const;

function findingFor(universe: Universe, acl: ResourceFact): readonly Finding[] {
  const subnets = findStated(acl.body.subnet_ids);
  if (isTermList(subnets) && subnets.length > 0) return [];
  const { known, doubts } = companionsOf(universe, acl, ASSOCIATIONS);
  if (known.length > 0) return [];
  const doubt = subnets instanceof Unknown ? subnets.why : doubts[0];
  if (doubt !== undefined) return [findingOn(ID, acl, `whether a subnet uses it isn't known: ${doubt}`, FIX, 'unknown')];
  return [findingOn(ID, acl, 'no subnet uses it', FIX)];
}

/** An ACL that filters nothing looks as if it did. */
export const unusedAcl: Rule = {
  id: ID,
  summary: 'Every network ACL is some subnet’s',
  judge: (universe) => [...factsOf(universe, 'aws_network_acl')].flatMap((acl) => findingFor(universe, acl)),
};
