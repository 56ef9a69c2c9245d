import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { policyOf } from '../inquiry/organization';
import { may, ofAnn, type Resources, SOMEWHERE, type StatementJson, trusting, waysOf, waysOfAnn } from './world';

const ATTACHES = 'attaches any policy to itself (iam:AttachUserPolicy)';

describe('a way is looked for', () => {
  it.each(['iam:AttachUserPolicy', 'IAM:attachuserpolicy', 'iam:Attach*', 'iam:*', 'iam:?ttachUserPolicy'])(
    'where %s is allowed',
    (action) => {
      const deny = { Effect: 'Deny', Action: 'glacier:*', Resource: '*' };
      expect(ofAnn([may(action), deny])).toEqual([ATTACHES]);
    },
  );

  it('where * is allowed but not quite everything, if that can be got round', () => {
    const deny = { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' };
    expect(ofAnn([may('*'), deny])).toEqual([
      'attaches any policy to itself (iam:AttachUserPolicy, iam:CreateRole, iam:AttachRolePolicy, sts:AssumeRole)',
    ]);
  });

  it('where all but some calls are, or which ones isn’t told', () => {
    const but = { Effect: 'Allow', NotAction: 's3:*', Resource: '*' };
    const untold = may('iam:${aws_ssm_parameter.verb.value}', '*');
    expect([ofAnn([but]), ofAnn([untold])]).toEqual([[ATTACHES], [`perhaps ${ATTACHES}`]]);
  });

  it('where which policy is attached, or to whom one is, isn’t told', () => {
    const full = 'arn:aws:iam::aws:policy/IAMFullAccess';
    const found = (user: string, policy_arn: string): readonly string[] =>
      ofAnn([may('s3:GetObject')], { aws_iam_user_policy_attachment: { more: { user, policy_arn } } });
    expect([found('ann', '${aws_ssm_parameter.arn.value}'), found('${aws_ssm_parameter.user.value}', full)]).toEqual([
      [`perhaps ${ATTACHES}`],
      [`perhaps ${ATTACHES}`],
    ]);
  });

  it('where a policy isn’t told, or is one that AWS would refuse', () => {
    const refused = JSON.stringify({ Version: '2012-10-17', Statement: [may('s3:GetObject')], Rules: [] });
    expect([ofAnn('${aws_ssm_parameter.policy.value}'), ofAnn(refused)]).toEqual([
      [`perhaps ${ATTACHES}`],
      [`perhaps ${ATTACHES}`],
    ]);
  });

  it('in vain where it is denied, or another call is allowed', () => {
    const deny = { Effect: 'Deny', Action: 'iam:*', Resource: '*' };
    expect([ofAnn([may('iam:AttachUserPolicy'), deny]), ofAnn([may('iam:GetUser')])]).toEqual([[], []]);
  });
});

/** Users of these names who may do this. */
function others(policies: Readonly<Record<string, StatementJson>>): Resources {
  const users = Object.entries(policies).map(([user, one]) => [user, { user, name: 'p', policy: policyOf(one) }] as const);
  return {
    aws_iam_user: Object.fromEntries(users.map(([name]) => [name, { name }])),
    aws_iam_user_policy: Object.fromEntries(users),
  };
}

const keyFor = (...users: readonly string[]): StatementJson =>
  may(
    'iam:CreateAccessKey',
    users.map((user) => `arn:aws:iam::*:user/${user}`),
  );
const KEY = 'makes an access key for dev:aws_iam_user.ben (iam:CreateAccessKey)';
const WRITES = 'which writes a policy into itself (iam:PutUserPolicy)';

describe('a sure way is told', () => {
  const ben = may('iam:PutUserPolicy');

  it('before a shorter one that perhaps is there', () => {
    const perhaps = { ...may('iam:AttachUserPolicy'), ...SOMEWHERE };
    expect(ofAnn([perhaps, keyFor('ben')], others({ ben }))).toEqual([`${KEY}, ${WRITES}`]);
  });

  it('before a shorter one to somebody who perhaps has all rights', () => {
    const amy = { ...may('*'), ...SOMEWHERE };
    const found = waysOfAnn([keyFor('amy', 'ben')], others({ amy, ben }));
    expect(found.map((one) => [escalationText(one), one.certain])).toEqual([[`${KEY}, ${WRITES}`, true]]);
  });

  it('and a chain is as sure as the least sure of its ways, the first or the last', () => {
    const [first, last] = [
      waysOfAnn([{ ...keyFor('ben'), ...SOMEWHERE }], others({ ben })),
      waysOfAnn([keyFor('ben')], others({ ben: { ...ben, ...SOMEWHERE } })),
    ];
    expect([...first, ...last].map((one) => [escalationText(one), one.certain])).toEqual([
      [`perhaps ${KEY}, ${WRITES}`, false],
      [`${KEY}, which perhaps writes a policy into itself (iam:PutUserPolicy)`, false],
    ]);
  });
});

/** By which one is known who has all rights. */
const MOST = ['iam:AttachRolePolicy', 'iam:CreateUser', 's3:DeleteBucket', 'ec2:TerminateInstances', 'lambda:CreateFunction'];

it('who perhaps has all rights comes by no more of them by a key of their own', () => {
  const perhaps = { ...may(MOST), ...SOMEWHERE };
  expect([ofAnn([perhaps, keyFor('ann')]), ofAnn([perhaps, keyFor('ben')], others({ ben: may('*') }))]).toEqual([[], [KEY]]);
});

it('nor does a role by a function of its own that works with itself', () => {
  const deny = { Effect: 'Deny', Action: 'iam:AttachRolePolicy', Resource: 'arn:aws:iam::*:role/eve' };
  const own = { role: 'eve', name: 'e', policy: policyOf(may([...MOST, 'lambda:UpdateFunctionCode']), deny) };
  const ways = waysOf('dev:aws_iam_role.eve', {
    aws_iam_role: { eve: { name: 'eve', assume_role_policy: trusting({ Service: 'lambda.amazonaws.com' }) } },
    aws_iam_role_policy: { eve: own },
    aws_lambda_function: { own: { function_name: 'own', role: '${aws_iam_role.eve.arn}' } },
  });
  expect(ways.map(escalationText)).toEqual([]);
});

it('an inline policy has no versions', () => {
  expect(ofAnn([may(['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'])])).toEqual([]);
});
