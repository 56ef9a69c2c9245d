import type { Policy } from '../../../../policies/model/policy/policy';
import { readPolicy } from '../../../../policies/model/policy/read-policy';
import { Reference, Template, type Term, Unknown } from '../../../../policies/model/term';

const bucket = new Reference([{ key: 'dev:aws_s3_bucket.logs', attribute: 'arn' }]);
const provider = new Reference([{ key: 'dev:aws_iam_openid_connect_provider.eks', attribute: 'url' }]);
const variable = new Unknown('it is set from outside: ${var.name}');

/** The policy that a text comes to. */
function read(term: Term): Policy {
  const policy = readPolicy(term);
  if (policy instanceof Unknown) throw new Error(policy.why);
  return policy;
}
/** Why nothing is known of it. */
function whyOf(term: Term | undefined): string {
  const policy = readPolicy(term);
  return policy instanceof Unknown ? policy.why : JSON.stringify(policy);
}
const faultsOf = (statement: object, more: object = {}): readonly string[] =>
  read(JSON.stringify({ Version: '2012-10-17', Statement: [statement], ...more })).faults;

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

describe('a policy as it is written', () => {
  it('has every element of every statement', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Id: 'logs',
      Statement: [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Principal: { AWS: ['111111111111', 'arn:aws:iam::222222222222:role/r'], Service: 'config.amazonaws.com' },
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::logs/${aws:username}',
          Condition: { Bool: { 'aws:SecureTransport': true }, NumericLessThan: { 's3:max-keys': [10, '20'] } },
        },
        { Effect: 'Deny', NotPrincipal: '*', NotAction: 's3:*', NotResource: ['a', 'b'] },
      ],
    });

    expect(read(text)).toEqual({
      version: '2012-10-17',
      faults: [],
      source: text,
      statements: [
        {
          index: 0,
          sid: 'Read',
          effect: 'Allow',
          principals: {
            except: false,
            items: [
              { kind: 'AWS', text: '111111111111' },
              { kind: 'AWS', text: 'arn:aws:iam::222222222222:role/r' },
              { kind: 'Service', text: 'config.amazonaws.com' },
            ],
          },
          actions: { except: false, items: ['s3:GetObject', 's3:ListBucket'] },
          resources: { except: false, items: ['arn:aws:s3:::logs/${aws:username}'] },
          conditions: [
            { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
            { operator: 'NumericLessThan', key: 's3:max-keys', values: ['10', '20'] },
          ],
        },
        {
          index: 1,
          effect: 'Deny',
          principals: { except: true, items: [{ kind: 'AWS', text: '*' }] },
          actions: { except: true, items: ['s3:*'] },
          resources: { except: true, items: ['a', 'b'] },
          conditions: [],
        },
      ],
    });
  });

  it('is of the old version where it does not say, and one statement needs no list', () => {
    const policy = read(JSON.stringify({ Statement: READ }));

    expect([policy.version, policy.statements.length, policy.faults]).toEqual(['2008-10-17', 1, []]);
  });

  it('names principals of four kinds', () => {
    const kinds = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
    const policy = read({ Statement: { ...READ, Principal: Object.fromEntries(kinds.map((kind) => [kind, 'x'])) } });

    expect(policy.statements[0]?.principals?.items).toEqual(kinds.map((kind) => ({ kind, text: 'x' })));
  });

  it('is read from an object too, which has no source', () => {
    const policy = read({ Version: '2012-10-17', Statement: [{ ...READ, Resource: bucket }] });

    expect(policy.statements[0]?.resources?.items).toEqual([new Template([bucket])]);
    expect(policy.source).toBeUndefined();
  });
});

