import type { Policy } from '../../../../policies/model/policy/policy';
import { readPolicyData } from '../../../../policies/model/policy/read-policy-data';
import { Reference, Template, type Term, Unknown } from '../../../../policies/model/term';
import { universeOf } from '../../universe';

type Body = Readonly<Record<string, Term>>;

const bucket = new Reference([{ key: 'dev:aws_s3_bucket.logs', attribute: 'arn' }]);
const other = new Reference([{ key: 'dev:data.aws_iam_policy_document.base', attribute: 'json' }]);

function read(body: Body, given?: (term: Term) => Policy | Unknown): Policy {
  const policy = readPolicyData(body, given);
  if (policy instanceof Unknown) throw new Error(policy.why);
  return policy;
}
function whyOf(body: Body): string {
  const policy = readPolicyData(body);
  return policy instanceof Unknown ? policy.why : JSON.stringify(policy);
}
const sidsOf = ({ statements }: Policy): readonly string[] =>
  statements.map(({ sid = '-', effect, index }) => `${String(index)} ${sid} ${effect}`);
const json = (...statements: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const said = (sid: string, effect: string): object => ({ Sid: sid, Effect: effect, Action: '*', Resource: '*' });
const block = (sid: string, effect: string): Body => ({ sid, effect, actions: ['*'], resources: ['*'] });

describe('a data source that puts a policy together', () => {
  it('says all that its blocks say, with &{…} as a variable of IAM', () => {
    const body = {
      statement: [
        {
          sid: 'Own',
          actions: ['s3:GetObject'],
          resources: [bucket, new Template([bucket, '/&{aws:username}/*'])],
          principals: [
            { type: 'AWS', identifiers: ['111111111111'] },
            { type: 'Service', identifiers: ['config.amazonaws.com'] },
          ],
          condition: [{ test: 'StringLike', variable: 's3:prefix', values: ['&{aws:username}/*', ''] }],
        },
        {
          effect: 'Deny',
          not_actions: ['iam:*'],
          not_resources: ['a'],
          not_principals: [{ type: 'AWS', identifiers: ['x'] }],
        },
      ],
    };

    expect(read(body)).toEqual({
      version: '2012-10-17',
      faults: [],
      statements: [
        {
          index: 0,
          sid: 'Own',
          effect: 'Allow',
          principals: {
            except: false,
            items: [
              { kind: 'AWS', text: '111111111111' },
              { kind: 'Service', text: 'config.amazonaws.com' },
            ],
          },
          actions: { except: false, items: ['s3:GetObject'] },
          resources: { except: false, items: [new Template([bucket]), new Template([bucket, '/${aws:username}/*'])] },
          conditions: [{ operator: 'StringLike', key: 's3:prefix', values: ['${aws:username}/*', ''] }],
        },
        {
          index: 1,
          effect: 'Deny',
          principals: { except: true, items: [{ kind: 'AWS', text: 'x' }] },
          actions: { except: true, items: ['iam:*'] },
          resources: { except: true, items: ['a'] },
          conditions: [],
        },
      ],
    });
  });

  it('leaves out what plans and states spell as null, "" or []', () => {
    const bare = {
      sid: '',
      effect: null,
      not_actions: [],
      not_resources: null,
      principals: [],
      not_principals: [],
      condition: [],
    };
    const policy = read({ version: null, statement: [{ ...bare, actions: ['*'], resources: ['*'] }], policy_id: null });

    expect(policy).toEqual({
      version: '2012-10-17',
      faults: [],
      statements: [
        {
          index: 0,
          effect: 'Allow',
          actions: { except: false, items: ['*'] },
          resources: { except: false, items: ['*'] },
          conditions: [],
        },
      ],
    });
  });

  it('names everybody by the type *, and by * of the type AWS', () => {
    const naming = (type: string) => ({ ...block('a', 'Allow'), principals: { type, identifiers: ['*'] } });
    const everybody = { except: false, items: [{ kind: 'AWS', text: '*' }] };

    expect([naming('*'), naming('AWS')].map((statement) => read({ statement }).statements[0]?.principals)).toEqual([
      everybody,
      everybody,
    ]);
  });

  it('is what it came to, where a state tells that', () => {
    expect(sidsOf(read({ json: json(said('Told', 'Deny')), statement: [block('Written', 'Allow')] }))).toEqual(['0 Told Deny']);
  });

  it('has the blocks of its given documents, its own, and those that override, the later of one Sid instead of the earlier', () => {
    const body = {
      source_policy_documents: [json(said('A', 'Allow'), said('B', 'Allow'), { Effect: 'Deny', Action: 'x', Resource: '*' })],
      statement: [block('B', 'Deny'), block('C', 'Allow')],
      override_policy_documents: [json(said('C', 'Deny'), said('D', 'Allow'))],
    };

    expect(sidsOf(read(body))).toEqual(['0 A Allow', '1 B Deny', '2 - Deny', '3 C Deny', '4 D Allow']);
  });

  it('has the newest Version of its documents, and its own only where it has statements', () => {
    const old = JSON.stringify({ Version: '2008-10-17', Statement: [said('A', 'Allow')] });

    expect(read({ source_policy_documents: [old] }).version).toBe('2008-10-17');
    expect(read({ source_policy_documents: [old], statement: block('B', 'Deny') }).version).toBe('2012-10-17');
    expect(read({ version: '2008-10-17', statement: block('B', 'Deny') }).version).toBe('2008-10-17');
  });

  it('asks for the documents of other data sources', () => {
    const found = read({ source_policy_documents: [other] }, (term) =>
      term === other ? read({ statement: block('Base', 'Deny') }) : new Unknown('another'),
    );

    expect(sidsOf(found)).toEqual(['0 Base Deny']);
  });

  it('tells faults of its blocks and of its documents', () => {
    const faulty = { source_policy_documents: ['{'], statement: [{ effect: 'allow', actions: ['*'] }] };

    expect(read(faulty).faults).toEqual([
      'it is no JSON at line 1, column 2',
      'statement 1: Effect is neither Allow nor Deny, got "allow"',
    ]);
    expect(read({}).faults).toEqual(['the policy has no statement']);
  });

  it('reads on where texts of a list are not known, as texts of documents are: whom it names stands there all the same', () => {
    const open = new Unknown('a dynamic block');
    const principals = { type: 'AWS', identifiers: ['111122223333'] };
    const lists = { actions: open, resources: open, condition: { test: 'ArnLike', variable: 'aws:SourceArn', values: open } };

    expect(read({ statement: { principals, ...lists } }).statements).toMatchObject([
      {
        principals: { except: false, items: [{ kind: 'AWS', text: '111122223333' }] },
        actions: { except: false, items: [new Template([open])] },
        resources: { except: false, items: [new Template([open])] },
        conditions: [{ values: [new Template([open])] }],
      },
    ]);
    expect(read({ statement: { ...lists, principals: { type: 'Service', identifiers: open } } }).statements).toMatchObject([
      { principals: { items: [{ kind: 'Service', text: new Template([open]) }] } },
    ]);
  });

  it.each<[Body, string]>([
    [{ source_policy_documents: [other] }, 'known only after apply: dev:data.aws_iam_policy_document.base.json'],
    [{ statement: new Unknown('a dynamic block') }, "statement isn't known: not known (a dynamic block)"],
    [{ statement: [new Unknown('one')] }, "a statement block isn't known: not known (one)"],
    [{ statement: { actions: bucket } }, "actions isn't known: dev:aws_s3_bucket.logs.arn"],
    [{ statement: { principals: { type: bucket } } }, "the type of principals isn't known: dev:aws_s3_bucket.logs.arn"],
    [
      { statement: { condition: { test: 'Bool', variable: bucket } } },
      'what a condition compares isn\'t known: "Bool" of dev:aws_s3_bucket.logs.arn',
    ],
    [
      {
        statement: {
          condition: [
            { test: 'Bool', variable: 'a:b', values: ['x'] },
            { test: 'Bool', variable: 'a:b', values: ['y'] },
          ],
        },
      },
      'two conditions are about Bool of a:b',
    ],
    [
      { statement: block('A', 'Deny'), override_policy_documents: [json(said('x<dev:a.b.c>', 'Allow'))] },
      "a Sid isn't known: x<dev:a.b.c>",
    ],
  ])('is unknown where a part of its form is: %j', (body, why) => {
    expect(whyOf(body)).toBe(why);
  });

  it('overrides its first statement as any other, and a Sid that only apply tells where there is nothing to override', () => {
    expect(sidsOf(read({ statement: block('A', 'Allow'), override_json: json(said('A', 'Deny')) }))).toEqual(['0 A Deny']);
    expect(sidsOf(read({ statement: { ...block('A', 'Allow'), sid: bucket } }))).toEqual([
      '0 <dev:aws_s3_bucket.logs.arn> Allow',
    ]);
  });

  it('names everybody by the kind * alone, with nobody beside it', () => {
    const naming = (...principals: Body[]) => read({ statement: { ...block('a', 'Allow'), principals } });
    const everybody = { type: '*', identifiers: ['*'] };

    expect(naming({ type: '*', identifiers: ['*', '*'] }).faults).toEqual([]);
    for (const policy of [
      naming({ type: '*', identifiers: ['111111111111'] }),
      naming({ type: '*', identifiers: ['*', '111111111111'] }),
      naming(everybody, { type: 'Service', identifiers: ['config.amazonaws.com'] }),
    ]) {
      expect([policy.faults, policy.statements]).toEqual([['statement 1: Principal has principals of kind "*"'], []]);
    }
  });

  it('is unknown where what a condition compares by, or is about, is', () => {
    const condition = (test: Term, variable: Term) => whyOf({ statement: { condition: { test, variable, values: ['x'] } } });

    expect(condition(bucket, 'a:b')).toBe('what a condition compares isn\'t known: dev:aws_s3_bucket.logs.arn of "a:b"');
    expect(condition('Bool', bucket)).toBe('what a condition compares isn\'t known: "Bool" of dev:aws_s3_bucket.logs.arn');
  });

  it('is read as Terraform JSON has it', () => {
    const universe = universeOf({
      'aws_s3_bucket.logs': { bucket: 'logs' },
      'aws_probe.it': { statement: { actions: ['s3:*'], resources: ['${aws_s3_bucket.logs.arn}/*'] } },
    });
    const body = universe.stacks[0]?.resources.find(({ type }) => type === 'aws_probe')?.body ?? {};

    expect(read(body).statements[0]?.resources?.items).toEqual([new Template([bucket, '/*'])]);
  });
});
