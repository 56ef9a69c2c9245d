import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { policyOf, universeOf } from '../inquiry/organization';
import { ofAnn } from './world';

type StatementJson = Readonly<Record<string, unknown>>;

const allow = (...Action: readonly string[]): StatementJson => ({ Sid: 'A', Effect: 'Allow', Action, Resource: '*' });
const deny = (...Action: readonly string[]): StatementJson => ({ Sid: 'D', Effect: 'Deny', Action, Resource: '*' });
const trust = policyOf({ Sid: 'T', Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } });
const SOMEWHERE = { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };

/** What a user, or a role, comes to that may attach policies to itself within a boundary. */
function found(
  kind: 'user' | 'role',
  boundary: string | readonly StatementJson[],
  ...statements: readonly StatementJson[]
): readonly string[] {
  const own = `\${aws_iam_${kind}.ann.name}`;
  const limit = typeof boundary === 'string' ? boundary : '${aws_iam_policy.limit.arn}';
  const more = kind === 'role' ? { assume_role_policy: trust } : {};
  const attach = allow(kind === 'role' ? 'iam:AttachRolePolicy' : 'iam:AttachUserPolicy');
  const policy = policyOf(attach, ...statements);
  const limits = typeof boundary === 'string' ? [] : boundary;
  const universe = universeOf({
    [`aws_iam_${kind}`]: { ann: { name: 'ann', permissions_boundary: limit, ...more } },
    [`aws_iam_${kind}_policy`]: { ann: { [kind]: own, name: 'a', policy } },
    aws_iam_policy: { limit: { name: 'limit', policy: policyOf(...limits) } },
  });
  return escalationsOf(Inquiry.of(universe)).map(escalationText);
}

const ATTACHING = 'attaches any policy to itself (iam:AttachUserPolicy';

describe('a boundary that stays with somebody whatever is attached', () => {
  it('is no matter where it allows everything, and then nobody has to put it out of the way', () => {
    expect(found('user', [allow('*')], allow('iam:DeleteUserPermissionsBoundary'))).toEqual([`${ATTACHING})`]);
  });

  it.each(['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'])(
    'of a role is put out of the way by %s, which it is allowed by what it attaches, if the boundary lets it',
    (action) => {
      const said = [[action], []].map((more) => found('role', [allow('iam:AttachRolePolicy', ...more)]));
      expect(said).toEqual([[`attaches any policy to itself (iam:AttachRolePolicy, ${action})`], []]);
    },
  );

  it('is perhaps put out of the way by a call whose condition nobody knows, and surely by another', () => {
    const attach = allow('iam:AttachUserPolicy');
    const perhaps = { ...allow('iam:DeleteUserPermissionsBoundary'), Sid: 'B', ...SOMEWHERE };
    const surely = { ...allow('iam:PutUserPermissionsBoundary'), Sid: 'C' };
    expect([found('user', [attach, perhaps]), found('user', [attach, perhaps, surely])]).toEqual([
      [`perhaps ${ATTACHING}, iam:DeleteUserPermissionsBoundary)`],
      [`${ATTACHING}, iam:PutUserPermissionsBoundary)`],
    ]);
  });

  it.each(['iam:AttachRolePolicy', 'iam:PutRolePolicy'])(
    'is left behind by a role that is made and given all rights by %s',
    (action) => {
      const boundary = [allow('iam:AttachUserPolicy', 'iam:CreateRole', action)];
      expect([found('user', boundary), found('user', boundary, deny('sts:*'))]).toEqual([
        [`${ATTACHING}, iam:CreateRole, ${action}, sts:AssumeRole)`],
        [],
      ]);
    },
  );

  it.each(['iam:AttachGroupPolicy', 'iam:PutGroupPolicy', 'iam:CreatePolicyVersion', 'iam:AttachUserPolicy'])(
    'limits what somebody comes by who may call %s, be it by a group or a policy of theirs',
    (action) => {
      const Resource = ['arn:aws:iam::*:user/*', 'arn:aws:iam::*:group/*', 'arn:aws:iam::*:policy/own'];
      const policy = { ...allow(action), Resource };
      const ways = (boundary: StatementJson): readonly string[] => {
        const own = {
          aws_iam_group: { anns: { name: 'anns' } },
          aws_iam_user_group_membership: { ann: { user: 'ann', groups: ['anns'] } },
          aws_iam_policy: {
            own: { name: 'own', policy: policyOf(allow('s3:ListBucket')) },
            limit: { name: 'limit', policy: policyOf(boundary) },
          },
          aws_iam_user_policy_attachment: { own: { user: 'ann', policy_arn: '${aws_iam_policy.own.arn}' } },
        };
        return ofAnn([policy], own, { permissions_boundary: '${aws_iam_policy.limit.arn}' });
      };
      const tight = { ...policy, Action: [action, 's3:*'] };
      expect([ways(tight), ways(allow('*')).length]).toEqual([[], 1]);
    },
  );

  it("is a policy of which somebody makes a version, or AWS's own, of which nobody does", () => {
    const stays = deny('iam:*PermissionsBoundary', 'iam:CreateRole');
    expect([found('user', [allow('iam:*')], stays), found('user', 'arn:aws:iam::aws:policy/IAMFullAccess', stays)]).toEqual([
      [`${ATTACHING}, iam:CreatePolicyVersion)`],
      [],
    ]);
  });

  it('is rewritten by whoever may make a version of it, not of another policy', () => {
    const version = (name: string): StatementJson => ({
      ...allow('iam:CreatePolicyVersion'),
      Resource: `arn:aws:iam::*:policy/${name}`,
    });
    const attach = allow('iam:AttachUserPolicy');
    expect(['limit', 'other'].map((name) => found('user', [attach, { ...version(name), Sid: 'V' }]))).toEqual([
      [`${ATTACHING}, iam:CreatePolicyVersion)`],
      [],
    ]);
  });

  it('isn’t put out of the way where a policy of its own denies it', () => {
    const own = deny('iam:DeleteUser*', 'iam:PutUserPermissionsBoundary', 'iam:CreatePolicyVersion', 'iam:CreateRole');
    expect(found('user', [allow('iam:*')], own)).toEqual([]);
  });
});

describe('what a policy of somebody’s own denies stays denied, whatever is attached', () => {
  const attach = allow('iam:AttachUserPolicy');
  const ways = (...more: readonly StatementJson[]): readonly string[] => ofAnn([attach, ...more]);

  it('so that who is denied all but a few calls comes by no more than these', () => {
    const but = { Effect: 'Deny', NotAction: ['iam:AttachUserPolicy', 's3:*'], Resource: '*' };
    expect(ways(but)).toEqual([]);
  });

  it('unless a role is made that nothing is denied to', () => {
    expect([ways(deny('s3:DeleteBucket')), ways(deny('s3:DeleteBucket', 'iam:CreateRole'))]).toEqual([
      [`${ATTACHING}, iam:CreateRole, iam:AttachRolePolicy, sts:AssumeRole)`],
      [],
    ]);
  });

  it('which is perhaps no more than of one resource, and then perhaps not in the way', () => {
    const some = { ...deny('s3:*', 'iam:CreateRole'), Resource: 'arn:aws:s3:::logs/*' };
    const role = { ...deny('iam:CreateRole'), Sid: 'R' };
    expect(ways(some, role)).toEqual([`perhaps ${ATTACHING})`]);
  });
});
