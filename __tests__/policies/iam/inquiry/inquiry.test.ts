import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing, textShown } from '../../model/identity/facts-text';
import { resource, universeOf, unknown } from '../../model/network/documents';

const ANN = resource('aws_iam_user.ann', { name: 'ann' });
const LOGS = resource('aws_s3_bucket.logs', { bucket: 'logs' });
const rights = (action: string): ResourceFact =>
  resource('aws_iam_user_policy.ann', { name: 'own', user: 'ann', policy: allowing(action) });
const inquiry = (...facts: readonly ResourceFact[]): Inquiry => Inquiry.of(universeOf(facts));

describe('those who can ask', () => {
  it('are users, roles, and a member of each group, of its account and whose name is told where the group is', () => {
    const { actors } = inquiry(
      resource('aws_iam_group.ops', { name: 'ops' }),
      ANN,
      resource('aws_iam_role.app', { name: 'app', assume_role_policy: allowing('sts:AssumeRole', { Principal: '*' }) }),
      resource('aws_iam_group.late', { name: unknown('set from outside') }),
    );

    expect(actors.map(({ key, kind, principal, caller }) => [key, kind, textShown(caller.arn), principal.name])).toEqual([
      ['net:aws_iam_user.ann', 'user', 'arn:aws:iam::111111111111:user/ann', 'ann'],
      [
        'net:aws_iam_role.app',
        'role',
        "arn:aws:sts::111111111111:assumed-role/app/<not known (the name of the role's session isn't told)>",
        'app',
      ],
      ['net:aws_iam_group.ops', 'group member', 'arn:aws:iam::111111111111:user/member-of-ops', 'member-of-ops'],
      ['net:aws_iam_group.late', 'group member', expect.stringContaining('user/member-of-<'), undefined],
    ]);
    expect(new Set(actors.map(({ caller, principal }) => [caller.accountId, principal.accountId].join()))).toEqual(
      new Set(['111111111111,111111111111']),
    );
  });

  it('of a group of which no account is told have none', () => {
    const { accountId: _none, ...group } = resource('aws_iam_group.ops', { name: 'ops' });
    const [member] = inquiry(group).actors;

    expect([member?.caller.accountId, member?.principal.accountId]).toEqual([undefined, undefined]);
    expect(member?.principal).toMatchObject({
      path: '/',
      groups: ['net:aws_iam_group.ops'],
      credentials: { passwords: [], accessKeys: [] },
    });
  });
});

describe('what is asked', () => {
  const open = resource('aws_s3_bucket_policy.logs', {
    bucket: 'logs',
    policy: allowing('s3:GetObject', { Principal: { AWS: 'arn:aws:iam::111111111111:user/ann' } }),
  });

  it('about a bucket is answered by its policy, which one that is not there yet does not have', () => {
    const asking = inquiry(ANN, LOGS, open);
    const question = {
      caller: asking.callerOf('aws_iam_user.ann'),
      action: 's3:GetObject',
      resource: asking.resourceOf('aws_s3_bucket.logs/a'),
    };

    expect(asking.ask(question).decision).toBe('allowed');
    expect(asking.ask({ ...question, resourcePolicies: [] })).toMatchObject({ decision: 'denied', by: 'identity' });
  });

  it("about no resource is about the caller's own account", () => {
    const asking = inquiry(ANN, rights('iam:ListUsers'));
    const caller = asking.callerOf('aws_iam_user.ann');

    expect(asking.ask({ caller, action: 'iam:ListUsers', resource: { arn: '*' } }).decision).toBe('allowed');
  });

  it('by somebody of whom no account is told is unknown, but about the own account', () => {
    const asking = inquiry(...[ANN, rights('iam:GetUser')].map(({ accountId: _none, ...fact }) => fact));
    const question = {
      caller: asking.callerOf('aws_iam_user.ann'),
      action: 'iam:GetUser',
      resource: { arn: 'arn:aws:iam::111111111111:user/bob', accountId: '111111111111' },
    };

    expect(asking.ask(question).decision).toBe('unknown');
    expect(asking.ask({ ...question, isOwn: true }).decision).toBe('allowed');
    expect(asking.ask({ ...question, isOwn: false }).decision).toBe('denied');
  });
});
