import { Fn } from 'cdktf';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import fc from 'fast-check';

import { renderPolicy } from '../../../modules/core/policy/render-policy';
import type { Statement } from '../../../modules/core/policy/statement';
import { resourceName } from '../../../modules/core/resource-name';
import { define } from '../../../modules/terraform';
import { refusalOf } from '../../refusal';
import { documentOf, testStack } from '../../test-stack';

const READ: Statement = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::logs/*' };

describe('the form', () => {
  it('is one line with keys and lists sorted, a list of one as its text, statements by Sid', () => {
    const write: Statement = {
      Sid: 'Append',
      Resource: ['arn:aws:s3:::logs/*'],
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:GetObject', 's3:PutObject'],
    };

    expect(renderPolicy('managed', [READ, write])).toBe(
      '{"Statement":[{"Action":["s3:GetObject","s3:PutObject"],"Effect":"Allow","Resource":"arn:aws:s3:::logs/*","Sid":"Append"},' +
        '{"Action":"s3:GetObject","Effect":"Allow","Resource":"arn:aws:s3:::logs/*","Sid":"Read"}],"Version":"2012-10-17"}',
    );
  });

  it('escapes what Terraform would read as its own: ${ and %{', () => {
    expect(renderPolicy('managed', [{ ...READ, Resource: 'arn:aws:s3:::${aws:username}/%{x}' }])).toContain(
      'arn:aws:s3:::$${aws:username}/%%{x}',
    );
  });

  it('leaves statements of another author without Sid in their order', () => {
    const [a, b] = ['s3:PutObject', 's3:GetObject'].map((Action) => ({ Effect: 'Allow', Action, Resource: '*' }));

    expect(renderPolicy('managed', { Version: '2012-10-17', Statement: [a, b] })).toBe(
      '{"Statement":[{"Action":"s3:PutObject","Effect":"Allow","Resource":"*"},{"Action":"s3:GetObject","Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"}',
    );
  });

  it('writes true as "true", as IAM answers it', () => {
    const stated = { Statement: { ...READ, Condition: { Bool: { 'aws:SecureTransport': true } } } };

    expect(renderPolicy('managed', stated)).toContain('{"Bool":{"aws:SecureTransport":"true"}}');
  });

  it('carries a scalar token of an ARN through cdktf beside a variable of IAM', () => {
    const stack = testStack();
    const key = define(stack, KmsKey, resourceName('logs'), {});
    define(stack, IamPolicy, resourceName('own'), {
      policy: renderPolicy('managed', [
        { ...READ, Resource: ['arn:aws:s3:::home/${aws:username}/*', `${key.arn}/*`, 'arn:aws:s3:::all/*'] },
      ]),
    });

    expect(documentOf(stack).resource.aws_iam_policy?.own?.policy).toBe(
      '{"Statement":[{"Action":"s3:GetObject","Effect":"Allow","Resource":["arn:aws:s3:::all/*","arn:aws:s3:::home/$${aws:username}/*","${aws_kms_key.logs.arn}/*"],"Sid":"Read"}],"Version":"2012-10-17"}',
    );
  });
});

/** Law: the text doesn't depend on the order of statements, actions, resources, principals and keys in the source. */
it('is the same in every order of its parts', () => {
  const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}:[A-Z][a-z]{0,4}$/), { minLength: 1, maxLength: 4 });
  const statement = fc.record({ actions: texts, resources: texts, principals: texts });
  const statements = fc.uniqueArray(fc.record({ sid: fc.stringMatching(/^[A-Z][a-z]{0,6}$/), statement }), {
    selector: ({ sid }) => sid,
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(statements, (given) => {
      const plain = given.map(({ sid, statement: { actions, resources, principals } }) => ({
        Sid: sid,
        Effect: 'Allow' as const,
        Principal: { AWS: principals },
        Action: actions,
        Resource: resources,
      }));
      const turned = [...given].reverse().map(({ sid, statement: { actions, resources, principals } }) => ({
        Resource: [...resources].reverse(),
        Action: [...actions].reverse(),
        Principal: { AWS: [...principals].reverse() },
        Effect: 'Allow' as const,
        Sid: sid,
      }));
      expect(renderPolicy('bucket', turned)).toBe(renderPolicy('bucket', plain));
    }),
  );
});

