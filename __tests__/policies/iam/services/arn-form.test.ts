import { fitsArnForm, filledForm, isArnLike } from '../../../../policies/iam/services/arn-form';
import { openText } from '../../../../policies/model/policy/policy-json';
import { Template, Unknown } from '../../../../policies/model/term';

const BUCKET = 'arn:${Partition}:s3:::${BucketName}';
const OBJECT = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}';
const KEY = 'arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}';
const USER = 'arn:${Partition}:iam::${Account}:user/${UserNameWithPath}';
const HIDDEN = new Unknown('known only after apply');

describe('a resource of a policy can be of a form', () => {
  it.each([
    [BUCKET, 'arn:aws:s3:::logs'],
    [BUCKET, '*'],
    [BUCKET, 'arn:aws:s3:::${aws:username}'],
    [KEY, 'arn:aws:kms:eu-west-1:111111111111:key/1'],
    [KEY, 'arn:aws-us-gov:kms:us-gov-west-1:111111111111:key/1'],
    [KEY, 'arn:aws-iso:kms:us-iso-east-1:111111111111:key/1'],
    [KEY, 'arn:aws-iso-b:kms:us-isob-east-1:111111111111:key/1'],
    [KEY, 'arn:aws-eusc:kms:eusc-de-east-1:111111111111:key/1'],
    [KEY, 'arn:aws:kms:eu-*:111111111111:key/?'],
    // A colon inside of a variable parts nothing.
    [KEY, '${aws:a}:${aws:b}:${aws:c}:${aws:d}:${aws:e}:key/1'],
    [OBJECT, 'arn:aws:s3:::logs//'],
    [USER, 'arn:aws:iam::aws:user/a'],
    [USER, 'arn:aws:iam::111111111111:user/ops/a'],
  ])('%s: %s', (form, resource) => {
    expect(fitsArnForm(resource, form)).toBe(true);
  });

  it.each([
    [BUCKET, 'arn:aws:s3:::'],
    [BUCKET, 'arn:aws:s3:::logs/a'],
    [BUCKET, 'arn:aws:s3::111111111111:logs'],
    [BUCKET, 'arn:aws:s3:logs'],
    [KEY, 'arn:aws:kms:eu-west-1:111111111111:key/1/2'],
    [KEY, 'arn:aws:kms:eu-west-1:111111111111:key/'],
    [KEY, 'arn:aws:kms:eu/*:111111111111:key/1'],
    [KEY, 'arn:aws:kms:eu-west-1:1/*:key/1'],
    [KEY, 'arn:aws/*:kms:eu-west-1:111111111111:key/1'],
    [KEY, 'arn:aws-it:kms:eu-west-1:111111111111:key/1'],
    [KEY, 'arn:xaws:kms:eu-west-1:111111111111:key/1'],
    [KEY, 'arn:awsx:kms:eu-west-1:111111111111:key/1'],
    [KEY, 'arn:aws-iso-x:kms:eu-west-1:111111111111:key/1'],
    [KEY, 'arn:aws:kms:exeus-west-1:111111111111:key/1'],
    [KEY, 'arn:aws:kms:eu-west-12:111111111111:key/1'],
    [KEY, 'arn:aws:kms:eu-west-a:111111111111:key/1'],
    [KEY, 'arn:aws:kms:eu-west-1:1111111111112:key/1'],
    [KEY, 'arn:aws:kms:eu-west-1:x111111111111:key/1'],
    [KEY, 'arn:aws:kms:eu-west-1:awsome:key/1'],
    [KEY, 'x:arn:aws:kms:eu-west-1:111111111111:key/1'],
  ])('%s: not %s', (form, resource) => {
    expect(fitsArnForm(resource, form)).toBe(false);
  });

  it('where only apply tells the rest, and not where what is told tells otherwise', () => {
    const inKeys = new Template(['arn:aws:kms:eu-west-1:111111111111:key/', HIDDEN]);

    expect(fitsArnForm(inKeys, KEY)).toBe(true);
    expect(fitsArnForm(inKeys, USER)).toBe(false);
    // Texts that differ by what isn't told, or by the account, are remembered as one.
    expect(fitsArnForm('arn:aws:kms:eu-west-1:111111111111:key/', KEY)).toBe(false);
    expect(fitsArnForm('arn:aws:iam::222222222222:user/a', USER)).toBe(true);
    expect(fitsArnForm('arn:aws:iam::22222222222:user/a', USER)).toBe(false);
    expect(fitsArnForm('arn:aws:kms:eu-west-1:111111111111:key/1', KEY)).toBe(true);
    expect(fitsArnForm('arn:aws:iam:eu-west-1:111111111111:key/1', KEY)).toBe(false);
  });
});

describe('a text can be an ARN', () => {
  it.each(['arn:aws:s3:::logs', 'arn:*', '*', 'arn:aws:iam::${aws:PrincipalAccount}:user/a', '${aws:a}', 'a*:s3:::logs'])(
    '%s',
    (text) => {
      expect(isArnLike(text)).toBe(true);
    },
  );

  it.each(['logs', 'arn', 'arn:aws:s3:logs', 'xarn:aws:s3:::logs', 'arn:aws:s3::logs'])('not %s', (text) => {
    expect(isArnLike(text)).toBe(false);
  });

  it('where only apply tells it, or the end of it', () => {
    expect(isArnLike(new Template([HIDDEN]))).toBe(true);
    expect(isArnLike(new Template(['arn:aws:s3:::', HIDDEN]))).toBe(true);
    expect(isArnLike(new Template(['logs-', HIDDEN]))).toBe(false);
  });
});

it('a form becomes an ARN by what is told of its places', () => {
  const arn = filledForm(KEY, { Partition: 'aws', Account: new Template([HIDDEN, '1']) }, new Unknown('any'));

  expect(openText(arn)).toBe('arn:aws:kms:<not known (any)>:<not known (known only after apply)>1:key/<not known (any)>');
});
