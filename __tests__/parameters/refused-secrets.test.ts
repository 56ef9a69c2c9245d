import { App, TerraformStack } from 'cdktf';

import { SecretParameter, type SecretParameterProps } from '../../modules/parameters';
import { refusalOf } from '../refusal';
import { testStack } from '../test-stack';

const NAME = '/acme/prod/shop/password';
const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/0a1b';
const SUBJECT = 'SecretParameter "shop-eu-west-1-network/password"';

const refused = (props: Partial<SecretParameterProps>): string =>
  refusalOf(() => new SecretParameter(testStack(), 'password', { name: NAME, keyArn: KEY, ...props }));

describe('a refused secret', () => {
  const remedy =
    'write it like "arn:aws:kms:eu-west-1:111111111111:key/…": an alias is another key, or none, in another account [LZ-ARN-3]';

  it.each<[string, Partial<SecretParameterProps>, string]>([
    ['no key', { keyArn: undefined as unknown as string }, `this is not a KMS key's ARN, got undefined; ${remedy}`],
    ['an empty key', { keyArn: '' }, `this is not a KMS key's ARN, got ""; ${remedy}`],
    ["AWS's own key", { keyArn: 'alias/aws/ssm' }, `this is not a KMS key's ARN, got "alias/aws/ssm"; ${remedy}`],
    [
      'a key of another Region',
      { keyArn: KEY.replace('eu-west-1', 'eu-west-2') },
      'what stands in eu-west-1 is encrypted by a key of eu-west-1, got "arn:aws:kms:eu-west-2:111111111111:key/0a1b"; use a key of eu-west-1, or a replica there of a multi-Region key [LZ-ARN-4]',
    ],
    [
      'a variable of a wrong form',
      { variable: 'shop-password' },
      'a variable\'s name is made of small letters, digits and _, and is no word of Terraform\'s own, got "shop-password"; name it like "database_password" [LZ-PARAM-19]',
    ],
    [
      "a variable that is Terraform's own word",
      { variable: 'version' },
      'a variable\'s name is made of small letters, digits and _, and is no word of Terraform\'s own, got "version"; name it like "database_password" [LZ-PARAM-19]',
    ],
    [
      'two ways to its value',
      { variable: 'password', copyOf: { value: '${ephemeral.aws_ssm_parameter.other.value}' } },
      'the value comes by a variable and as a copy, got both; give one of the two [LZ-PARAM-21]',
    ],
    [
      'a version of a value from outside',
      { valueVersion: 2 },
      'nothing is written again, since the value is put from outside, got 2; leave valueVersion out, or give variable or copyOf [LZ-PARAM-22]',
    ],
    [
      'version 0',
      { variable: 'password', valueVersion: 0 },
      'valueVersion counts from 1, got 0; raise it by one to write the value again [LZ-PARAM-22]',
    ],
    [
      'version 1.5',
      { variable: 'password', valueVersion: 1.5 },
      'valueVersion counts from 1, got 1.5; raise it by one to write the value again [LZ-PARAM-22]',
    ],
    [
      'a reserved name',
      { name: '/ssm/password' },
      'AWS keeps names that begin with "ssm" for itself, got "/ssm/password"; begin with another word [LZ-PARAM-6]',
    ],
    [
      'a description of 1025 characters',
      { description: 'x'.repeat(1025) },
      "a parameter's description has at most 1024 characters, got 1025 characters; shorten it [LZ-PARAM-17]",
    ],
  ])('has %s', (_, props, message) => {
    expect(refused(props)).toBe(`${SUBJECT}: ${message}`);
  });

  it('has the variable of another one', () => {
    const stack = testStack();
    new SecretParameter(stack, 'token', { name: '/acme/token', keyArn: KEY, variable: 'password' });
    expect(refusalOf(() => new SecretParameter(stack, 'password', { name: NAME, keyArn: KEY, variable: 'password' }))).toBe(
      `${SUBJECT}: another secret of the stack has this variable, got "password"; give each secret a variable of its own [LZ-PARAM-20]`,
    );
  });

  it('is told all its mistakes at once', () => {
    expect(refused({ name: '/acme/a b', keyArn: '', variable: 'A', valueVersion: -1 }).match(/LZ-[A-Z]+-\d+/g)).toEqual([
      'LZ-PARAM-2',
      'LZ-ARN-3',
      'LZ-PARAM-19',
      'LZ-PARAM-22',
    ]);
  });

  it('stands in a stack that has no place', () => {
    const stack = new TerraformStack(new App(), 'mine');
    expect(refusalOf(() => new SecretParameter(stack, 'password', { name: NAME, keyArn: KEY }))).toBe(
      'SecretParameter "mine/password": region or accountId is missing; give both, or make it in an AccountStack [LZ-STACK-6]',
    );
  });
});
