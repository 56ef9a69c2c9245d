import { SOMEWHERE, may, ofAnn } from './world';

const ATTACHES = 'attaches any policy to itself (iam:AttachUserPolicy)';

describe('a way is looked for', () => {
  it.each(['iam:AttachUserPolicy', 'IAM:attachuserpolicy', 'iam:Attach*', 'iam:*', 'iam:?ttachUserPolicy', '*'])(
    'where %s is allowed',
    (action) => {
      const deny = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
      expect(ofAnn([may(['s3:GetObject', action]), deny])).toEqual([ATTACHES]);
    },
  );

  it('where all but some calls are, or which ones isn’t told', () => {
    const but = { Effect: 'Allow', NotAction: 's3:*', Resource: '*' };
    const untold = may('iam:${aws_ssm_parameter.verb.value}', '*');
    expect([ofAnn([but]), ofAnn([untold])]).toEqual([[ATTACHES], [`perhaps ${ATTACHES}`]]);
  });

  it('where what else is attached isn’t told', () => {
    const attached = { aws_iam_user_policy_attachment: { more: { user: 'ann', policy_arn: '${aws_ssm_parameter.arn.value}' } } };
    expect(ofAnn([may('s3:GetObject')], attached)).toEqual([`perhaps ${ATTACHES}`]);
  });

  it('in vain where it is denied, or another call is allowed', () => {
    const deny = { Effect: 'Deny', Action: 'iam:*', Resource: '*' };
    expect([ofAnn([may('iam:AttachUserPolicy'), deny]), ofAnn([may('iam:GetUser')])]).toEqual([[], []]);
  });
});

it('a sure way is told before a shorter one that perhaps is there', () => {
  const perhaps = { ...may('iam:AttachUserPolicy'), ...SOMEWHERE };
  const world = {
    aws_iam_user: { ben: { name: 'ben' } },
    aws_iam_user_policy: {
      ben: { user: 'ben', name: 'b', policy: JSON.stringify({ Version: '2012-10-17', Statement: [may('iam:PutUserPolicy')] }) },
    },
  };
  const key = may('iam:CreateAccessKey', 'arn:aws:iam::*:user/ben');
  expect(ofAnn([perhaps, key], world)).toEqual([
    'makes an access key for dev:aws_iam_user.ben (iam:CreateAccessKey), which writes a policy into itself (iam:PutUserPolicy)',
  ]);
});

it('each doubtful way of a chain says so, and the sure ones don’t', () => {
  const world = {
    aws_iam_user: { ben: { name: 'ben' } },
    aws_iam_user_policy: {
      ben: { user: 'ben', name: 'b', policy: JSON.stringify({ Version: '2012-10-17', Statement: [may('iam:PutUserPolicy')] }) },
    },
  };
  const key = { ...may('iam:CreateAccessKey', 'arn:aws:iam::*:user/ben'), ...SOMEWHERE };
  expect(ofAnn([key], world)).toEqual([
    'perhaps makes an access key for dev:aws_iam_user.ben (iam:CreateAccessKey), which writes a policy into itself (iam:PutUserPolicy)',
  ]);
});
