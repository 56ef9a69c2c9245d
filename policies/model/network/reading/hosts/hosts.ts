import type { Host } from '../../hosts';
import type { Key } from '../../known';
import { Databases } from './databases';
import { Instances } from './instances';
import { InterfaceEndpoints } from './interface-endpoints';
import type { Interfaces } from './interfaces';
import { LaunchTemplates } from './launch-templates';
import { loadBalancers } from './load-balancers';
import { services } from './services';

/** Everything with interfaces in subnets. */
export function hostsOf(interfaces: Interfaces): ReadonlyMap<Key, Host> {
  const templates = new LaunchTemplates(interfaces);
  const hosts = [
    ...new Instances(interfaces, templates).all(),
    ...templates.all(),
    ...templates.autoScalingGroups(),
    ...loadBalancers(interfaces),
    ...services(interfaces),
    ...new Databases(interfaces).all(),
    ...new InterfaceEndpoints(interfaces).all(),
  ];
  return new Map(hosts.map((host) => [host.key, host]));
}
