import type { NetworkFacts } from '../../../../../../policies/model/network';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource } from '../../documents';
import { at, blockText, factsOf, oneOfText } from '../../facts-text';

const GATEWAY = resource('aws_ec2_transit_gateway.x');
/** Two VPCs with a subnet each. */
export const NETWORK = ['a', 'b'].flatMap((name) => [
  resource(`aws_vpc.${name}`, { cidr_block: '10.0.0.0/16' }),
  resource(`aws_subnet.${name}`, { vpc_id: ref(`aws_vpc.${name}.id`), availability_zone: 'eu-west-1a' }),
]);
/** The table that AWS makes with the gateway. */
export const DEFAULT = 'aws_ec2_transit_gateway.x.association_default_route_table_id';
const TABLE = resource('aws_ec2_transit_gateway_route_table.x', { transit_gateway_id: ref('aws_ec2_transit_gateway.x.id') });
/** Another table of the gateway. */
export const OWN = 'aws_ec2_transit_gateway_route_table.x';

/** The attachment of a VPC, `a` or `b`. */
export function attachment(name: string, body: ResourceFact['body'] = {}, place = {}): ResourceFact {
  const base = {
    transit_gateway_id: ref('aws_ec2_transit_gateway.x.id'),
    vpc_id: ref(`aws_vpc.${name}.id`),
    subnet_ids: [ref(`aws_subnet.${name}.id`)],
  };
  return resource(`aws_ec2_transit_gateway_vpc_attachment.${name}`, { ...base, ...body }, place);
}

/** A resource that is about an attachment and a table: `a` and the other one unless said. */
export function between(type: string, body: ResourceFact['body'] = {}, place = {}): ResourceFact {
  const base = {
    transit_gateway_attachment_id: ref('aws_ec2_transit_gateway_vpc_attachment.a.id'),
    transit_gateway_route_table_id: ref(`${OWN}.id`),
  };
  return resource(`aws_ec2_transit_gateway_${type}.x`, { ...base, ...body }, place);
}

/** Both VPCs, the gateway `x` with another table, and these. */
export function read(...resources: readonly ResourceFact[]): NetworkFacts {
  // A case may write the gateway otherwise.
  const all = new Map([GATEWAY, ...NETWORK, TABLE, ...resources].map((fact) => [fact.key, fact]));
  return factsOf([...all.values()]);
}

/** What stands in a table. */
export function table(
  key: string,
  ...resources: readonly ResourceFact[]
): { routes: readonly string[]; propagated: readonly string[]; why: string | undefined } {
  const { routes, propagated, incomplete } = at(read(...resources).transitTables, key);
  return {
    routes: routes.map(({ block, target, certain }) => {
      const to = target === 'blackhole' ? target : oneOfText(target);
      return `${blockText(block)} -> ${to}${certain ? '' : ' maybe'}`;
    }),
    propagated: propagated.map((one) => `${one.attachment.replace('net:', '')}${one.certain ? '' : ' maybe'}`),
    why: incomplete?.why,
  };
}
