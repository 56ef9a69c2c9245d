import { bucketArn, iamArn, isAccountId, readPrincipal, regionalArn } from '../../../modules/core/aws/arn';
import { refusalOf } from '../../refusal';

const ID = '111111111111';

test('ARNs carry the partition of their Region', () => {
  expect(iamArn({ accountId: ID, region: 'cn-north-1' }, 'role/deploy')).toBe(`arn:aws-cn:iam::${ID}:role/deploy`);
  expect(regionalArn({ accountId: ID, region: 'us-gov-west-1' }, 'kms', 'key/*')).toBe(
    `arn:aws-us-gov:kms:us-gov-west-1:${ID}:key/*`,
  );
  expect([bucketArn('eu-west-1', 'logs'), bucketArn('eu-west-1', 'logs', '*')]).toEqual([
    'arn:aws:s3:::logs',
    'arn:aws:s3:::logs/*',
  ]);
});

test('an account id has twelve digits', () => {
  expect([ID, '11111111111', `${ID}1`].map(isAccountId)).toEqual([true, false, false]);
});

test.each([
  [ID, `arn:aws:iam::${ID}:root`],
  [`arn:aws:iam::${ID}:root`, `arn:aws:iam::${ID}:root`],
  [`arn:aws:iam::${ID}:role/service/deploy`, `arn:aws:iam::${ID}:role/service/deploy`],
  [`arn:aws:iam::${ID}:user/alice`, `arn:aws:iam::${ID}:user/alice`],
  [`arn:aws:sts::${ID}:assumed-role/deploy/alice@example.com`, `arn:aws:sts::${ID}:assumed-role/deploy/alice@example.com`],
])('%s is a principal of its account', (text, arn) => {
  expect(readPrincipal(text, 'eu-west-1')).toEqual({ arn, accountId: ID });
});

test('of a role that only Terraform will know nobody can tell the account', () => {
  expect(readPrincipal('${TfToken[TOKEN.1]}', 'eu-west-1')).toEqual({ arn: '${TfToken[TOKEN.1]}' });
});

const REMEDY =
  'name an account by its twelve digits, or a role or user by its ARN, such as arn:aws:iam::111111111111:role/deploy';

test.each(['deploy', '1111-1111-1111', `arn:aws:iam::${ID}:group/all`, `arn:aws:iam::${ID}:role/`, 'arn:aws:s3:::logs'])(
  'refuses %s, which names no principal',
  (text) => {
    expect(refusalOf(() => readPrincipal(text, 'eu-west-1'))).toBe(
      `this names no principal, got "${text}"; ${REMEDY} [LZ-ARN-1]`,
    );
  },
);

test.each(['*', `arn:aws:iam::${ID}:role/*`])('refuses %s, which names many', (text) => {
  expect(refusalOf(() => readPrincipal(text, 'eu-west-1'))).toBe(
    `a principal is one role, user or account, got "${text}"; ${REMEDY} [LZ-ARN-2]`,
  );
});
