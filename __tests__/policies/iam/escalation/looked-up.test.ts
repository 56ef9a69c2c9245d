import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { readShown } from '../../../../policies/model/shown';
import type { Json } from '../../../../policies/model/universe';
import { type Document, documentsOf } from '../../universe';
import { ACCOUNT, policyOf } from '../inquiry/organization';
import { adminOf, may, type StatementJson } from './world';

interface Told {
  readonly mode?: 'managed' | 'data';
  readonly values: Readonly<Record<string, unknown>>;
}

/** How ann comes by all rights, who may do this, as a state tells it, beside other resources by `<type>.<name>`. */
function found(own: StatementJson, others: Readonly<Record<string, Told>>): readonly string[] {
  const ann = {
    'aws_iam_user.ann': { values: { name: 'ann', arn: `arn:aws:iam::${ACCOUNT}:user/ann` } },
    'aws_iam_user_policy.ann': { values: { user: 'ann', name: 'a', policy: policyOf(own) } },
  };
  const resources = Object.entries<Told>({ ...ann, ...others }).map(([address, { mode = 'managed', values }]) => {
    const [type = '', name = ''] = address.split('.');
    return { address: mode === 'data' ? `data.${address}` : address, mode, type, name, values };
  });
  const state = JSON.parse(JSON.stringify({ format_version: '1.0', values: { root_module: { resources } } })) as Json;
  return escalationsOf(Inquiry.of({ stacks: [readShown('state', state)] })).map(escalationText);
}

describe('a policy that a data source looks up', () => {
  /** How ann comes by all rights, who has this policy besides one that lets her do something. */
  function waysBy(action: string, looked: object, more: object = {}): readonly string[] {
    const document = {
      terraform: { backend: { local: { path: 'x' } } },
      provider: { aws: { region: 'eu-west-1', allowed_account_ids: [ACCOUNT] } },
      data: { aws_iam_policy: { looked } },
      resource: {
        aws_iam_user: { ann: { name: 'ann', ...more } },
        aws_iam_user_policy: { ann: { user: 'ann', name: 'a', policy: policyOf(may(action)) } },
        aws_iam_user_policy_attachment: { ann: { user: 'ann', policy_arn: LOOKED } },
      },
    };
    const stacks = documentsOf({ dev: JSON.parse(JSON.stringify(document)) as Document });
    return escalationsOf(Inquiry.of({ stacks })).map(escalationText);
  }
  const LOOKED = '${data.aws_iam_policy.looked.arn}';
  const ATTACHES = 'perhaps attaches any policy to itself (iam:AttachUserPolicy)';

  it.each([
    ['by its ARN', { arn: `arn:aws:iam::${ACCOUNT}:policy/looked` }],
    ['by the ARN of one of AWS’s own', { arn: 'arn:aws:iam::aws:policy/looked' }],
    ['by its name', { name: 'looked' }],
  ])('%s, and whose text isn’t told, may allow and deny anything, be it attached or a boundary', (_how, looked) => {
    const limit = { permissions_boundary: LOOKED };
    expect([waysBy('iam:CreatePolicyVersion', looked), waysBy('iam:AttachUserPolicy', looked, limit)]).toEqual([
      [ATTACHES],
      [ATTACHES],
    ]);
  });
});

it('a function that a data source looks up works with its role, too', () => {
  const { aws_iam_role, aws_iam_role_policy } = adminOf('lambda');
  const role = `arn:aws:iam::${ACCOUNT}:role/admin`;
  const world: Readonly<Record<string, Told>> = {
    'aws_iam_role.admin': { values: { ...aws_iam_role?.admin, arn: role } },
    'aws_iam_role_policy.admin': { values: { ...aws_iam_role_policy?.admin } },
    'aws_lambda_function.api': {
      mode: 'data',
      values: { function_name: 'api', role, arn: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:api` },
    },
  };

  expect(found(may('lambda:UpdateFunctionCode'), world)).toEqual([
    'puts code of its own into a function that works with state:aws_iam_role.admin, state:data.aws_lambda_function.api, (lambda:UpdateFunctionCode)',
  ]);
});
