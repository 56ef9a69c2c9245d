import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { policyOf, universeOf } from '../inquiry/organization';
import { ofAnn } from './world';

type StatementJson = Readonly<Record<string, unknown>>;

const allow = (...Action: readonly string[]): StatementJson => ({ Sid: 'A', Effect: 'Allow', Action, Resource: '*' });
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
    'of a role is put out of the way by %s',
    (action) => {
      const said = [[allow(action)], []].map((more) => found('role', [allow('iam:*')], ...more));
      expect(said).toEqual([[`attaches any policy to itself (iam:AttachRolePolicy, ${action})`], []]);
    },
  );

  it('is perhaps put out of the way by a call whose condition nobody knows, and surely by another', () => {
    const perhaps = { ...allow('iam:DeleteUserPermissionsBoundary'), Sid: 'B', ...SOMEWHERE };
    const surely = { ...allow('iam:PutUserPermissionsBoundary'), Sid: 'C' };
    expect([found('user', [allow('iam:*')], perhaps), found('user', [allow('iam:*')], perhaps, surely)]).toEqual([
      [`perhaps ${ATTACHING}, iam:DeleteUserPermissionsBoundary)`],
      [`${ATTACHING}, iam:PutUserPermissionsBoundary)`],
    ]);
  });

  it.each(['iam:AttachGroupPolicy', 'iam:PutGroupPolicy', 'iam:CreatePolicyVersion', 'iam:AttachUserPolicy'])(
    'limits what somebody comes by who may call %s, be it by a group or a policy of theirs',
    (action) => {
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
        const policy = {
          ...allow(action),
          Resource: ['arn:aws:iam::*:user/*', 'arn:aws:iam::*:group/*', 'arn:aws:iam::*:policy/own'],
        };
        return ofAnn([policy], own, { permissions_boundary: '${aws_iam_policy.limit.arn}' });
      };
      expect([ways(allow('iam:*')), ways(allow('*')).length]).toEqual([[], 1]);
    },
  );

  it("is AWS's own policy, of which nobody makes a version", () => {
    const limit = 'arn:aws:iam::aws:policy/IAMFullAccess';
    expect(found('user', limit, allow('iam:CreatePolicyVersion'))).toEqual([]);
    expect(found('user', limit, allow('iam:PutUserPermissionsBoundary'))).toEqual([
      `${ATTACHING}, iam:PutUserPermissionsBoundary)`,
    ]);
  });
});
