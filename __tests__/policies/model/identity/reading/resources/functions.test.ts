import { identityFactsOf } from '../../../../../../policies/model/identity/reading';
import { readPolicy } from '../../../../../../policies/model/policy/read-policy';
import { Template } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, universeOf, unknown } from '../../../network/documents';
import { factsOf, held, policyShown, resourceAt, textShown } from '../../facts-text';

const ARN = 'arn:aws:lambda:eu-west-1:111111111111:function:rotate';
const FUNCTION = resource('aws_lambda_function.f', { function_name: 'rotate' });

function permit(name: string, body: ResourceFact['body']): ResourceFact {
  return resource(`aws_lambda_permission.${name}`, {
    action: 'lambda:InvokeFunction',
    principal: '*',
    statement_id: name,
    ...body,
  });
}

/** What each statement of the function's policy lets whom do to what, and why there may be more. */
function statementsOf(...facts: readonly ResourceFact[]): readonly string[] {
  const { policies, doubts } = resourceAt(factsOf([FUNCTION, ...facts]), 'aws_lambda_function.f');
  const shown = policies.flatMap(({ policy }) =>
    'statements' in policy
      ? policy.statements.map(({ sid, principals, actions, resources, conditions }) => {
          const whom = principals?.items.map(({ kind, text }) => `${kind} ${textShown(text)}`).join(', ') ?? '';
          const what = resources?.items.map(textShown).join() ?? '';
          const limits = conditions.map(({ operator, key, values }) => ` if ${operator} ${key} ${values.map(textShown).join()}`);
          return `${sid ?? ''}: ${whom} ${actions.items.map(textShown).join()} on ${what}${limits.join('')}`;
        })
      : [policyShown(policy)],
  );
  return [...shown, ...doubts.map(({ why }) => `? ${why}`)];
}

describe('a function has a statement of each permission', () => {
  it.each<[string, ResourceFact['body']]>([
    ['its name', { function_name: 'rotate' }],
    ['its ARN', { function_name: ARN }],
    ['a part of its ARN', { function_name: '111111111111:function:rotate' }],
    ['a reference to its name', { function_name: ref('aws_lambda_function.f.function_name') }],
    ['a reference to its ARN', { function_name: ref('aws_lambda_function.f.arn') }],
  ])('that names it by %s', (_how, body) => {
    expect(statementsOf(permit('a', body))).toEqual([`a: AWS * lambda:InvokeFunction on ${ARN}`]);
  });

  it.each<[string, ResourceFact['body']]>([
    ['its name and that', { function_name: 'rotate:live' }],
    ['an ARN that ends in that', { function_name: `${ARN}:live` }],
    ['a part of its ARN and that', { function_name: '111111111111:function:rotate:live' }],
    ['a reference and that', { function_name: new Template([ref('aws_lambda_function.f.arn'), ':live']) }],
    ['its name, and by that as the qualifier', { function_name: 'rotate', qualifier: 'live' }],
    ['an ARN that ends in that, and the qualifier', { function_name: `${ARN}:live`, qualifier: 'live' }],
  ])('of one of its aliases alone, which is named by %s', (_how, body) => {
    expect(statementsOf(permit('a', body))).toEqual([`a: AWS * lambda:InvokeFunction on ${ARN}:live`]);
  });

  it.each([
    ['other'],
    ['other:live'],
    ['222222222222:function:rotate'],
    ['arn:aws:lambda:eu-west-1:222222222222:function:rotate:live'],
    ['arn:aws:lambda:us-east-1:111111111111:function:rotate'],
  ])('but none of one that names another function, %s', (name) => {
    expect(statementsOf(permit('a', { function_name: name }))).toEqual([]);
  });

  it.each<[string, ResourceFact['body'][string], string]>([
    ['its name', new Template(['rotate:', unknown('set from outside')]), ''],
    ['a reference', new Template([ref('aws_lambda_function.f.arn'), ':v', unknown('set from outside')]), 'v'],
  ])('of an alias that is told in part, after %s', (_how, name, beginning) => {
    expect(statementsOf(permit('a', { function_name: name }))).toEqual([
      `a: AWS * lambda:InvokeFunction on ${ARN}:${beginning}<not known (set from outside)>`,
    ]);
  });

  it('that may be of it, whose own name only apply tells, by a name and an alias', () => {
    const facts = factsOf([
      resource('aws_lambda_function.f', { function_name: unknown('set from outside') }),
      permit('a', { function_name: 'rotate:live' }),
    ]);

    expect(held(resourceAt(facts, 'aws_lambda_function.f'))).toEqual([
      '? net:aws_lambda_permission.a may belong to it: it is "rotate"',
    ]);
  });

  it.each(['rotate', '111111111111:function:rotate'])('that may be of one in an account that is not told: %s', (name) => {
    const { accountId: _account, ...adrift } = permit('a', { function_name: name });

    expect(statementsOf({ ...adrift, stack: 'other', key: 'other:aws_lambda_permission.a' })).toEqual([
      '? other:aws_lambda_permission.a may belong to it: in which account "rotate" is meant isn\'t told',
    ]);
  });

  it.each<[string, ResourceFact['body'][string], string]>([
    ['a service', 'sns.amazonaws.com', 'Service sns.amazonaws.com'],
    ['a service of China', 'sns.amazonaws.com.cn', 'Service sns.amazonaws.com.cn'],
    ['a service of another domain', 'alexa-appkit.amazon.com', 'Service alexa-appkit.amazon.com'],
    ['an account', '222222222222', 'AWS 222222222222'],
    ['a role', 'arn:aws:iam::222222222222:role/sns.amazonaws.com', 'AWS arn:aws:iam::222222222222:role/sns.amazonaws.com'],
    ['everybody', '*', 'AWS *'],
    [
      'either, where it is told in part',
      new Template(['sns.', unknown('set from outside')]),
      'AWS sns.<not known (set from outside)>, Service sns.<not known (set from outside)>',
    ],
  ])('for %s', (_whom, principal, shown) => {
    expect(statementsOf(permit('a', { function_name: 'rotate', principal }))).toEqual([
      `a: ${shown} lambda:InvokeFunction on ${ARN}`,
    ]);
  });

  it.each([
    ['source_account', 'StringEquals AWS:SourceAccount'],
    ['source_arn', 'ArnLike AWS:SourceArn'],
    ['principal_org_id', 'StringEquals aws:PrincipalOrgID'],
    ['event_source_token', 'StringEquals lambda:EventSourceToken'],
    ['function_url_auth_type', 'StringEquals lambda:FunctionUrlAuthType'],
  ])('that %s limits: %s', (argument, condition) => {
    expect(statementsOf(permit('a', { function_name: 'rotate', [argument]: 'v' }))).toEqual([
      `a: AWS * lambda:InvokeFunction on ${ARN} if ${condition} v`,
    ]);
  });

  it.each<[string, ResourceFact['body'], string]>([
    [
      'to those that come by the URL of the function',
      { invoked_via_function_url: true },
      ' if Bool lambda:InvokedViaFunctionUrl true',
    ],
    ['not, where that is false', { invoked_via_function_url: false }, ''],
  ])('that limits invocations %s', (_what, body, limit) => {
    expect(statementsOf(permit('a', { function_name: 'rotate', ...body }))).toEqual([
      `a: AWS * lambda:InvokeFunction on ${ARN}${limit}`,
    ]);
  });

  it.each<[string, ResourceFact['body']]>([
    ['nobody', { principal: null }],
    ['no action', { action: null }],
  ])('that is not told where it names %s', (_what, body) => {
    expect(statementsOf(permit('a', { function_name: 'rotate', ...body }))).toEqual([
      '? net:aws_lambda_permission.a names nobody or no action',
    ]);
  });

  it('whose alias has a part that is not told, as the account of the function has', () => {
    const { accountId: _account, ...nowhere } = FUNCTION;
    const name = new Template([ref('aws_lambda_function.f.arn'), ':v', unknown('set from outside')]);
    const [own] = resourceAt(factsOf([nowhere, permit('a', { function_name: name })]), 'aws_lambda_function.f').policies;

    expect(own && 'statements' in own.policy ? own.policy.statements[0]?.resources?.items.map(textShown) : own).toEqual([
      'arn:aws:lambda:eu-west-1:<net:aws_lambda_function.f.account_id>:function:rotate:v<not known (set from outside)>',
    ]);
  });

  it('which is a policy of its own', () => {
    const [own] = resourceAt(factsOf([FUNCTION, permit('a', { function_name: 'rotate' })]), 'aws_lambda_function.f').policies;
    const statement = {
      Sid: 'a',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'lambda:InvokeFunction',
      Resource: ARN,
    };

    expect(own?.policy).toEqual(readPolicy({ Version: '2012-10-17', Statement: [statement] }));
  });

  it('none of which takes the place of another', () => {
    expect(statementsOf(permit('a', { function_name: 'rotate' }), permit('b', { function_name: 'rotate:live' }))).toEqual([
      `a: AWS * lambda:InvokeFunction on ${ARN}`,
      `b: AWS * lambda:InvokeFunction on ${ARN}:live`,
    ]);
  });
});

