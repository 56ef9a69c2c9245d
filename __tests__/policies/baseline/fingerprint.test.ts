import fc from 'fast-check';

import { fingerprintOf, problemClass } from '../../../policies/baseline/fingerprint';
import { findingOf } from '../judged';

describe('the class of a problem', () => {
  it.each([
    ['20 entries are more than the quota of 19', '# entries are more than the quota of #'],
    ['cidr_block "10.0.0.1/24": the address has bits set', 'cidr_block "…": the address has bits set'],
    ['10.0.0.128/25 overlaps aws_subnet.a at 10.0.0.0/24', '#.#.#.#/# overlaps aws_subnet.a at #.#.#.#/#'],
    ['dev-eu-west-1-network:aws_subnet.app_a is open', 'aws_subnet.app_a is open'],
    ['plan-7:module.vpc.aws_subnet.app is open', 'module.vpc.aws_subnet.app is open'],
    ['it overlaps plan-7:aws_subnet.app (as dev:aws_subnet.b does)', 'it overlaps aws_subnet.app (as aws_subnet.b does)'],
    ['x:data.aws_vpc.v', 'data.aws_vpc.v'],
    ['the text "a \\"quoted\\" word" stays open', 'the text "…" stays open'],
  ])('of "%s" is "%s"', (problem, expected) => {
    expect(problemClass(problem)).toBe(expected);
  });
});

describe('the fingerprint of a finding', () => {
  const print = fingerprintOf(findingOf());

  it('is 32 hexadecimal digits, the same in every release: baselines are committed', () => {
    expect(print).toBe('57dd64658a1918b27f0554af04452faa');
  });

  it('of a stack as a whole, and of a claim, is the same in every release, too', () => {
    const { address: _, ...bare } = findingOf();

    expect(fingerprintOf(bare)).toBe('2856cc8d9e271d80d5e14cff2b6cf174');
    expect(fingerprintOf(findingOf({ stated: 'isolated app → data' }))).toBe('c499f810c924a09396b48fe6b621ecea');
  });

  it.each([
    ['the stack', { stack: 'plan-2' }],
    ['the level', { level: 'note' }],
    ['the line', { position: { file: 'landing-zone.yaml', line: 1, column: 1 } }],
    ['the construct', { constructPath: 'dev/logs' }],
    ['the witness', { witness: 'tcp 10.0.0.4:49152 to 10.0.2.4:443' }],
    ['the remedy', { fix: 'another' }],
  ] as const)('stays the same whatever %s is', (_, change) => {
    expect(fingerprintOf(findingOf(change))).toBe(print);
  });

  it.each([
    ['rule', { rule: 'storage/encryption' }],
    ['address', { address: 'aws_s3_bucket.logs2' }],
    ['instance', { address: 'aws_s3_bucket.logs["a"]' }],
    ['verdict', { verdict: 'unknown' }],
    ['problem', { problem: 'versions are suspended' }],
    ['statement', { stated: 'isolated app → data' }],
  ] as const)('is another one for another %s', (_, change) => {
    expect(fingerprintOf(findingOf(change))).not.toBe(print);
  });

  it('of a claim is that of the claim at its place, whatever of it fails', () => {
    const claim = findingOf({ stated: 'isolated internet → data' });

    expect(fingerprintOf({ ...claim, problem: 'tcp/443 arrives' })).toBe(fingerprintOf({ ...claim, problem: 'udp/53 arrives' }));
  });

  // Values change with every edit around them: a quota that is passed by one more is the same problem.
  it('stays the same whatever numbers a problem has', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (entries, quota) => {
        const problem = (a: number, b: number): string => `${String(a)} entries are more than the quota of ${String(b)}`;
        const [one, other] = [problem(entries, quota), problem(20, 19)];
        expect(fingerprintOf(findingOf({ problem: one }))).toBe(fingerprintOf(findingOf({ problem: other })));
      }),
    );
  });
});
