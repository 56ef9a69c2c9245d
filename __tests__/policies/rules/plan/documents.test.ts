import { readShown } from '../../../../policies/model/shown';
import type { Json } from '../../../../policies/model/universe';
import { plan } from '../../../../policies/packs/areas/plan';

type JsonObject = Readonly<Record<string, Json>>;

const DOCUMENT = 'data.aws_iam_policy_document.x';
const TEXT = { references: [`${DOCUMENT}.json`, DOCUMENT] };

/** One resource whose policy is the text of a document with these statements, which is read during the apply. */
function planned(type: string, argument: string, statements: readonly JsonObject[], marks: Json, before?: string): Json {
  const x = { mode: 'managed', type, name: 'x', address: `${type}.x` };
  const document = { mode: 'data', type: 'aws_iam_policy_document', name: 'x', address: DOCUMENT };
  const own = {
    actions: before === undefined ? ['create'] : ['update'],
    before: before === undefined ? null : { [argument]: before },
  };
  const values = { statement: statements };
  return {
    format_version: '1.2',
    planned_values: { root_module: { resources: [{ ...x, values: {} }] } },
    prior_state: { values: { root_module: { resources: [{ ...document, values }] } } },
    resource_changes: [
      { ...x, change: { ...own, after: {}, after_unknown: { [argument]: true } } },
      { ...document, change: { actions: ['read'], after: values, after_unknown: { statement: marks, json: true } } },
    ],
    configuration: {
      root_module: {
        resources: [
          { address: x.address, provider_config_key: 'aws', expressions: { [argument]: TEXT } },
          { address: DOCUMENT, provider_config_key: 'aws', expressions: { statement: [{}] } },
        ],
      },
    },
  };
}

function verdictsOn(json: Json): readonly string[] {
  const universe = { stacks: [readShown('plan', json)] };
  return plan.flatMap(({ rule }) => rule.judge(universe)).map(({ rule, verdict }) => `${rule} ${verdict}`);
}

const policy = (statement: JsonObject, marks: JsonObject = {}): Json => planned('aws_iam_policy', 'policy', [statement], [marks]);

describe('a policy whose text a document is', () => {
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    [
      'some actions on what only the apply tells allow not everything',
      { actions: ['logs:PutLogEvents'] },
      { resources: [true] },
      [],
    ],
    ['every action on everything is everything', { actions: ['*'], resources: ['*'] }, {}, ['plan/administrators violated']],
    [
      'every action on what only the apply tells may be everything',
      { actions: ['*'], resources: [null] },
      { resources: [true] },
      ['plan/administrators unknown'],
    ],
    [
      'actions that only the apply tells may be every one',
      { actions: [null], resources: ['*'] },
      { actions: [true] },
      ['plan/administrators unknown'],
    ],
    ['every action on one bucket is not everything', { actions: ['*'], resources: ['arn:aws:s3:::a'] }, {}, []],
    ['what is denied is not allowed', { effect: 'Deny', actions: ['*'], resources: ['*'] }, {}, []],
  ])('%s', (_title, statement, marks, verdicts) => {
    expect(verdictsOn(policy(statement, marks))).toEqual(verdicts);
  });

  test('every statement may be generated: then nothing is told of it', () => {
    expect(verdictsOn(planned('aws_iam_policy', 'policy', [], true))).toEqual(['plan/administrators unknown']);
  });

  test.each<[string, string, readonly string[]]>([
    ['names a service', 'ec2.amazonaws.com', []],
    ['names everybody', '*', ['plan/open-trust violated']],
  ])('a trust policy that %s', (_title, identifier, verdicts) => {
    const type = identifier === '*' ? 'AWS' : 'Service';
    const statement = { actions: ['sts:AssumeRole'], principals: [{ type, identifiers: [identifier] }] };

    expect(verdictsOn(planned('aws_iam_role', 'assume_role_policy', [statement], [{}]))).toEqual(verdicts);
  });
});

describe('a guardrail whose new text a document is', () => {
  const leave = { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: 'arn:aws:organizations::1:account/a' };
  const before = JSON.stringify({ Version: '2012-10-17', Statement: [leave] });
  const guardrail = (statement: JsonObject, marks: JsonObject): readonly string[] =>
    verdictsOn(planned('aws_organizations_policy', 'content', [statement], [marks], before));
  const deny = { effect: 'Deny', actions: [leave.Action] };

  test('keeps what is denied', () => {
    expect(guardrail({ ...deny, resources: [leave.Resource] }, {})).toEqual([]);
  });

  test('denies something else', () => {
    expect(guardrail({ ...deny, resources: ['*'] }, {})).toEqual(['plan/guardrails violated']);
  });

  test('may deny the same: only the apply tells on what', () => {
    expect(guardrail({ ...deny, resources: [null] }, { resources: [true] })).toEqual(['plan/guardrails unknown']);
  });
});
