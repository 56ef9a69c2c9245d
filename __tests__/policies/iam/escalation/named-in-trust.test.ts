import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { ACCOUNT, policyOf, universeOf } from '../inquiry/organization';

const trusts = (principal: object): string =>
  policyOf({ Sid: 'T', Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal });

/** How those come to all rights who have no policy at all, where an administrator's role trusts somebody. */
function found(principal: object | string, user = 'ann'): Readonly<Record<string, string>> {
  const all = policyOf({ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' });
  const universe = universeOf({
    aws_iam_user: { ann: { name: user } },
    aws_iam_role: {
      admin: { name: 'admin', assume_role_policy: typeof principal === 'string' ? principal : trusts(principal) },
      two: { name: 'two', assume_role_policy: trusts({ Service: 'ec2.amazonaws.com' }) },
    },
    aws_iam_role_policy: { admin: { role: 'admin', name: 'all', policy: all } },
  });
  return Object.fromEntries(escalationsOf(Inquiry.of(universe)).map((one) => [one.actor.key, escalationText(one)]));
}

const ASSUMES = 'assumes dev:aws_iam_role.admin (sts:AssumeRole)';
const [ann, two] = ['dev:aws_iam_user.ann', 'dev:aws_iam_role.two'];

describe('whoever has no policy assumes a role whose trust names', () => {
  it.each<[string, object, Readonly<Record<string, string>>]>([
    ['the user', { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` }, { [ann]: ASSUMES }],
    ['another user', { AWS: `arn:aws:iam::${ACCOUNT}:user/ben` }, {}],
    ['the account, which isn’t enough', { AWS: ACCOUNT }, {}],
    ['one session of a role, perhaps', { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/two/s` }, { [two]: `perhaps ${ASSUMES}` }],
    [
      'a session of each of two roles, one of which there is, perhaps',
      { AWS: [`arn:aws:sts::${ACCOUNT}:assumed-role/three/s`, `arn:aws:sts::${ACCOUNT}:assumed-role/two/s`] },
      { [two]: `perhaps ${ASSUMES}` },
    ],
    ['one session of another role', { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/three/s` }, {}],
    ['everybody', { AWS: '*' }, { [ann]: ASSUMES, [two]: ASSUMES }],
    [
      'a user of a name that isn’t told, perhaps',
      { AWS: `arn:aws:iam::${ACCOUNT}:user/\${aws_iam_user_x.a.b}` },
      { [ann]: `perhaps ${ASSUMES}` },
    ],
  ])('%s', (_whom, principal, wanted) => {
    expect(found(principal)).toEqual(wanted);
  });

  it.each([`arn:aws:iam::${ACCOUNT}:user/ann`, 'arn:aws:iam::${aws_x.a.b}:user/ann', '${aws_x.a.b}'])(
    'a user who perhaps is called so: %s',
    (named) => {
      expect(found({ AWS: named }, '${aws_x.a.name}')).toMatchObject({ [ann]: `perhaps ${ASSUMES}` });
    },
  );

  it('no user of another account, whatever name is told', () => {
    expect(found({ AWS: 'arn:aws:iam::222222222222:user/ann' }, '${aws_x.a.name}')).toEqual({});
  });

  it('somebody else, in a policy that AWS would refuse, perhaps: its statements can’t be relied on', () => {
    const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ben` } };
    const refused = JSON.stringify({ Version: '2012-10-17', Statement: [statement], Rules: [] });

    expect(found(refused)).toEqual({ [ann]: `perhaps ${ASSUMES}`, [two]: `perhaps ${ASSUMES}` });
  });

  it('nobody knows whom, perhaps', () => {
    expect(found('${aws_ssm_parameter.trust.value}')).toEqual({ [ann]: `perhaps ${ASSUMES}`, [two]: `perhaps ${ASSUMES}` });
  });
});
