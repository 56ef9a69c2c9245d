import type { Case } from '../case';
import {
  instance,
  internetGateway,
  mainRoutes,
  openGroup,
  publicInstance,
  ref,
  type Resources,
  subnet,
  together,
  vpc,
} from '../terraform';

const SOURCE = 'Enforce VPC encryption in transit';

function controlled(mode: string): Resources {
  return together(
    vpc('main', '10.0.0.0/16'),
    internetGateway('main'),
    mainRoutes('main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
    subnet('a', 'main', '10.0.0.0/24'),
    subnet('b', 'main', '10.0.1.0/24'),
    openGroup('open', 'main'),
    publicInstance('web', 'a', ['open']),
    instance('neighbour', 'a', ['open']),
    instance('app', 'b', ['open']),
    { 'aws_vpc_encryption_control.main': { vpc_id: ref('aws_vpc.main'), mode } },
  );
}

/** Controls of encryption. */
export const encryption: readonly Case[] = [
  {
    name: 'where encryption is enforced, whether anything passes depends on hardware: nothing is proven, and nothing more is closed',
    source: SOURCE,
    network: controlled('enforce'),
    expect: [
      { ask: 'web -> app tcp/443', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'web -> neighbour tcp/443', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'internet -> web tcp/443', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'web -> internet tcp/443', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'internet -> app tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'where encryption is only watched, all passes',
    source: SOURCE,
    network: controlled('monitor'),
    expect: [
      { ask: 'web -> app tcp/443', verdict: 'proven' },
      { ask: 'internet -> web tcp/443', verdict: 'proven' },
    ],
  },
];