/** Which token it was depends on how many came before. */
const withoutNumbers = (text: string): string => text.replaceAll(/TOKEN\.\d+/g, 'TOKEN.n');

describe('refuses', () => {
  const many = (count: number): Statement => ({ ...READ, Resource: [`arn:aws:s3:::${'x'.repeat(count)}`] });
  /** All of the policy but the letters that fill it up. */
  const frame = renderPolicy('managed', [many(0)]).length;

  it('a managed policy of 6145 characters, and takes one of 6144', () => {
    expect(renderPolicy('managed', [many(6144 - frame)])).toHaveLength(6144);
    expect(refusalOf(() => renderPolicy('managed', [many(6145 - frame)]))).toBe(
      'a managed policy has at most 6144 characters, got 6145; split it in two, or name resources by a pattern [LZ-POLICY-1]',
    );
  });

  it.each([
    ['user', 2048, 'attach a managed policy through a group'],
    ['group', 5120, 'attach a managed policy'],
    ['role', 10_240, 'attach a managed policy'],
    ['trust', 2048, 'name an organisation instead of accounts, or a path instead of roles'],
    ['bucket', 20_480, 'name an organisation instead of accounts, or a path instead of roles'],
    ['key', 32_768, 'name an organisation instead of accounts, or a path instead of roles'],
    ['topic', 30_720, 'name an organisation instead of accounts, or a path instead of roles'],
    ['endpoint', 20_480, 'split it in two, or name resources by a pattern'],
    ['service-control', 10_240, 'split it in two, or name resources by a pattern'],
    ['resource-control', 5120, 'split it in two, or name resources by a pattern'],
  ] as const)('a %s policy above %d characters', (kind, limit, remedy) => {
    expect(renderPolicy(kind, [many(limit - frame)])).toHaveLength(limit);
    expect(refusalOf(() => renderPolicy(kind, [many(limit + 1 - frame)]))).toBe(
      `a ${kind} policy has at most ${String(limit)} characters, got ${String(limit + 1)}; ${remedy} [LZ-POLICY-1]`,
    );
  });

  it('a policy that an ARN of 160 characters, once Terraform knows it, would make too long', () => {
    const key = define(testStack(), KmsKey, resourceName('logs'), {});
    const beside = (count: number): string => renderPolicy('managed', [{ ...READ, Resource: [key.arn, 'x'.repeat(count)] }]);
    const room = 6144 - 160 - (beside(0).length - key.arn.length);

    expect(beside(room)).toHaveLength(6144 - 160 + key.arn.length);
    expect(refusalOf(() => beside(room + 1))).toContain('got 6145; split it in two');
  });

  it('a Sid with a hyphen', () => {
    expect(refusalOf(() => renderPolicy('managed', [{ ...READ, Sid: 'read-logs' }]))).toBe(
      'a Sid is made of letters and digits, got "read-logs"; say in one word of letters and digits what the statement is for [LZ-POLICY-2]',
    );
  });

  it('two statements with one Sid', () => {
    expect(refusalOf(() => renderPolicy('managed', [READ, READ]))).toBe(
      'two statements have one Sid, got "Read"; give each statement its own: they are ordered by it [LZ-POLICY-3]',
    );
  });

  it('a list that only Terraform knows', () => {
    const Resource = Fn.tolist(['a']);

    expect(withoutNumbers(refusalOf(() => renderPolicy('managed', [{ ...READ, Resource }])))).toBe(
      'a list that only Terraform will know stands in Resource, got "#{TfToken[TOKEN.n]}"; name each ARN by itself: resource.arn, not a list of them [LZ-POLICY-4]',
    );
  });

  it('an action that only Terraform knows, beside every other mistake', () => {
    const Action = Fn.lower('S3:GETOBJECT');

    expect(withoutNumbers(refusalOf(() => renderPolicy('managed', [{ ...READ, Action, Sid: '' }]))).split('\n')).toEqual([
      'a Sid is made of letters and digits, got ""; say in one word of letters and digits what the statement is for [LZ-POLICY-2]',
      'a value that only Terraform will know stands in Action, got "${TfToken[TOKEN.n]}"; write a literal: only ARNs may be known later [LZ-POLICY-5]',
    ]);
  });
});
