import { Reference, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { companionsOf } from '../companions';
import { findLiteral } from '../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/ec2-endpoint';
const FIX = 'add an interface endpoint for com.amazonaws.<region>.ec2, if anything in it calls the EC2 API';
const EC2 = /^com\.amazonaws\.[a-z0-9-]+\.ec2$/;

/** Whether an endpoint is for the EC2 API, or why that can't be told. */
function isForEc2({ body }: ResourceFact): boolean | Unknown {
  const name = findLiteral(body.service_name);
  if (name instanceof Unknown && findStated(body.service_name) instanceof Reference) {
    return new Unknown('its service is looked up');
  }
  return name instanceof Unknown ? name : EC2.test(name ?? '');
}

function findingFor(universe: Universe, vpc: ResourceFact): readonly Finding[] {
  const { known, doubts } = companionsOf(universe, vpc, {
    type: 'aws_vpc_endpoint',
    argument: 'vpc_id',
    of: vpc.type,
    names: [],
  });
  const services = known.map(isForEc2);
  if (services.includes(true)) return [];
  const untold = services.find((service) => service instanceof Unknown);
  const doubt = untold instanceof Unknown ? `it has an endpoint, and ${untold.why}` : doubts[0];
  if (doubt !== undefined) {
    return [findingOn(ID, vpc, `whether it has an endpoint for EC2 isn't known: ${doubt}`, FIX, 'unknown')];
  }
  return [findingOn(ID, vpc, 'calls of the EC2 API leave it by the internet, since it has no endpoint for them', FIX)];
}

/** Calls of the EC2 API stay in the VPC. */
export const ec2Endpoint: Rule = {
  id: ID,
  summary: 'Every VPC has an endpoint for the EC2 API',
  judge: (universe) => [...factsOf(universe, 'aws_vpc', 'aws_default_vpc')].flatMap((vpc) => findingFor(universe, vpc)),
};