describe('values in it that only apply tells', () => {
  const around = (before: string, hole: Reference | Unknown, after: string): Template => new Template([before, hole, after]);

  it.each([
    ['a whole text', '"', '"', [bucket]],
    ['the beginning of one', '"', '/*"', [bucket, '/*']],
    ['the end of one', '"arn:', '"', ['arn:', bucket]],
    ['beside escapes', '"a\\"\\u00e9', '\\n"', ['a"é', bucket, '\n']],
    ['one of a list', '["x", "', '/*"]', [bucket, '/*']],
  ])('are %s', (_where, before, after, parts) => {
    const text = around(`{"Statement":{"Effect":"Allow","Action":"*","Resource":${before}`, bucket, `${after}}}`);

    expect(read(text).statements[0]?.resources?.items.at(-1)).toEqual(new Template(parts));
    expect(read(text).source).toBeUndefined();
  });

  it('are told from letters that stand for nothing else', () => {
    const text = around('{"Statement":{"Effect":"Allow","Action":"*","Resource":"\uE000\\ue001', bucket, '\uE000"}}');

    expect(read(text).statements[0]?.resources?.items).toEqual([new Template(['\uE000\uE001', bucket, '\uE000'])]);
  });

  it('leave a key of a condition open', () => {
    const condition = '"Condition":{"StringEquals":{"';
    const text = around(`{"Statement":{"Effect":"Allow","Action":"*",${condition}`, provider, ':sub":"x"}}}}');

    expect(read(text).statements[0]?.conditions[0]?.key).toBe('<dev:aws_iam_openid_connect_provider.eks.url>:sub');
  });

  it.each([
    ['a list', '"Resource":', '', "a part of it that is no text isn't known: dev:aws_s3_bucket.logs.arn"],
    ['a statement', '"Resource":"*"},', ']}', "a part of it that is no text isn't known: dev:aws_s3_bucket.logs.arn"],
    ['an Effect', '"Effect":"', '"', 'Effect isn\'t known: "<dev:aws_s3_bucket.logs.arn>"'],
    ['a name', '"', '":"*"', "a key of the statement isn't known: <dev:aws_s3_bucket.logs.arn>"],
    ['an operator', '"Condition":{"', '":{}}', "a key of Condition isn't known: <dev:aws_s3_bucket.logs.arn>"],
    ['a kind', '"Principal":{"', '":"*"}', "a key of Principal isn't known: <dev:aws_s3_bucket.logs.arn>"],
  ])('make a policy unknown that has one as %s', (what, before, after, why) => {
    const effect = what === 'an Effect' ? '' : '"Effect":"Allow",';
    const text = around(`{"Statement":[{${effect}"Action":"*",${before}`, bucket, `${after}}]}`);

    expect(whyOf(text)).toBe(why);
  });

  it.each<[string, Term]>([
    ['Version', { Version: variable, Statement: READ }],
    ['Statement', { Statement: variable }],
    ['the statement', { Statement: [variable] }],
    ['Effect', { Statement: { ...READ, Effect: variable } }],
    ['Principal', { Statement: { ...READ, Principal: variable } }],
    ['Condition', { Statement: { ...READ, Condition: variable } }],
    ['Condition.Bool', { Statement: { ...READ, Condition: { Bool: variable } } }],
  ])('make a policy unknown that has one as %s', (place, document) => {
    expect(whyOf(document)).toBe(`${place} isn't known: not known (it is set from outside: \${var.name})`);
  });

  it('make it unknown where they may end the string and begin another', () => {
    const joined = new Unknown('the expression isn\'t evaluated: ${join("\\",\\"", var.arns)}');
    const before = '{"Statement":{"Effect":"Allow","Action":"*","Resource":["';

    expect(whyOf(around(before, joined, '"]}}'))).toBe(joined.why);
    expect(read(around(before, variable, '"]}}')).statements).toHaveLength(1);
  });

  it.each([
    [undefined, 'it has no text'],
    [null, 'it has no text'],
    [variable, 'it is set from outside: ${var.name}'],
    [bucket, 'known only after apply: dev:aws_s3_bucket.logs.arn'],
  ])('are all of it: %s', (term, why) => {
    expect(whyOf(term)).toBe(why);
  });
});

test('a kind of principals without any beside one that names some is none: modules write {"AWS":"…","Service":[]}', () => {
  const { statements, faults } = read({ Statement: { ...READ, Principal: { AWS: '111122223333', Service: [] } } });

  expect(statements[0]?.principals).toEqual({ except: false, items: [{ kind: 'AWS', text: '111122223333' }] });
  expect(faults).toEqual([]);
});

