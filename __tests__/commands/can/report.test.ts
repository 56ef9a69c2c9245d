import { renderAnswer, type Shown } from '../../../commands/can/report';
import type { Voice } from '../../../policies/iam/gather';
import { Template, Unknown } from '../../../policies/model/term';
import { unknown } from '../../policies/model/network/documents';

const READ: Voice = {
  place: 'identity',
  policy: { name: 'read', key: 'net:aws_iam_policy.read', policy: unknown() },
  says: 'allows',
  statement: { policy: { name: 'read', policy: unknown() }, index: 1, sid: 'Read' },
};

function linesOf(more: Partial<Shown> = {}, stacks: readonly string[] = ['net']): readonly string[] {
  const question = {
    facts: { principals: [], resources: [], endpoints: [], grants: [], organization: new Map(), policies: [] },
    request: {
      caller: { kind: 'anonymous' as const, arn: '' },
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/x',
      context: new Map(),
    },
    principal: 'anonymous',
    resource: 'arn:aws:s3:::b/x',
    sessionPolicies: [],
    stacks,
  };
  const decision = { decision: 'denied' as const, by: 'resource' as const, why: 'no policy of the resource allows it' };
  const lines = renderAnswer({ question, decision, voices: [], doubts: [], colours: false, ...more }).split('\n');
  expect(lines.pop()).toBe('');
  return lines;
}

describe('the text of an answer', () => {
  it('has the decision in a line, and who decides', () => {
    expect(linesOf()).toEqual([
      '✗ denied: anonymous may not s3:GetObject on arn:aws:s3:::b/x',
      '  by resource: no policy of the resource allows it',
    ]);
  });

  it.each([
    ['allowed', '✓ allowed: anonymous may s3:GetObject on arn:aws:s3:::b/x'],
    ['unknown', '? unknown: anonymous may or may not s3:GetObject on arn:aws:s3:::b/x'],
  ] as const)('says of %s: %s', (decision, line) => {
    expect(linesOf({ decision: { decision, by: 'resource', why: 'so it is' } })[0]).toBe(line);
  });

  it('lists every policy in columns, with the statement that speaks', () => {
    const silent: Voice = { place: 'boundary', policy: { name: 'edge', policy: unknown() }, says: 'nothing' };
    const open: Voice = { place: 'scp', policy: { name: 'guard', policy: unknown() }, says: 'unknown', why: 'set from outside' };
    const denies: Voice = { ...READ, place: 'resource', says: 'denies', statement: { policy: READ.policy, index: 0 } };

    expect(linesOf({ voices: [READ, silent, open, denies] }).slice(3)).toEqual([
      'what the policies say:',
      '  ✓ policy of the caller    read   aws_iam_policy.read  allows it, statement 2 (Sid "Read")',
      '  · boundary                edge                        says nothing of it',
      "  ? service control policy  guard                       isn't known: set from outside",
      '  ✗ policy of the resource  read   aws_iam_policy.read  denies it, statement 1',
    ]);
  });

  it('keeps the stack where several were read, and gives no room to a column that nobody fills', () => {
    const silent: Voice = { place: 'identity', policy: { name: 'edge', policy: unknown() }, says: 'nothing' };

    expect(linesOf({ voices: [READ] }, ['net', 'web']).at(-1)).toContain('  net:aws_iam_policy.read  ');
    expect(linesOf({ voices: [silent] }).at(-1)).toBe('  · policy of the caller  edge  says nothing of it');
  });

  it("tells in which version a policy of AWS's own is known", () => {
    const own: Voice = { place: 'identity', policy: { name: 'AdministratorAccess', policy: unknown() }, says: 'nothing' };

    expect(linesOf({ voices: [own] }).at(-1)).toBe(
      '  · policy of the caller  AdministratorAccess (v1 of 2015-02-06)  says nothing of it',
    );
  });

  it('names what the documents leave open, 12 of 13', () => {
    const doubts = Array.from({ length: 13 }, (_, n) => `doubt ${String(n)}`);

    expect(linesOf({ doubts }).slice(3)).toEqual([
      'what the documents leave open:',
      ...doubts.slice(0, 12).map((why) => `  ? ${why}`),
      '  … 1 more, which --json lists',
    ]);
    expect(linesOf({ doubts: doubts.slice(1) })).toHaveLength(16);
  });

  it('shows what an address comes to, its holes in angle brackets', () => {
    const resource = new Template(['arn:aws:s3:::', new Unknown('made up'), '/x']);
    const base = { caller: { kind: 'anonymous' as const, arn: '' }, action: 's3:GetObject', resource, context: new Map() };
    const facts = { principals: [], resources: [], endpoints: [], grants: [], organization: new Map(), policies: [] };
    const question = {
      facts,
      request: base,
      principal: 'anonymous',
      resource: 'aws_s3_bucket.b/x',
      sessionPolicies: [],
      stacks: ['net'],
    };

    expect(linesOf({ question })[0]).toBe(
      '✗ denied: anonymous may not s3:GetObject on aws_s3_bucket.b/x (arn:aws:s3:::<not known (made up)>/x)',
    );
  });

  it('colours the marks, and nothing else', () => {
    expect(linesOf({ colours: true })[0]).toBe(
      '\u001B[31m✗\u001B[39m denied: anonymous may not s3:GetObject on arn:aws:s3:::b/x',
    );
  });

  it('lets nothing in foreign documents steer the terminal', () => {
    const decision = { decision: 'denied' as const, by: 'resource' as const, why: 'a\u001B[2Jb\nc\u202E' };

    expect(linesOf({ decision })[1]).toBe('  by resource: a\uFFFD[2Jb\uFFFDc\uFFFD');
  });
});
