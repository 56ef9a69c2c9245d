import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { readShown } from '../../../../policies/model/shown';
import type { Json } from '../../../../policies/model/universe';

const SERVICE = { Service: 'ec2.amazonaws.com' };

function trusting(principal: Readonly<Record<string, string>>): string {
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

const textOf = (...statements: readonly Readonly<Record<string, Json>>[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const managed = (name: string, policy: string): readonly [string, Record<string, Json>, string] => [
  'aws_iam_policy',
  { name, arn: arnOf(name), policy },
  name,
];
const arnOf = (name: string): string => `arn:aws:iam::111111111111:policy/${name}`;

/** A plan of one role with one policy, and one without any: it tells no account, as nobody has asked AWS for it. */
function planOf(
  action: string | string[],
  trusted: Readonly<Record<string, string>>,
  more: Record<string, Json> = {},
  policies: readonly (readonly [string, Record<string, Json>, string])[] = [],
): Json {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
  const resource = (type: string, values: Record<string, Json>, name = 'one'): Json => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    values,
  });
  return {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          resource('aws_iam_role', { name: 'one', assume_role_policy: trusting(trusted), ...more }),
          resource('aws_iam_role', { name: 'two', assume_role_policy: trusting(SERVICE) }, 'two'),
          resource('aws_iam_role_policy', { name: 'one', role: 'one', policy }),
          ...policies.map(([type, values, name]) => resource(type, values, name)),
        ],
      },
    },
  };
}

function found(
  action: string | string[],
  trusted: Readonly<Record<string, string>> = SERVICE,
  more: Record<string, Json> = {},
  policies: Parameters<typeof planOf>[3] = [],
): readonly (readonly [string, boolean])[] {
  const universe = { stacks: [readShown('plan', planOf(action, trusted, more, policies))] };
  return escalationsOf(Inquiry.of(universe)).map((one) => [escalationText(one), one.certain] as const);
}

describe('in a plan that tells no account', () => {
  test('who may do everything needs no way to more', () => {
    expect(found('*')).toEqual([]);
  });

  test('who may attach policies to itself surely comes by all rights', () => {
    expect(found('iam:AttachRolePolicy')).toEqual([['attaches any policy to itself (iam:AttachRolePolicy)', true]]);
  });

  test('who may put a boundary without limits in the place of its own comes by all rights', () => {
    const put = { Effect: 'Allow', Action: 'iam:PutRolePermissionsBoundary', Resource: '*' };
    const wide = { ArnEquals: { 'iam:PermissionsBoundary': arnOf('wide') } };
    const limits = textOf({ Effect: 'Allow', Action: 'iam:AttachRolePolicy', Resource: '*' }, { ...put, Condition: wide });
    const ways = (...policies: Parameters<typeof managed>[]): ReturnType<typeof found> =>
      found(
        'iam:AttachRolePolicy',
        SERVICE,
        { permissions_boundary: arnOf('limit') },
        policies.map((each) => managed(...each)),
      );

    expect(ways(['limit', limits], ['wide', textOf({ Effect: 'Allow', Action: '*', Resource: '*' })])).toEqual([
      ['attaches any policy to itself (iam:AttachRolePolicy, iam:PutRolePermissionsBoundary)', true],
    ]);
    expect(ways(['limit', limits])).toEqual([]);
  });

  test('who may take its own boundary away surely comes by all rights, too', () => {
    const limited = { permissions_boundary: 'arn:aws:iam::aws:policy/IAMFullAccess' };
    expect(found(['iam:AttachRolePolicy', 'iam:DeleteRolePermissionsBoundary'], SERVICE, limited)).toEqual([
      ['attaches any policy to itself (iam:AttachRolePolicy, iam:DeleteRolePermissionsBoundary)', true],
    ]);
  });

  test('who is named by an ARN in full perhaps assumes the role', () => {
    expect(found('*', { AWS: 'arn:aws:iam::111111111111:role/two' })).toEqual([
      ['perhaps assumes plan:aws_iam_role.one (sts:AssumeRole)', false],
    ]);
  });

  test('who may only read has no way', () => {
    expect(found('s3:GetObject')).toEqual([]);
  });
});
