import { cellLines, configured, flowLines } from './configured';

const WIDE = `
on_premises:
  office: { cidrs: [192.168.0.0/16], gateway: tgw-0123456789abcdef0 }
networks:
  wide:
    ipv6: true
    zones: [a]
    nat: single
    tiers:
      web: { kind: public }
      app: { kind: private }
    flows:
      - { from: internet, to: web, port: tcp/443, why: Customers }
      - { from: web, to: app, port: [tcp/8080, icmp/8, icmpv6/128], why: Requests and health }
      - { from: app, to: internet, port: tcp/443, family: v6, why: Updates over IPv6 }
      - { from: 'onprem:office', to: app, port: tcp/22, why: Operators }
      - { from: app, to: 'onprem:office', port: tcp/389, why: Directory }
      - { from: app, to: acme/small/services, port: tcp/3128, why: Packages }
    claims:
      - { reaches: { from: web, to: app, port: tcp/8080 } }
      - { isolated: { from: internet, to: app } }
      - { isolated: { from: 203.0.113.0/24, to: app } }
      - { reaches: { from: 'onprem:office', to: app, port: tcp/22 } }
EXTRA
  small:
    zones: [a]
    tiers:
      services: { kind: private }
peerings:
  - { between: [acme/wide, acme/small], why: Packages }
accounts:
  acme: { id: '111111111111', unit: management, regions: [eu-west-1], networks: { wide: {}, small: {} } }
`;
/** The same with further claims. */
const wideClaiming = (...claims: readonly string[]): string =>
  WIDE.replace('EXTRA', claims.map((claim) => `      - { ${claim} }`).join('\n'));

/** What a finding says, but the way there. */
const saidOf = (text: string): string[] =>
  configured(text).findings.map(({ verdict, rule, stated = '' }) => `${verdict} ${rule} ${stated}`);

describe('dual stack, a network on premises and two networks of one account', () => {
  const { proofs } = configured(wideClaiming());

  it('have flows in the families of their protocol and of both ends: 6 in IPv4, 4 in IPv6', () => {
    expect(flowLines(proofs())).toEqual([
      'acme/eu-west-1/wide app → acme/small/services tcp/3128 v4 works 1',
      'acme/eu-west-1/wide app → internet tcp/443 v6 works 1',
      'acme/eu-west-1/wide app → onprem:office tcp/389 v4 works 1',
      'acme/eu-west-1/wide internet → web tcp/443 v4 works 1',
      'acme/eu-west-1/wide internet → web tcp/443 v6 works 1',
      'acme/eu-west-1/wide onprem:office → app tcp/22 v4 works 1',
      'acme/eu-west-1/wide web → app icmp/8 v4 works 1',
      'acme/eu-west-1/wide web → app icmpv6/128 v6 works 1',
      'acme/eu-west-1/wide web → app tcp/8080 v4 works 1',
      'acme/eu-west-1/wide web → app tcp/8080 v6 works 1',
    ]);
  });

  it('pass what they state, where out to and in from the internet meet, and where the office meets what the internet may', () => {
    expect(cellLines(proofs())).toEqual([
      'acme/eu-west-1/wide: app → web v6 tcp/443',
      'acme/eu-west-1/wide: web → app v4 icmp/8 tcp/8080',
      'acme/eu-west-1/wide: web → app v6 icmpv6/128 tcp/8080',
      'acme/eu-west-1/wide: app → internet v6 tcp/443',
      'acme/eu-west-1/wide: app → onprem:office v4 tcp/389',
      'acme/eu-west-1/wide: onprem:office → app v4 tcp/22',
      'acme/eu-west-1/wide: internet → web v4 tcp/443',
      'acme/eu-west-1/wide: internet → web v6 tcp/443',
      'acme/eu-west-1/wide: onprem:office → web v4 unanswered tcp/443',
      'acme/eu-west-1/wide: app → acme/small/services v4 tcp/3128',
    ]);
  });

  it('claim isolation in both families of the internet and in the one of a block', () => {
    expect(proofs().claims.map(({ kind, from, to, pairs, holds }) => [kind, from, to, pairs, holds])).toEqual([
      ['isolated', '203.0.113.0/24', 'app', 1, true],
      ['isolated', 'internet', 'app', 2, true],
      ['reaches', 'onprem:office', 'app', 1, true],
      ['reaches', 'web', 'app', 2, true],
    ]);
  });
});

describe('a claim of reaching', () => {
  it('is about both families: what one of them has is a part', () => {
    const [finding, ...others] = configured(wideClaiming('reaches: { from: app, to: internet, port: tcp/443 }')).findings;

    expect(others).toEqual([]);
    expect(finding?.verdict).toBe('violated');
    expect(finding?.problem).toContain('Of 2 pairs 1 proven, 1 unreachable.');
  });

  it.each([
    'reaches: { from: app, to: web, port: tcp/444 }',
    'reaches: { from: app, to: acme/small/services, port: tcp/3129 }',
    'isolated: { from: app, to: acme/small/services }',
    'isolated: { from: "onprem:office", to: web }',
    'isolated: { from: web, to: app }',
    'isolated: { from: app, to: internet }',
  ])('or of isolation is refused where it does not hold: %s', (claim) => {
    expect(saidOf(wideClaiming(claim)).map((said) => said.replace(/ acme.*/, ''))).toEqual(['violated reachability/claims']);
  });

  it.each([
    'isolated: { from: web, to: "onprem:office" }',
    'isolated: { from: acme/small/services, to: app }',
    'isolated: { from: "2001:db8::/32", to: app }',
    'reaches: { from: app, to: "onprem:office", port: tcp/389 }',
    'reaches: { from: web, to: app, port: icmp/8 }',
  ])('or of isolation holds: %s', (claim) => {
    expect(saidOf(wideClaiming(claim))).toEqual([]);
  });
});

const abroad = (flow: string): string => `
networks:
  abroad:
    zones: [a]
    nat: single
    tiers:
      jobs: { kind: private }
    flows:
      - { from: jobs, ${flow}, why: The service of a partner }
accounts:
  far: { id: '111111111111', unit: workloads, regions: [eu-west-1, us-east-1], network: abroad }
`;

test('one network in two Regions is proven in each, to a block that NAT leads to, with ICMP', () => {
  const { proofs } = configured(abroad('to: 203.0.113.0/24, port: [tcp/443, icmp]'));

  expect([...flowLines(proofs()), ...cellLines(proofs())]).toEqual([
    'far/eu-west-1/abroad jobs → 203.0.113.0/24 icmp v4 works 1',
    'far/eu-west-1/abroad jobs → 203.0.113.0/24 tcp/443 v4 works 1',
    'far/us-east-1/abroad jobs → 203.0.113.0/24 icmp v4 works 1',
    'far/us-east-1/abroad jobs → 203.0.113.0/24 tcp/443 v4 works 1',
    'far/eu-west-1/abroad: jobs → internet v4 icmp tcp/443',
    'far/us-east-1/abroad: jobs → internet v4 icmp tcp/443',
  ]);
});

test('a flow to a prefix list that no document describes works: its addresses are taken for public ones', () => {
  expect(saidOf(abroad('to: "prefix-list:pl-02cd2c6b", port: tcp/443'))).toEqual([]);
});
