import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { main } from '../../main';

const ROOT = join(__dirname, '..', '..');
const REPORT = ['controls.json', 'findings.json', 'findings.sarif', 'iam.json', 'index.html', 'junit.xml', 'reachability.json'];
/** What is found where the claim below is added: the load balancers of dev and prod answer the internet. */
const CLAIM = '      - { isolated: { from: internet, to: public/alb } }\n';
/** The first flow of the three tiers. */
const INTERNET = '      - { from: internet, to: public/alb,';
let home: string;
let [out, err] = ['', ''];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'report-'));
  cpSync(join(ROOT, 'landing-zone.yaml'), join(home, 'landing-zone.yaml'));
  [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

function run(folder = 'cdktf.out', json = false): number {
  return main({ config: join(home, 'landing-zone.yaml'), out: join(home, folder), frozen: false, json });
}

const report = (name: string, folder = 'cdktf.out'): string => readFileSync(join(home, folder, 'report', name), 'utf8');

/** States a claim that two networks break, and accepts that. */
function breakAndAccept(suppressions: string): void {
  const file = join(home, 'landing-zone.yaml');
  const first = '      - { isolated: { from: internet, to: data } }\n';
  const text = readFileSync(file, 'utf8').replace(first, `${CLAIM}${first}`);
  writeFileSync(file, text.replace('suppressions: []\n', `suppressions:\n${suppressions}`));
}

const accepting = (scope: string, until = '9999-12-31', rule = 'reachability/claims'): string =>
  `  - { rule: ${rule}, scope: "${scope}", reason: Customers reach it, until: ${until} }\n`;

/** The line of a suppression in the configuration, counted from the first. */
function lineOf(index: number): number {
  const lines = readFileSync(join(home, 'landing-zone.yaml'), 'utf8').split('\n');
  return lines.indexOf('suppressions:') + 2 + index;
}

describe('the report of a synth', () => {
  it('has seven files, the same byte for byte of another folder, with no path of the machine', () => {
    expect([run('one'), run('two')]).toEqual([0, 0]);

    expect(readdirSync(join(home, 'one/report')).sort()).toEqual(REPORT);
    for (const name of REPORT) {
      expect(report(name, 'two')).toBe(report(name, 'one'));
      expect(report(name, 'one')).not.toContain(home);
      expect(report(name, 'one')).not.toContain(ROOT);
    }
  });

  it('names each stack as a suite, and the pack by its id', () => {
    expect(run()).toBe(0);

    expect([...report('junit.xml').matchAll(/<testsuite name="(.*?)"/g)].map(([, name]) => name)).toEqual([
      'dev-eu-west-1-network',
      'log-archive-eu-west-1-logging',
      'management-global-identity',
      'network-eu-west-1-network',
      'prod-eu-west-1-network',
      'suppressions',
    ]);
    expect(JSON.parse(report('findings.json'))).toMatchObject({ pack: 'default', stacks: 5, failing: 0, accepted: [] });
    expect(JSON.parse(report('findings.sarif'))).toMatchObject({ runs: [{ automationDetails: { id: 'plinth/default/' } }] });
  });
});

describe('a safe default that is given up', () => {
  it('lands in the report with its reason and its line', () => {
    const file = join(home, 'landing-zone.yaml');
    const flow = `      - { from: app, to: app, port: all, why: Nodes talk, accept: Their ports are drawn }\n`;
    const text = readFileSync(file, 'utf8').replace(INTERNET, `${flow}${INTERNET}`);
    writeFileSync(file, text);
    const line = text.slice(0, text.indexOf(flow)).split('\n').length;

    expect(run()).toBe(0);
    expect((JSON.parse(report('findings.json')) as { optOuts: unknown }).optOuts).toEqual([
      {
        what: 'network three-tier: every port from app to app',
        reason: 'Their ports are drawn',
        by: `landing-zone.yaml:${String(line)}:9`,
      },
    ]);
    expect(out).toContain('\ngiven up, network three-tier: every port from app to app: Their ports are drawn\n');
  });
});

describe('a suppression in landing-zone.yaml', () => {
  it('accepts what it names: the output is written, and every output says who, why and until when', () => {
    breakAndAccept(accepting('dev-*') + accepting('prod-eu-west-1-network'));
    expect(run()).toBe(0);

    const by = [`landing-zone.yaml:${String(lineOf(0))}:5`, `landing-zone.yaml:${String(lineOf(1))}:5`];
    expect(out).toContain(
      `\naccepted reachability/claims, until 9999-12-31: Customers reach it\n    by       ${by[0] ?? ''}\n    dev-eu-west-1-network:aws_security_group.three-tier_public--alb\n`,
    );
    const { accepted } = JSON.parse(report('findings.json')) as { accepted: { stack: string; suppression: object }[] };
    expect(accepted.map(({ stack, suppression }) => [stack, suppression])).toEqual([
      ['dev-eu-west-1-network', { scope: 'dev-*', reason: 'Customers reach it', until: '9999-12-31', by: by[0] }],
      [
        'prod-eu-west-1-network',
        { scope: 'prod-eu-west-1-network', reason: 'Customers reach it', until: '9999-12-31', by: by[1] },
      ],
    ]);
    expect(report('findings.sarif')).toContain('"justification": "Customers reach it (until 9999-12-31)"');
    expect(report('junit.xml')).toContain(`accepted by ${by[0] ?? ''} until 9999-12-31: Customers reach it`);
  });

  it('leaves what it does not name: nothing is written', () => {
    breakAndAccept(accepting('dev-*'));

    expect(run()).toBe(1);
    expect(out).toContain('error reachability/claims  prod-eu-west-1-network:aws_security_group.three-tier_public--alb\n');
    expect(out).not.toContain('error reachability/claims  dev-');
    expect(existsSync(join(home, 'cdktf.out'))).toBe(false);
  });

  it.each([
    ['suppressions/expired', accepting('*', '2026-01-31'), 'ended on 2026-01-31'],
    ['suppressions/unmatched', accepting('*') + accepting('shared-*'), 'at "shared-*" accepts nothing'],
  ])('that is of no use fails as %s at its line, and nothing is replaced', (rule, suppressions, problem) => {
    expect(run()).toBe(0);
    const before = report('findings.json');
    breakAndAccept(suppressions);

    expect(run()).toBe(1);
    const line = lineOf(suppressions.split('\n').length - 2);
    expect(out).toContain(
      `error ${rule}\n    written  landing-zone.yaml:${String(line)}:5\n    problem  the suppression of reachability/claims `,
    );
    expect(out).toContain(problem);
    expect(report('findings.json')).toBe(before);
  });

  it('of a rule that does not exist is refused with 2', () => {
    breakAndAccept(accepting('*', '9999-12-31', 'reachability/claim'));

    expect(run()).toBe(2);
    expect(err).toBe(
      `landing-zone.yaml:${String(lineOf(0))}:5: a rule is suppressed that does not exist, got "reachability/claim"; did you mean "reachability/claims"? [LZ-CHECK-7]\n`,
    );
  });

  it('is in the JSON of a run, too', () => {
    breakAndAccept(accepting('*'));

    expect(run('cdktf.out', true)).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      failing: 0,
      accepted: [{ rule: 'reachability/claims' }, { rule: 'reachability/claims' }],
    });
  });
});
