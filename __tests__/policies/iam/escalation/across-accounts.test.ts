import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { documentsOf } from '../../universe';
import { ACCOUNT, policyOf } from '../inquiry/organization';
import { adminOf, may, type StatementJson, trusting } from './world';

const OTHER = '222222222222';

/** What ann comes to, who may do this, where another account has an administrator's role, which trusts somebody, and user. */
function found(own: StatementJson, trust: string): readonly string[] {
  const stack = (account: string, resource: object): never => {
    const provider = { aws: { region: 'eu-west-1', allowed_account_ids: [account] } };
    return JSON.parse(JSON.stringify({ terraform: { backend: { local: { path: 'x' } } }, provider, resource })) as never;
  };
  const dev = {
    aws_iam_user: { ann: { name: 'ann' } },
    aws_iam_user_policy: { ann: { user: 'ann', name: 'a', policy: policyOf(own) } },
  };
  const prod = {
    ...adminOf('ec2'),
    aws_iam_role: { admin: { name: 'admin', assume_role_policy: trust } },
    aws_iam_user: { boss: { name: 'boss' } },
    aws_iam_user_policy: { boss: { user: 'boss', name: 'all', policy: policyOf(may('*')) } },
  };
  const stacks = documentsOf({ dev: stack(ACCOUNT, dev), prod: stack(OTHER, prod) });
  const all = escalationsOf(Inquiry.of({ stacks }));
  return all.filter(({ actor }) => actor.key === 'dev:aws_iam_user.ann').map(escalationText);
}

describe('from one account to another', () => {
  const ours = trusting({ AWS: ACCOUNT });
  const role = `arn:aws:iam::${OTHER}:role/admin`;
  const ASSUMES = 'assumes prod:aws_iam_role.admin (sts:AssumeRole)';

  it('a role is assumed by whoever may, where its trust policy lets the account in', () => {
    expect(found(may('sts:AssumeRole', role), ours)).toEqual([ASSUMES]);
  });

  it('but not where either side is silent, not even who is named by the trust policy alone', () => {
    const ann = trusting({ AWS: `arn:aws:iam::${ACCOUNT}:user/ann` });
    expect([
      found(may('sts:AssumeRole', role), trusting({ AWS: OTHER })),
      found(may('s3:GetObject'), ours),
      found(may('s3:GetObject'), ann),
    ]).toEqual([[], [], []]);
  });

  it('nobody makes a key for a user, nor rewrites a trust policy, nor hands a role over', () => {
    const calls = ['iam:CreateAccessKey', 'iam:UpdateAssumeRolePolicy', 'iam:UpdateLoginProfile', 'ec2:RunInstances'];
    expect(found(may(calls), ours)).toEqual([]);
  });
});
