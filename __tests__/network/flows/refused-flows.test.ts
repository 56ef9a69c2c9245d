import { Cidr } from '../../../modules/core/cidr';
import type { FlowInput } from '../../../modules/core/flow';
import { compileFlows, type NetworkView, Vpc, type VpcProps } from '../../../modules/network';
import { hashedAclNumbers } from '../../../modules/network/addresses/hashed-acl-numbers';
import { refusalOf } from '../../refusal';
import { testStack } from '../../test-stack';
import { BASE } from './flow-cases';

const OFFICE = { office: { cidrs: [Cidr.parse('192.168.0.0/16')], gateway: 'tgw-0123456789abcdef0' } };

function refusal(flow: Omit<FlowInput, 'why'>, props: Partial<VpcProps> = {}): string {
  return refusalOf(() => new Vpc(testStack(), 'shop', { ...BASE, ...props, flows: [{ ...flow, why: 'A reason' }] }));
}

describe('a flow is refused', () => {
  it.each<readonly [string, Omit<FlowInput, 'why'>, Partial<VpcProps>, string]>([
    [
      'to a tier that is not there',
      { from: 'app', to: 'date', port: 'tcp/5432' },
      {},
      'network shop, flow app → date tcp/5432: there is no such tier, got "date"; did you mean "data"? [LZ-FLOW-7]',
    ],
    [
      'to an endpoint that is not declared',
      { from: 'app', to: 'endpoint:ssm', port: 'tcp/443' },
      {},
      'network shop, flow app → endpoint:ssm tcp/443: there is no such endpoint, got "ssm"; there is none to choose from [LZ-FLOW-7]',
    ],
    [
      'from a network outside AWS that nobody named',
      { from: 'onprem:ofice', to: 'app', port: 'tcp/22' },
      { onPremises: OFFICE },
      'network shop, flow onprem:ofice → app tcp/22: there is no such network outside AWS, got "ofice"; did you mean "office"? [LZ-FLOW-7]',
    ],
    [
      'to a network that no peering leads to',
      { from: 'app', to: 'network/shared/services', port: 'tcp/3128' },
      {},
      'network shop, flow app → network/shared/services tcp/3128: no peering leads to network/shared, got "app → network/shared/services tcp/3128"; declare one under peerings, between this network and network/shared [LZ-FLOW-8]',
    ],
    [
      "to NAT's own tier",
      { from: 'app', to: 'nat', port: 'tcp/443' },
      { nat: 'single' },
      'network shop, flow app → nat tcp/443: the flows of the nat tier are implied, got "app → nat tcp/443"; name the tier that opens the connection [LZ-FLOW-9]',
    ],
    [
      'to a private block that no route leads to',
      { from: 'app', to: '10.99.0.0/16', port: 'tcp/443' },
      { onPremises: OFFICE },
      'network shop, flow app → 10.99.0.0/16 tcp/443: no route leads to the private block 10.99.0.0/16, got "app → 10.99.0.0/16 tcp/443"; name the tier or account/network/tier that has it, or the network outside AWS under on_premises [LZ-FLOW-10]',
    ],
    [
      'to an endpoint on another port',
      { from: 'app', to: 'endpoint:s3', port: 'tcp/80' },
      { endpoints: { s3: { type: 'gateway' } } },
      'network shop, flow app → endpoint:s3 tcp/80: an endpoint answers on tcp/443 only, got "app → endpoint:s3 tcp/80"; write port: tcp/443 [LZ-FLOW-11]',
    ],
    [
      'by IPv6 where the network has none',
      { from: 'app', to: 'data', port: 'tcp/5432', family: 'v6' },
      {},
      'network shop, flow app → data tcp/5432: the flow asks for IPv6, which one of its ends has not, got "app → data tcp/5432"; set ipv6: true on the network (flows to endpoints and other networks are IPv4 only), or take IPv4 [LZ-FLOW-12]',
    ],
    [
      'with ICMPv6 where the network has no IPv6',
      { from: 'app', to: 'data', port: 'icmpv6/128' },
      {},
      'network shop, flow app → data icmpv6/128: the flow asks for IPv6, which one of its ends has not, got "app → data icmpv6/128"; set ipv6: true on the network (flows to endpoints and other networks are IPv4 only), or take IPv4 [LZ-FLOW-12]',
    ],
    [
      'by IPv6 to an interface endpoint of a dual-stack network',
      { from: 'app', to: 'endpoint:ssm', port: 'tcp/443', family: 'both' },
      { ipv6: true, endpoints: { ssm: { type: 'interface', tier: 'app' } } },
      'network shop, flow app → endpoint:ssm tcp/443: the flow asks for IPv6, which one of its ends has not, got "app → endpoint:ssm tcp/443"; set ipv6: true on the network (flows to endpoints and other networks are IPv4 only), or take IPv4 [LZ-FLOW-12]',
    ],
    [
      'from the internet to a private tier',
      { from: 'internet', to: 'app', port: 'tcp/443' },
      {},
      'network shop, flow internet → app tcp/443: tier "app" is not public, so nothing from the internet reaches it, got "internet → app tcp/443"; let a public tier answer, such as a load balancer [LZ-FLOW-13]',
    ],
    [
      'from a public block to an isolated tier',
      { from: '203.0.113.0/24', to: 'data', port: 'tcp/443' },
      {},
      'network shop, flow 203.0.113.0/24 → data tcp/443: tier "data" is not public, so nothing from the internet reaches it, got "203.0.113.0/24 → data tcp/443"; let a public tier answer, such as a load balancer [LZ-FLOW-13]',
    ],
    [
      'to the internet without NAT',
      { from: 'app', to: 'internet', port: 'tcp/443' },
      { nat: 'none' },
      'network shop, flow app → internet tcp/443: the way to the internet needs NAT and the network has none, got "app → internet tcp/443"; set nat: single or one-per-zone [LZ-FLOW-14]',
    ],
    [
      'by NAT with a protocol that it does not carry',
      { from: 'app', to: 'internet', port: 'proto/50' },
      { nat: 'single' },
      'network shop, flow app → internet proto/50: NAT gateways carry tcp, udp and icmp only, got "app → internet proto/50"; name the ports as tcp, udp or icmp [LZ-FLOW-15]',
    ],
    [
      'to the internet from an isolated tier',
      { from: 'data', to: 'internet', port: 'tcp/443' },
      { nat: 'single' },
      'network shop, flow data → internet tcp/443: tier "data" is isolated, so it has no way to the internet, got "data → internet tcp/443"; make it private, or use an endpoint [LZ-FLOW-16]',
    ],
    [
      'as all without a reason to accept it',
      { from: 'app', to: 'data', port: 'all' },
      {},
      'Vpc "shop-eu-west-1-network/shop" flows.0: port all opens everything, got "all"; name the ports, or add accept: with the reason [LZ-FLOW-6]',
    ],
  ])('%s', (_, flow, props, message) => {
    expect(refusal(flow, props)).toBe(message);
  });

  it('when neither end is in the network that states it', () => {
    const view = (key: string, peer: string, flows: NetworkView['flows'] = []): NetworkView => ({
      key,
      dualStack: false,
      nat: 'none',
      tiers: new Map([['app', 'private']]),
      endpoints: new Map(),
      onPremises: new Map(),
      peered: new Map([[peer.replace('/r', ''), peer]]),
      flows,
    });
    const end = { kind: 'tier', tier: 'app', network: { account: 'b', network: 'n' } } as const;
    const flow = {
      from: end,
      to: end,
      port: { protocol: 'all' },
      why: 'x',
      families: undefined,
      clientPorts: { from: 1024, to: 65535 },
      index: 0,
    } as const;

    expect(refusalOf(() => compileFlows([view('a/r/n', 'b/r/n', [flow]), view('b/r/n', 'a/r/n')]))).toBe(
      'network a/r/n, flow b/n/app → b/n/app all: neither end is a tier of this network, got "b/n/app → b/n/app all"; move the flow to the network of one of its tiers [LZ-FLOW-3]',
    );
  });

  it('every one that cannot be, at once', () => {
    const flows = ['tcp/1', 'tcp/2'].map((port) => ({ from: 'app', to: 'nowhere', port, why: 'A reason' }));

    expect(refusalOf(() => new Vpc(testStack(), 'shop', { ...BASE, flows })).split('\n')).toHaveLength(2);
  });
});

describe('rule numbers without a ledger', () => {
  const entry = (port: number) =>
    ({
      tier: 'app',
      direction: 'in',
      peer: { kind: 'anywhere', family: 'v4' },
      block: 1,
      key: `anywhere tcp/${String(port)}`,
      port: { protocol: 'all' },
    }) as const;

  it('are refused where two entries come to one, since none may step aside', () => {
    expect(refusalOf(() => hashedAclNumbers('Vpc "shop"', [entry(37), entry(61)], {}))).toBe(
      'Vpc "shop": the network ACL entries "app in anywhere tcp/37" and "app in anywhere tcp/61" come to the same rule number, got 8157; give one of them a number of its own: aclNumbers: { "app in anywhere tcp/61": 900 } [LZ-NET-14]',
    );
  });

  it('are as pinned where they are pinned', () => {
    expect([...hashedAclNumbers('Vpc "shop"', [entry(37), entry(61)], { 'app in anywhere tcp/61': 900 }).values()]).toEqual([
      8157, 900,
    ]);
  });
});
