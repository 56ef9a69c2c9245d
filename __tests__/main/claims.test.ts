import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { main, synth } from '../../main';
import { type JudgedFinding, renderFinding } from '../../policies';

const ROOT = join(__dirname, '..', '..');
let home: string;
let printed: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'claims-'));
  cpSync(join(ROOT, 'landing-zone.yaml'), join(home, 'landing-zone.yaml'));
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

const options = (): { config: string; out: string; frozen: boolean } => ({
  config: join(home, 'landing-zone.yaml'),
  out: join(home, 'cdktf.out'),
  frozen: false,
});

/** Adds a claim to those of the three tiers, as their first. */
function claim(text: string): void {
  const file = join(home, 'landing-zone.yaml');
  const first = '      - { isolated: { from: internet, to: data } }\n';
  writeFileSync(file, readFileSync(file, 'utf8').replace(first, `      - { ${text} }\n${first}`));
}

/** What fails: notes on the reference come and go with rules. */
function errors(): readonly JudgedFinding[] {
  return synth(options()).findings.filter(({ level }) => level === 'error');
}

/** Every file below the folder but the configuration, with its bytes. */
function tree(): Record<string, string> {
  const files = readdirSync(home, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'landing-zone.yaml',
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(home.length), readFileSync(path, 'base64')];
    }),
  );
}

const FALSE = [
  'isolated: { from: internet, to: public/alb }',
  'reaches: { from: data, to: internet, port: tcp/443 }',
  'isolated: { from: app, to: network/shared/services }',
  'reaches: { from: app, to: data, port: tcp/5433 }',
];
const TRUE = ['isolated: { from: data, to: internet }', 'reaches: { from: public/alb, to: app, port: tcp/8080 }'];

describe('a configuration of which a claim does not hold', () => {
  it.each(FALSE)('ends with 1 and writes neither output nor ledger where there was none: %s', (text) => {
    claim(text);

    expect(main(options())).toBe(1);
    expect(tree()).toEqual({});
  });

  it('leaves the former output and the ledger as they are, byte for byte, though a flow was added too', () => {
    expect(main(options())).toBe(0);
    const before = tree();
    claim('isolated: { from: internet, to: public/alb }');
    const file = join(home, 'landing-zone.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('port: tcp/5432, why: T', 'port: [tcp/5432, tcp/5433], why: T'));

    expect(main(options())).toBe(1);
    expect(tree()).toEqual(before);
    expect(Object.keys(before)).toContain('/cdktf.out/report/reachability.json');
    expect(printed).toContain('Nothing was written: the former output stands.');
  });

  it('is found in each network that takes it: dev and prod', () => {
    claim('isolated: { from: internet, to: public/alb }');

    expect(errors().map(({ stack, address, verdict, stated }) => [stack, address, verdict, stated])).toEqual([
      [
        'dev-eu-west-1-network',
        'aws_security_group.three-tier_public--alb',
        'violated',
        'dev/eu-west-1/three-tier: isolated internet → public/alb',
      ],
      [
        'prod-eu-west-1-network',
        'aws_security_group.three-tier_public--alb',
        'violated',
        'prod/eu-west-1/three-tier: isolated internet → public/alb',
      ],
    ]);
  });

  it('is told with place, line, problem, witness and remedy', () => {
    claim('isolated: { from: internet, to: public/alb }');
    const [finding] = errors().map(renderFinding);

    expect(finding).toBe(
      [
        'error reachability/claims  dev-eu-west-1-network:aws_security_group.three-tier_public--alb',
        '    stated   dev/eu-west-1/three-tier: isolated internet → public/alb',
        '    written  landing-zone.yaml:55:9',
        '    made by  dev-eu-west-1-network/three-tier/security-groups/public.alb/aws_security_group.three-tier_public--alb',
        '    problem  tcp/443 arrives, let in by allow tcp 443 from 0.0.0.0/0 (aws_vpc_security_group_ingress_rule.three-tier_public--alb_from_anywhere_tcp--443)',
        '    witness  tcp 1.0.0.4:49152 to 10.0.4.4:443',
        '    fix      take back what lets it through, or give up the claim',
        '    accept   - { rule: reachability/claims, scope: "dev-eu-west-1-network:aws_security_group.three-tier_public--alb", reason: "", until: "" }',
      ].join('\n'),
    );
  });

  it('is told with what stops it, where a claim of reaching fails', () => {
    claim('reaches: { from: data, to: internet, port: tcp/443 }');
    const [finding] = errors().map(renderFinding);

    expect(finding).toBe(
      [
        'error reachability/claims  dev-eu-west-1-network:aws_security_group.three-tier_data',
        '    stated   dev/eu-west-1/three-tier: reaches data → internet tcp/443',
        '    written  landing-zone.yaml:55:9',
        '    made by  dev-eu-west-1-network/three-tier/security-groups/data/aws_security_group.three-tier_data',
        '    problem  unreachable, tcp 443 lost. Of 3 pairs 3 unreachable. dev-eu-west-1-network:aws_subnet.three-tier_data_a to internet, IPv4: Nothing gets through; security-group-out dev-eu-west-1-network:aws_security_group.three-tier_data: no rule matches: dropped.',
        '    witness  tcp 10.0.2.4:49152 to 1.0.0.4:443',
        '    fix      declare the flow, or take back what stops it',
        '    accept   - { rule: reachability/claims, scope: "dev-eu-west-1-network:aws_security_group.three-tier_data", reason: "", until: "" }',
      ].join('\n'),
    );
  });

  it('is counted: 13 of 15 claims hold where it fails in two networks', () => {
    claim('isolated: { from: internet, to: public/alb }');

    expect(main(options())).toBe(1);
    expect(printed).toContain('13 of 15 claims hold, 18 of 18 flows work, nothing else passes');
  });

  it('ends with 1 as JSON too, with the counts and the findings', () => {
    claim('isolated: { from: internet, to: public/alb }');

    expect(main({ ...options(), json: true })).toBe(1);
    const { proven, findings } = JSON.parse(printed) as {
      proven: unknown;
      findings: readonly { rule: string; level: string }[];
    };
    expect(proven).toEqual({ claims: { hold: 13, of: 15 }, flows: { work: 18, of: 18 }, undeclared: 0, untold: 0 });
    expect(findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toEqual([
      'reachability/claims',
      'reachability/claims',
    ]);
  });
});

it.each(TRUE)('a claim that holds changes nothing but the count: %s', (text) => {
  claim(text);

  expect(main({ ...options(), json: true })).toBe(0);
  expect((JSON.parse(printed) as { proven: { claims: unknown } }).proven.claims).toEqual({ hold: 15, of: 15 });
});
