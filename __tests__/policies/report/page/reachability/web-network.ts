/** A network of two zones and both families, in YAML: of which accounts are said beside it. */
export const WEB_NETWORK = `
networks:
  web:
    zones: [a, b]
    nat: none
    ipv6: true
    tiers: { edge: { kind: public }, pods: { kind: private } }
    flows:
      - { from: internet, to: edge, port: tcp/443, why: Readers open pages }
      - { from: edge, to: pods, port: tcp/8080, why: Requests are forwarded }
      - { from: edge, to: pods, port: icmp/8, why: Health is looked at }
    claims:
      - { isolated: { from: internet, to: pods } }
`;
