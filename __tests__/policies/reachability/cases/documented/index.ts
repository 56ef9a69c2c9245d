import type { Case } from '../case';
import { acls } from './acls';
import { encryption } from './encryption';
import { examples } from './examples';
import { gateways } from './gateways';
import { groups } from './groups';
import { peerGroups } from './peer-groups';
import { peerings } from './peerings';
import { routing } from './routes';
import { silentDenials } from './silent-denials';
import { transits } from './transits';
import { translated } from './translated';

/** Every documented network, by theme. */
export const documented: Readonly<Record<string, readonly Case[]>> = {
  'Network ACLs': acls,
  'Example networks': examples,
  'Route tables and gateways': routing,
  'VPC peering': [...peerings, ...peerGroups],
  'Transit gateways': transits,
  'IPv6 beside IPv4': translated,
  'Security groups': groups,
  'ACLs that drop replies in silence': silentDenials,
  'Controls of encryption': encryption,
  'Block Public Access, endpoints, managed hosts': gateways,
};
