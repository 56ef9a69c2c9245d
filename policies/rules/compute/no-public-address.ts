import { Unknown } from '../../model/term';
import type { Universe } from '../../model/universe';
import { findLiteral, isTrue } from '../literal';
import { valuesAt } from '../nested';
import { proverOf } from '../reachability/proven';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'compute/no-public-address';
const FIX = 'set associate_public_ip_address = false, and let a load balancer meet the internet for it';
/** Where what machines are started from says so. */
const STARTED_FROM = [
  ['aws_launch_template', 'network_interfaces.associate_public_ip_address'],
  ['aws_launch_configuration', 'associate_public_ip_address'],
] as const;

/** Instances as they will be: by what they say, by their subnet, their template or an elastic address. */
function ofInstances(universe: Universe): readonly Finding[] {
  return [...proverOf(universe).facts.hosts.values()].flatMap(({ kind, origin, publicIpv4 }): readonly Finding[] => {
    if (kind !== 'instance' || publicIpv4 === false) return [];
    if (publicIpv4 === true) return [findingOn(ID, origin, 'it has a public IPv4 address', FIX)];
    return [findingOn(ID, origin, `whether it has a public IPv4 address isn't known: ${publicIpv4.why}`, FIX, 'unknown')];
  });
}

function ofTemplates(universe: Universe): readonly Finding[] {
  return STARTED_FROM.flatMap(([type, path]) =>
    [...factsOf(universe, type)].flatMap((fact): readonly Finding[] => {
      const said = valuesAt(fact.body, path).map(findLiteral);
      if (said.some((text) => typeof text === 'string' && isTrue(text))) {
        return [findingOn(ID, fact, 'what starts from it gets a public IPv4 address', FIX)];
      }
      const unknown = said.find((text) => text instanceof Unknown);
      if (unknown === undefined) return [];
      return [
        findingOn(ID, fact, `whether what starts from it gets a public IPv4 address isn't known: ${unknown.why}`, FIX, 'unknown'),
      ];
    }),
  );
}

/** Machines are met by way of something that is made for it. */
export const noPublicAddress: Rule = {
  id: ID,
  summary: 'No machine has a public address',
  judge: (universe) => [...ofInstances(universe), ...ofTemplates(universe)],
};