describe('faults', () => {
  it.each([
    [{ ...READ, Effect: 'allow' }, 'statement 1: Effect is neither Allow nor Deny, got "allow"'],
    [{ ...READ, Effect: undefined }, 'statement 1: it has no Effect'],
    [{ ...READ, Action: undefined }, 'statement 1: it has neither Action nor NotAction'],
    [{ ...READ, NotAction: 'x' }, 'statement 1: it has Action and NotAction'],
    [{ ...READ, NotResource: 'x' }, 'statement 1: it has Resource and NotResource'],
    [{ ...READ, Principal: '*', NotPrincipal: '*' }, 'statement 1: it has Principal and NotPrincipal'],
    [{ ...READ, Resources: 'x' }, 'statement 1: it has an element "Resources" that policies don\'t know'],
    [{ ...READ, Sid: 1 }, 'statement 1: Sid is no text, got 1'],
    [{ ...READ, Action: [] }, 'statement 1: Action is an empty list'],
    [{ ...READ, Resource: [1] }, 'statement 1: Resource holds what is no text, got 1'],
    [{ ...READ, Principal: 'x' }, 'statement 1: Principal is a text other than "*", got "x"'],
    [{ ...READ, Principal: { Aws: 'x' } }, 'statement 1: Principal has principals of kind "Aws"'],
    [{ ...READ, Principal: {} }, 'statement 1: Principal names nobody'],
    [{ ...READ, Principal: ['x'] }, 'statement 1: Principal is no object, got ["x"]'],
    [{ ...READ, Principal: { Service: [], AWS: [] } }, 'statement 1: Principal names nobody'],
    [{ ...READ, Condition: { StringIs: {} } }, 'statement 1: there is no condition operator "StringIs"'],
    [
      { ...READ, Condition: { 'ForSomeValues:StringEquals': {} } },
      'statement 1: there is no condition operator "ForSomeValues:StringEquals"',
    ],
    [{ ...READ, Condition: { NullIfExists: {} } }, 'statement 1: there is no condition operator "NullIfExists"'],
    [{ ...READ, Condition: { Bool: 'x' } }, 'statement 1: Condition.Bool is no object, got "x"'],
    [{ ...READ, Condition: { Bool: { 'a:b': [] } } }, 'statement 1: Condition.Bool.a:b is an empty list'],
    [
      { ...READ, Condition: { StringLike: { 'a:b': 'x', 'A:B': 'y' } } },
      'statement 1: a key stands twice under one operator: StringLike a:b',
    ],
  ])('%j', (statement, fault) => {
    expect(faultsOf(statement)).toEqual([fault]);
  });

  it.each([
    ['{', 'it is no JSON at line 1, column 2'],
    ['', 'it is no JSON at line 1, column 1'],
    ['{"Statement":{"Effect":"Allow","Effect":"Deny"}}', 'the key "Effect" stands twice in one object'],
    ['{"Statement":{"a":{"b":1},"\\u0061":2}}', 'the key "a" stands twice in one object'],
    ['{"Id":"}","Id":"{"}', 'the key "Id" stands twice in one object'],
    ['{"Statement":{"Condition":{"Bool":{"a:b":"x","a:b":"y"}}}}', 'the key "a:b" stands twice in one object'],
    ['{"Statement":[{"Sid":"Sid: {"},{"Sid":"x"}],"Id":"","Id":""}', 'the key "Id" stands twice in one object'],
    ['[]', 'the document is no object, got []'],
    ['{"Version":"2012-10-17","Statement":[]}', 'the policy has no statement'],
    ['{"Version":"2012-10-17"}', 'the policy has no statement'],
    ['{"Statement":["x"]}', 'statement 1: the statement is no object, got "x"'],
  ])('%s', (text, fault) => {
    const { faults, statements } = read(text);

    expect([faults, statements]).toEqual([[fault], []]);
  });

  it('stand beside what can be read', () => {
    const policy = read(JSON.stringify({ Version: '2012', Foo: 1, Statement: [{ ...READ, Effect: 'x' }, READ] }));

    expect(policy.faults).toEqual([
      'the policy has an element "Foo" that policies don\'t know',
      'Version is neither of the two that there are, got "2012"',
      'statement 1: Effect is neither Allow nor Deny, got "x"',
    ]);
    expect(policy.statements.map(({ index }) => index)).toEqual([1]);
  });
});
