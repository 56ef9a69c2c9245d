import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Key, OneOf } from '../../known';
import type { Sources } from '../sources';

/** A table that learns routes which no document tells. */
export interface Propagation {
  readonly table: OneOf<Key>;
  readonly why: Unknown;
  readonly origin: ResourceFact;
}

const PROPAGATING = ['aws_vpn_gateway_route_propagation', 'aws_vpc_route_server_propagation'];

/** Virtual private gateways and route servers write the routes that they learn into tables. */
export function findPropagation(sources: Sources): readonly Propagation[] {
  const separate = sources.of(...PROPAGATING).flatMap((section): Propagation[] => {
    const table = section.findNamed('route_table_id');
    const why = new Unknown(`${section.origin.key} propagates routes into it`);
    return table === undefined ? [] : [{ table, why, origin: section.origin }];
  });
  const inline = sources.of('aws_route_table', 'aws_default_route_table').flatMap((section): Propagation[] => {
    const { items, rest } = section.list('propagating_vgws');
    const why = new Unknown('virtual private gateways propagate routes into it');
    const { origin } = section;
    return items.length === 0 && rest === undefined ? [] : [{ table: { choices: [origin.key] }, why, origin }];
  });
  return [...separate, ...inline];
}
