import {
  acl,
  dualStackVpc,
  group,
  internetGateway,
  mainRoutes,
  openGroup,
  publicInstance,
  type Resources,
  subnet,
  together,
} from '../terraform';

/** A public subnet in both families with an open ACL: what the internet reaches in it, groups alone decide. */
export const street = together(
  dualStackVpc('main', '10.0.0.0/16'),
  internetGateway('main'),
  mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main', '::/0': 'aws_internet_gateway.main' }),
  subnet('house', 'main', '10.0.0.0/24', { ipv6: 0 }),
);

/** A server at the internet whose group has these rules. */
export function behindGroup(lines: readonly string[], more: Resources = {}): Resources {
  return together(street, group('server', 'main', lines), server(['server']), more);
}

/** A server at the internet, of these groups, with an address of each family. */
export function server(groups: readonly string[]): Resources {
  const [[address, body] = ['', {}]] = Object.entries(publicInstance('server', 'house', groups));
  return { [address]: { ...body, ipv6_address_count: 1 } };
}

/** A server at the internet behind an ACL, its group open. */
export function behindAcl(lines: readonly string[]): Resources {
  return together(
    dualStackVpc('main', '10.0.0.0/16'),
    internetGateway('main'),
    mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main', '::/0': 'aws_internet_gateway.main' }),
    subnet('house', 'main', '10.0.0.0/24', { acl: 'house', ipv6: 0 }),
    acl('house', 'main', lines),
    openGroup('open', 'main'),
    server(['open']),
  );
}

/** Replies may leave to anywhere. */
export const replies = ['out 900 allow all 0.0.0.0/0', 'out 901 allow all ::/0'];