describe('a URL of a function', () => {
  const url = (type: ResourceFact['body'][string], more: ResourceFact['body'] = {}): ResourceFact =>
    resource('aws_lambda_function_url.u', { function_name: 'rotate', authorization_type: type, ...more });
  const open = 'FunctionURLAllowPublicAccess: AWS * lambda:InvokeFunctionUrl on';
  const limit = 'if StringEquals lambda:FunctionUrlAuthType NONE';

  it('that asks nobody who he is lets everybody in', () => {
    expect(statementsOf(url('NONE'))).toEqual([`${open} ${ARN} ${limit}`]);
    expect(statementsOf(url('NONE', { qualifier: 'live' }))).toEqual([`${open} ${ARN}:live ${limit}`]);
  });

  it('that asks lets in nobody, and may let in everybody where that is not told', () => {
    expect(statementsOf(url('AWS_IAM'))).toEqual([]);
    expect(statementsOf(url(unknown('set from outside')))).toEqual([
      "? whether net:aws_lambda_function_url.u lets everybody in isn't told",
    ]);
  });

  it('lets everybody in when a plan makes it, and perhaps once it is there: nothing shows that', () => {
    const [stack] = universeOf([FUNCTION, url('NONE')], 'plan').stacks;
    const made = { address: 'aws_lambda_function_url.u', type: 'aws_lambda_function_url', actions: ['create'], isDeposed: false };
    const shown = (changes: readonly (typeof made)[]): readonly string[] => {
      const facts = identityFactsOf({ stacks: stack === undefined ? [] : [{ ...stack, changes }] });
      return held(resourceAt(facts, 'aws_lambda_function.f'));
    };

    expect(shown([made])).toEqual([`inline aws_lambda_function_url.u: Allow lambda:InvokeFunctionUrl on ${ARN}`]);
    expect(shown([])).toEqual([
      "inline aws_lambda_function_url.u: ? whether net:aws_lambda_function_url.u still lets everybody in isn't told",
    ]);
  });
});
