import type { PlacedPolicy } from '../../../../policies/iam/policy-set';
import { readPolicy } from '../../../../policies/model/policy/read-policy';
import { said } from './asking';

describe('texts of resources that AWS does not define', () => {
  const on = (resource: string, version = '2012-10-17'): PlacedPolicy => ({
    name: 'on',
    policy: readPolicy(JSON.stringify({ Version: version, Statement: { Effect: 'Allow', Action: '*', Resource: resource } })),
  });
  const asking = (resource: string, version?: string): string => said({ identity: [on(resource, version)] });
  const NOT_KNOWN = "unknown by identity: whether statement 1 of on allows it isn't known: ";
  const ALLOWED = 'allowed by identity: statement 1 of on allows it';
  const NONE = "denied by identity: no policy of the caller's allows it";

  it.each([
    ['arn:aws:s3:${aws:PrincipalTag/x}::*', '2012-10-17', `${NOT_KNOWN}a resource has a variable before its fifth colon`],
    ['arn:aws:s3:${aws:PrincipalTag/x}::*', '2008-10-17', NONE],
    [
      'arn:aws:s3:::${aws:PrincipalTag/x}',
      '2012-10-17',
      `${NOT_KNOWN}whether the resource is "arn:aws:s3:::\${aws:PrincipalTag/x}" isn't known`,
    ],
    ['arn:*s/a', '2012-10-17', `${NOT_KNOWN}whether the resource is "arn:*s/a" isn't known`],
    ['arn:**s/*', '2012-10-17', `${NOT_KNOWN}whether the resource is "arn:**s/*" isn't known`],
    ['arn:*x/a', '2012-10-17', NONE],
    ['arn:*', '2012-10-17', ALLOWED],
    ['*', '2012-10-17', ALLOWED],
    ['a*s/a', '2012-10-17', ALLOWED],
    ['arn:aws:*3:::logs/a', '2012-10-17', ALLOWED],
  ])('%s of version %s', (resource, version, answer) => {
    expect(asking(resource, version)).toBe(answer);
  });

  it.each([
    [['a'], ALLOWED],
    [['b'], NONE],
    [['a', 'b'], `${NOT_KNOWN}whether the resource is "arn:aws:s3:::logs/\${aws:TagKeys}" isn't known`],
    [[], `${NOT_KNOWN}whether the resource is "arn:aws:s3:::logs/\${aws:TagKeys}" isn't known`],
  ])('a variable of a key whose values are %j', (values, answer) => {
    const context = new Map([['aws:tagkeys', values]]);

    expect(said({ identity: [on('arn:aws:s3:::logs/${aws:TagKeys}')] }, { context })).toBe(answer);
  });
});
