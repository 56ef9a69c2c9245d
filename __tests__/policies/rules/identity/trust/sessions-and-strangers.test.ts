import { readShown } from '../../../../../policies/model/shown';
import type { Json } from '../../../../../policies/model/universe';
import { noStrangers } from '../../../../../policies/rules/identity/trust/no-strangers';
import { sessionLength } from '../../../../../policies/rules/identity/trust/session-length';
import { linesOf } from '../../rule-fixture';
import { found } from '../found';
import { trust } from '../written';

describe('a session', () => {
  const of = (type: string, argument: string, value: Json): readonly string[] =>
    found(sessionLength, { [`${type}.x`]: { [argument]: value } });

  it('of a role may last 14400 s, and not 14401 s', () => {
    expect(of('aws_iam_role', 'max_session_duration', 14400)).toEqual([]);
    expect(of('aws_iam_role', 'max_session_duration', 14401)).toEqual(['violated aws_iam_role.x: max_session_duration is 14401']);
  });

  it('of a permission set may last PT4H, and not PT4H1S', () => {
    expect(of('aws_ssoadmin_permission_set', 'session_duration', 'PT4H')).toEqual([]);
    expect(of('aws_ssoadmin_permission_set', 'session_duration', 'PT239M60S')).toEqual([]);
    expect(of('aws_ssoadmin_permission_set', 'session_duration', 'PT4H1S')).toEqual([
      'violated aws_ssoadmin_permission_set.x: session_duration is "PT4H1S"',
    ]);
  });

  it('of no duration that can be read is unknown', () => {
    expect(of('aws_ssoadmin_permission_set', 'session_duration', '4h')).toEqual([
      'unknown aws_ssoadmin_permission_set.x: session_duration is "4h": it is no duration',
    ]);
  });
});

describe('an account that is not in the documents', () => {
  const role = (text: string): Readonly<Record<string, Json>> => ({ name: 'r', assume_role_policy: text });

  it('may be one of the organisation: unknown', () => {
    expect(found(noStrangers, { 'aws_iam_role.r': role(trust({ AWS: '999999999999' })) })).toEqual([
      'unknown aws_iam_role.r: "999999999999" may assume it without an external id, and whose account 999999999999 is isn\'t told',
    ]);
  });

  it.each<[string, Json]>([
    ['any external id', { StringLike: { 'sts:ExternalId': '*' } }],
    ['an external id that has to be there', { Null: { 'sts:ExternalId': 'false' } }],
    ['no external id', { Null: { 'sts:ExternalId': 'true' } }],
    ['an external id, if there is one', { StringEqualsIfExists: { 'sts:ExternalId': 'acme' } }],
    ['a login with MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
    ['a role of its own', { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::999999999999:role/x' } }],
  ])('is not named by %s', (_, condition) => {
    expect(found(noStrangers, { 'aws_iam_role.r': role(trust({ AWS: '999999999999' }, condition)) })).toHaveLength(1);
  });

  it('is a stranger where a state lists all accounts of the organisation, and none of those that it lists', () => {
    const resource = (type: string, name: string, values: Json): Json => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      schema_version: 0,
      values,
    });
    const state = readShown('dev', {
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            resource('aws_organizations_organization', 'o', { accounts: [{ id: '111111111111' }, { id: '222222222222' }] }),
            resource('aws_iam_role', 'vendor', { assume_role_policy: trust({ AWS: '999999999999' }) }),
            resource('aws_iam_role', 'own', { assume_role_policy: trust({ AWS: '222222222222' }) }),
          ],
        },
      },
    });

    expect(linesOf(noStrangers, { stacks: [state] })).toEqual([
      'violated aws_iam_role.vendor: "999999999999" may assume it without an external id, and account 999999999999 isn\'t in the organisation',
    ]);
  });
});
