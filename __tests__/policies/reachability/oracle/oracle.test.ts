import { addressNumber, addressText, halvesOf, holds } from './addresses';
import { completionsOf } from './completions';
import type { Header } from './header';
import { Oracle } from './oracle';
import { type AtInterface, type Entry, Hole, type Place, sure, type World } from './world';

const OPEN_GROUP = {
  name: 'open',
  vpc: 'net',
  rules: [true, false].map((egress) => ({ egress, protocol: -1, peer: { block: '0.0.0.0/0' } })),
};

/** One VPC, a private subnet whose way out is a NAT gateway in a public one. */
const WORLD: World = {
  vpcs: [{ name: 'net', region: 'eu-west-1', blocks: ['10.0.0.0/26'] }],
  subnets: [
    { name: 'app', vpc: 'net', zone: 'a', ipv4: '10.0.0.0/28', table: 'app-rt', acl: null },
    { name: 'edge', vpc: 'net', zone: 'a', ipv4: '10.0.0.16/28', table: 'edge-rt', acl: 'edge-acl' },
  ],
  tables: [
    {
      name: 'app-rt',
      vpc: 'net',
      main: 'no',
      routes: [{ destination: { block: '0.0.0.0/0' }, target: { to: 'nat', name: 'nat' } }],
    },
    {
      name: 'edge-rt',
      vpc: 'net',
      main: 'no',
      routes: [{ destination: { block: '0.0.0.0/0' }, target: { to: 'igw', name: 'igw' } }],
    },
  ],
  acls: [{ name: 'edge-acl', vpc: 'net', isDefault: false, entries: entries([1024, 65535]) }],
  groups: [OPEN_GROUP],
  interfaces: [],
  lists: [],
  internetGateways: [{ name: 'igw', vpc: 'net' }],
  egressOnly: [],
  nats: [{ name: 'nat', subnet: 'edge', connectivity: 'public' }],
  vgws: [],
  peerings: [],
  gateways: [],
  attachments: [],
  transitTables: [],
  endpoints: [],
  publicAccess: { mode: 'off', exclusions: [] },
};

/** Out everything, in from the VPC everything, and from elsewhere only these ports. */
function entries(ports: readonly [number, number]): Entry[] {
  return [
    { egress: true, number: 1, action: 'allow', block: '0.0.0.0/0', protocol: -1 },
    { egress: false, number: 1, action: 'allow', block: '10.0.0.0/26', protocol: -1 },
    { egress: false, number: 2, action: 'allow', block: '0.0.0.0/0', protocol: 6, ports },
  ];
}

function at(subnet: string): AtInterface {
  return { kind: 'interface', subnet, groups: ['open'], publicIpv4: false, ipv6: false };
}

function tcp(src: string, dst: string, a: number, b: number, nat = 2000): Header {
  return { kind: 'v4', src: addressNumber(src), dst: addressNumber(dst), protocol: 6, a, b, nat };
}

const INTERNET: Place = { kind: 'internet' };

test('10.0.0.4 opens 443 of 203.0.113.7 through NAT, and the reply comes back', () => {
  const fate = new Oracle(WORLD).walk(at('app'), INTERNET, tcp('10.0.0.4', '203.0.113.7', 40000, 443));
  expect(fate).toEqual({ arrives: 'yes', works: 'yes' });
});

test('where the ACL of NAT admits replies from port 1025 on, port 1024 of NAT is lost and 1025 works', () => {
  const world = { ...WORLD, acls: [{ name: 'edge-acl', vpc: 'net', isDefault: false, entries: entries([1025, 65535]) }] };
  const works = [1024, 1025].map((nat) => {
    return new Oracle(world).walk(at('app'), INTERNET, tcp('10.0.0.4', '203.0.113.7', 40000, 443, nat)).works;
  });
  expect(works).toEqual(['no', 'yes']);
});

test('the internet does not come in by NAT', () => {
  const fate = new Oracle(WORLD).walk(INTERNET, at('app'), tcp('203.0.113.7', '10.0.0.4', 40000, 443));
  expect(fate).toEqual({ arrives: 'no', works: 'no' });
});

test('10.0.0.4 opens 22 of 10.0.0.20 within the VPC; without inbound entries of its ACL it does not', () => {
  const closed = { ...WORLD, acls: [{ name: 'edge-acl', vpc: 'net', isDefault: false, entries: [] }] };
  const works = [WORLD, closed].map((world) => {
    return new Oracle(world).walk(at('app'), at('edge'), tcp('10.0.0.4', '10.0.0.20', 40000, 22)).works;
  });
  expect(works).toEqual(['yes', 'no']);
});

test('a packet from an address that the end does not have is no answer', () => {
  const fate = new Oracle(WORLD).walk(at('app'), at('edge'), tcp('10.0.0.21', '10.0.0.20', 40000, 22));
  expect(fate).toEqual({ arrives: 'no', works: 'no' });
});

test('a deny with the lower number decides, wherever it stands', () => {
  const deny: Entry = { egress: false, number: 0, action: 'deny', block: '10.0.0.4/32', protocol: -1 };
  const world = { ...WORLD, acls: [{ name: 'edge-acl', vpc: 'net', isDefault: false, entries: [...entries([0, 65535]), deny] }] };
  const arrives = ['10.0.0.4', '10.0.0.5'].map((src) => {
    return new Oracle(world).walk(at('app'), at('edge'), tcp(src, '10.0.0.20', 40000, 22)).arrives;
  });
  expect(arrives).toEqual(['no', 'yes']);
});

test('a world with two holes of two and three choices may be six worlds', () => {
  const acl = (number: Hole<number>, action: Hole<'allow' | 'deny'>): World['acls'] => [
    {
      name: 'edge-acl',
      vpc: 'net',
      isDefault: false,
      entries: [{ egress: true, number, action, block: '0.0.0.0/0', protocol: -1 }],
    },
  ];
  const worlds = completionsOf({ ...WORLD, acls: acl(new Hole([1, 2, 3]), new Hole(['allow', 'deny'])) });
  expect(
    worlds.map(({ acls }) => acls[0]?.entries.map(({ number, action }) => `${String(sure(number))} ${sure(action)}`).join()),
  ).toEqual(['1 allow', '1 deny', '2 allow', '2 deny', '3 allow', '3 deny']);
});

test('addresses are read and written alike, and a block holds its first and last one only', () => {
  expect(
    ['10.0.0.255', '2600:1f00:0:0:0:0:0:1'].map((text) => addressText(text.includes(':') ? 'v6' : 'v4', addressNumber(text))),
  ).toEqual(['10.0.0.255', '2600:1f00:0:0:0:0:0:1']);
  expect(
    ['10.0.0.15', '10.0.0.16', '10.0.0.31', '10.0.0.32'].map((text) => holds('10.0.0.16/28', 'v4', addressNumber(text))),
  ).toEqual([false, true, true, false]);
  expect(halvesOf('2600:1f00::/24')).toEqual(['2600:1f00:0:0:0:0:0:0/25', '2600:1f80:0:0:0:0:0:0/25']);
});
