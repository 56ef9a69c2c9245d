/** A small valid configuration with one of everything, for tests to break. */
export const BASE = `organization: { name: acme, management_account: "111111111111", home_region: eu-west-1, regions: [eu-west-1, eu-central-1] }
addresses: { pool: 10.0.0.0/8, vpc_size: 20, reserved_ranges: [10.255.0.0/16] }
backend: { kind: local, directory: terraform.state }
tags: { owner: platform }
notifications: { security: security@example.com }
quotas: { acl_entries: 20, group_rules: 60, interface_groups: 5 }
on_premises: { office: { cidrs: [192.168.0.0/16], gateway: tgw-0123456789abcdef0 } }
networks:
  web:
    zones: [a, b]
    nat: single
    nat_zone: a
    ranges: { pods: { size: 18 } }
    tiers:
      public: { kind: public }
      app: { kind: private, subnet_size: 24, range: pods }
      data: { kind: isolated }
    endpoints: { s3: { type: gateway }, ssm: { type: interface, tier: app } }
    flow_logs: { cloudwatch: { retention_days: 365 } }
    dhcp: { domain_name_servers: [10.0.0.2] }
    flows:
      - { from: internet, to: public/alb, port: tcp/443, why: Customers }
      - { from: app, to: data, port: tcp/5432, why: Database }
      - { from: app, to: internet, port: tcp/443, why: Payments }
      - { from: app, to: hub/shared/services, port: tcp/3128, why: Packages }
    claims:
      - { isolated: { from: internet, to: data } }
  shared:
    zones: [euw1-az1]
    tiers: { services: { kind: private } }
peerings:
  - { between: [dev/web, hub/shared], why: Packages }
accounts:
  management: { id: "111111111111", unit: core }
  hub: { id: "222222222222", unit: core, regions: [eu-west-1], network: shared }
  dev: { id: "333333333333", unit: workloads, regions: [eu-west-1], networks: { web: { cidr: 172.16.0.0/16 } } }
suppressions:
  - { rule: LZ-R-1, scope: dev, reason: Being rebuilt, until: 2027-01-31 }
`;

/** One text and what stands in its place. */
export type Edit = readonly [text: string, by: string];

/** The base with some texts replaced, each of which must stand in it exactly once. */
export function baseWith(...edits: readonly Edit[]): string {
  return edits.reduce((yaml, [text, by]) => {
    const [before, after, ...more] = yaml.split(text);
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`"${text}" stands in the base ${String(more.length + 1)} times or never`);
    }
    return before + by + after;
  }, BASE);
}
