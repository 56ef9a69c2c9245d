import { effectiveStatements } from '../../../../policies/rules/policy/effective-statements';
import { forAllValues } from '../../../../policies/rules/policy/for-all-values';
import { grammar } from '../../../../policies/rules/policy/grammar';
import { readable } from '../../../../policies/rules/policy/readable';
import { size } from '../../../../policies/rules/policy/size';
import { variablesVersion } from '../../../../policies/rules/policy/variables-version';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { managed, ofBucket, policyText, statement, type StatementJson } from './policy-documents';

const deny = (given: StatementJson = {}): StatementJson => ({
  Sid: 'D',
  Effect: 'Deny',
  Action: 's3:*',
  Resource: '*',
  ...given,
});

describe('policy/effective-statements', () => {
  it.each<[string, StatementJson]>([
    ['all of its actions on everything', deny()],
    ['the very same', deny({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' })],
    ['the same in another case', deny({ Action: 'S3:GETOBJECT', Resource: 'arn:aws:s3:::rep*' })],
  ])('finds an allow of which a deny takes %s', (_what, taking) => {
    expect(linesOf(effectiveStatements, managed(statement(), taking))).toEqual([
      'violated aws_iam_policy.p: policy, statement "S": it allows nothing: statement "D" denies all of it',
    ]);
  });

  it.each<[string, StatementJson]>([
    ['another action', deny({ Action: 's3:Put*' })],
    ['other objects', deny({ Resource: 'arn:aws:s3:::reports/a*' })],
    ['the bucket in another case', deny({ Resource: 'arn:aws:s3:::Reports/*' })],
    ['all but these', deny({ Resource: undefined, NotResource: 'arn:aws:s3:::reports/*' })],
    ['on a condition', deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
  ])('says nothing where the deny is for %s', (_what, taking) => {
    expect(linesOf(effectiveStatements, managed(statement(), taking))).toEqual([]);
  });

  it('compares whom both name', () => {
    const allow = statement({ Principal: { AWS: '111111111111' } });

    expect(linesOf(effectiveStatements, ofBucket(allow, deny({ Principal: { AWS: '222222222222' } })))).toEqual([]);
    expect(linesOf(effectiveStatements, ofBucket(allow, deny({ Principal: { Service: '*' } })))).toEqual([]);
    expect(linesOf(effectiveStatements, ofBucket(allow, deny({ Principal: '*' })))).toEqual([
      'violated aws_s3_bucket_policy.p: policy, statement "S": it allows nothing: statement "D" denies all of it',
    ]);
  });

  it.each<[StatementJson, string]>([
    [
      { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'AWS:securetransport': 'false' } },
      'Bool aws:SecureTransport and StringEquals AWS:securetransport ask for different values',
    ],
    [
      { NumericEquals: { 's3:max-keys': '10' }, NumericEqualsIfExists: { 's3:max-keys': '10.5' } },
      'NumericEquals s3:max-keys and NumericEqualsIfExists s3:max-keys ask for different values',
    ],
    [
      { Null: { 'aws:SourceVpce': 'true' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
      'Null aws:SourceVpce wants no such key, StringEquals aws:SourceVpce wants one',
    ],
  ])('finds conditions that never hold: %j', (condition, why) => {
    expect(linesOf(effectiveStatements, managed(statement({ Condition: condition })))).toEqual([
      `violated aws_iam_policy.p: policy, statement "S": it never holds: ${why}`,
    ]);
  });

  it.each<StatementJson>([
    { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' }, Null: { 'aws:SourceVpce': 'true' } },
    { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' }, BoolIfExists: { 'aws:SourceVpce': 'true' } },
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' }, 'ForAllValues:StringEquals': { 'aws:TagKeys': 'b' } },
    { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] }, StringLike: { 'aws:SourceVpce': 'vpce-*' } },
    { Bool: { 'aws:SecureTransport': 'true' }, BoolIfExists: { 'aws:SecureTransport': 'True' } },
    { NumericEquals: { 's3:max-keys': '10' }, NumericEqualsIfExists: { 's3:max-keys': '10.0' } },
    { DateEquals: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' }, DateEqualsIfExists: { 'aws:CurrentTime': '1767225600' } },
    { StringEquals: { 'aws:username': '${aws:PrincipalTag/name}' }, Bool: { 'aws:username': 'true' } },
  ])('says nothing of conditions that may hold: %j', (condition) => {
    expect(linesOf(effectiveStatements, managed(statement({ Condition: condition })))).toEqual([]);
  });
});

describe('policy/for-all-values', () => {
  const only = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } };

  it('finds an allow that every request without the key meets', () => {
    expect(linesOf(forAllValues, managed(statement({ Condition: only })))).toEqual([
      'violated aws_iam_policy.p: policy, statement "S": ForAllValues:StringEquals aws:TagKeys holds for every request without the key',
    ]);
  });

  it('says nothing of a deny, nor where the key has to be there', () => {
    const asked = { ...only, Null: { 'aws:tagkeys': 'false' } };

    expect(linesOf(forAllValues, managed(deny({ Condition: only }), statement({ Condition: asked })))).toEqual([]);
  });

  it.each([
    [{ ...only, 'ForAnyValue:StringLike': { 'aws:tagkeys': '*' } }, 0],
    [{ ...only, StringEqualsIfExists: { 'aws:TagKeys': 'team' } }, 1],
    [{ ...only, Null: { 'aws:TagKeys': ['true', 'false'] } }, 1],
  ])('takes another test for that only if it asks for the key: %j', (condition, found) => {
    expect(linesOf(forAllValues, managed(statement({ Condition: condition })))).toHaveLength(found);
  });
});

describe('policy/variables-version', () => {
  const own = statement({ Resource: 'arn:aws:s3:::reports/${aws:username}/*' });
  const inVersion = (version: string | undefined, ...statements: readonly StatementJson[]) =>
    universeOf({ 'aws_iam_policy.p': { name: 'p', policy: policyText(statements, version).replace('"Version":"none",', '') } });

  it.each(['none', '2008-10-17'])('finds a variable in version %s', (version) => {
    expect(linesOf(variablesVersion, inVersion(version, own))).toEqual([
      'violated aws_iam_policy.p: policy, statement "S": ${aws:username} is no variable in version 2008-10-17, but text that nothing matches',
    ]);
  });

  it('says nothing of 2012-10-17, nor of old policies without variables', () => {
    expect(linesOf(variablesVersion, inVersion('2012-10-17', own))).toEqual([]);
    expect(linesOf(variablesVersion, inVersion('2008-10-17', statement()))).toEqual([]);
  });
});

describe('policy/size', () => {
  /** A managed policy of exactly so many characters. */
  const ofLength = (length: number): string => {
    const rest = policyText([statement({ Resource: 'arn:aws:s3:::/*' })]).length;
    return policyText([statement({ Resource: `arn:aws:s3:::${'x'.repeat(length - rest)}/*` })]);
  };
  const policy = (text: string) => universeOf({ 'aws_iam_policy.p': { name: 'p', policy: text } });

  it('takes 6144 characters, and finds 6145', () => {
    expect(linesOf(size, policy(ofLength(6144)))).toEqual([]);
    expect(linesOf(size, policy(ofLength(6145)))).toEqual([
      'violated aws_iam_policy.p: policy has 6145 characters, and AWS takes 6144',
    ]);
  });

  it('counts no white space', () => {
    expect(linesOf(size, policy(JSON.stringify(JSON.parse(ofLength(6144)), null, 4)))).toEqual([]);
  });

  it('cannot tell where an ARN that only apply tells may be too much: 5984 and a reference are taken, 5985 not surely', () => {
    const withReference = (length: number): string => ofLength(length).replace('xx', 'xx${aws_s3_bucket.b.id}');

    expect(linesOf(size, policy(withReference(5984)))).toEqual([]);
    expect(linesOf(size, policy(withReference(5985)))).toEqual([
      'unknown aws_iam_policy.p: policy has 5985 to 6145 characters, and AWS takes 6144',
    ]);
  });

  it('counts all inline policies of one user together: 1024 and 1024 are taken, 1024 and 1025 not', () => {
    const inline = (last: number) =>
      universeOf({
        'aws_iam_user.u': { name: 'u' },
        'aws_iam_user_policy.a': { user: '${aws_iam_user.u.name}', policy: ofLength(1024) },
        'aws_iam_user_policy.b': { user: '${aws_iam_user.u.name}', policy: ofLength(last) },
        'aws_iam_user_policy.other': { user: 'somebody', policy: ofLength(1024) },
      });

    expect(linesOf(size, inline(1024))).toEqual([]);
    expect(linesOf(size, inline(1025))).toEqual([
      'violated aws_iam_user_policy.b: policy has 2049 characters, and AWS takes 2048, all inline policies of one user together',
    ]);
  });
});

describe('policy/grammar and policy/readable', () => {
  it('finds what is no policy', () => {
    expect(linesOf(grammar, managed({ Sid: 'S', Effect: 'Allow', Resource: '*' }))).toEqual([
      'violated aws_iam_policy.p: policy: statement 1: it has neither Action nor NotAction',
    ]);
  });

  it('finds what nobody can read, once', () => {
    const universe = universeOf({ 'aws_iam_policy.p': { name: 'p', policy: '${var.policy}' } });

    expect([...linesOf(grammar, universe), ...linesOf(readable, universe)]).toEqual([
      "violated aws_iam_policy.p: policy can't be read: it is set from outside: ${var.policy}",
    ]);
  });
});
