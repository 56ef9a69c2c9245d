import { ask, Places, type Reply } from '../../../../policies/reachability/ask';

import { documented } from './documented';
import { networkOf, universeOf } from './terraform';

const NETWORK = 'servers in private subnets get requests from the load balancer, and the internet and S3 by NAT and endpoint';

/** What a documented network answers about ends by their names. */
function answered(from: string, to: string, port: number): Reply {
  const { network } = Object.values(documented)
    .flat()
    .find(({ name }) => name === NETWORK)!;
  const facts = networkOf(network);
  const places = new Places(universeOf(network), facts);
  return ask(facts, { from: places.of(from), to: places.of(to), port: { protocol: 'tcp', ports: { from: port, to: port } } });
}

describe('the example network with servers in private subnets, asked by name', () => {
  it('the internet reaches the load balancer in both of its zones on 443', () => {
    const { verdict, pairs } = answered('internet', 'aws_lb.alb', 443);

    expect([verdict, pairs.map(({ to }) => to)]).toEqual([
      'proven',
      ['net:aws_lb.alb in net:aws_subnet.public_a', 'net:aws_lb.alb in net:aws_subnet.public_b'],
    ]);
  });

  it.each([
    ['internet', 'aws_lb.alb', 80, 'unreachable'],
    ['aws_lb.alb', 'aws_instance.server', 8080, 'proven'],
    ['aws_instance.server', 'internet', 443, 'proven'],
    ['internet', 'aws_instance.server', 8080, 'unreachable'],
    ['aws_security_group.alb', 'aws_security_group.server', 8080, 'proven'],
    ['aws_subnet.public_a', 'aws_instance.server', 22, 'unreachable'],
  ] as const)('%s to %s on %d is %s', (from, to, port, verdict) => {
    expect(answered(from, to, port).verdict).toBe(verdict);
  });
});
