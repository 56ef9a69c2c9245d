import type { Sources } from '../sources';
import { Associations } from './associations';

/** Which table decides for a subnet. */
export function tableAssociations(sources: Sources): Associations {
  const tables = new Associations();
  for (const section of sources.of('aws_route_table_association')) {
    const subnet = section.findNamed('subnet_id');
    const table = section.findNamed('route_table_id');
    if (subnet !== undefined && table !== undefined) tables.add(subnet, table, section.origin, true);
  }
  return tables;
}

/** Which ACL decides for a subnet: the last one that was put in its place. */
export function aclAssociations(sources: Sources): Associations {
  const acls = new Associations();
  for (const section of sources.of('aws_network_acl_association')) {
    const subnet = section.findNamed('subnet_id');
    const acl = section.findNamed('network_acl_id');
    if (subnet !== undefined && acl !== undefined) acls.add(subnet, acl, section.origin, false);
  }
  for (const section of sources.of('aws_network_acl', 'aws_default_network_acl')) {
    const { items, rest } = section.namedAll('subnet_ids');
    const owner = { choices: [section.origin.key] };
    for (const subnet of items) acls.add(subnet, owner, section.origin, false);
    if (rest !== undefined) acls.add({ choices: [], open: rest }, owner, section.origin, false);
  }
  return acls;
}
