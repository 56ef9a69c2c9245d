import { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';

import type { Place } from '../../core/aws/arn';
import { addressPart, checkIamName } from '../../core/aws/iam-name';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import { renderPolicy } from '../../core/policy/render-policy';
import { resourceName, type ResourceName } from '../../core/resource-name';
import { define, placeOf, type PlaceProps, subjectOf } from '../../terraform';
import { type Bearer, type GroupBearer, readBearer, type RoleBearer } from './bearer';
import { type ParameterPolicyProps, readPolicy, writePolicy } from './access-statements';

/** What somebody may do with parameters. */
export type ParameterRight = 'read' | 'write';

/** Access of roles and groups to parameters of one account and Region. */
export interface ParameterAccessProps extends PlaceProps, Omit<ParameterPolicyProps, 'place'> {
  /** @default [read] */
  readonly rights?: readonly ParameterRight[];
  /** Roles of the account. @default [] */
  readonly roles?: readonly RoleBearer[];
  /** Groups of the account: users get rights by groups alone. @default [] */
  readonly groups?: readonly GroupBearer[];
  /** AWS's name of the policy. Changing it replaces the policy. @default - rights, paths, names and Region */
  readonly policyName?: string;
  /** The first part of the addresses of policy and attachments. @default - the construct's id */
  readonly resourceName?: ResourceName;
}

function nameOf({ region }: Place, rights: readonly string[], { paths = [], names = [] }: ParameterAccessProps): string {
  const what = [...paths.map(String), ...names].sort().map((text) => text.slice(1).replaceAll('/', '-'));
  return [...[...rights].sort(), ...what, region].join('-');
}

/** A managed policy about parameters, attached to roles and groups. */
export class ParameterAccess extends Construct {
  /** The underlying policy. */
  readonly resource: IamPolicy;

  /** @throws InputError LZ-PARAM-1 to LZ-PARAM-5, LZ-PARAM-24, LZ-PARAM-25, LZ-ARN-3, LZ-ARN-4, LZ-IAM-1, LZ-POLICY-1, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: ParameterAccessProps) {
    super(scope, id);
    const { rights = ['read'], roles = [], groups = [] } = props;
    const subject = subjectOf(scope, id, 'ParameterAccess');
    const place = placeOf(scope, subject, props);
    const policyName = props.policyName ?? nameOf(place, rights, props);
    const problems = new ProblemList();
    const read = (kind: 'role' | 'group', given: readonly (RoleBearer | GroupBearer)[]): Bearer[] =>
      given.flatMap((bearer) => problems.attempt(subject, () => readBearer(kind, bearer)) ?? []);
    const bearers = { roles: read('role', roles), groups: read('group', groups) };
    problems.attempt(subject, () => checkIamName('policy', policyName));
    problems.attempt(subject, () => this.#refuseNobody(props));
    const policy = problems.attempt(subject, () => this.#policy(place, rights, props));
    problems.throwIfAny();
    if (policy === undefined) throw new Error(`${subject} has no policy`);
    const name = props.resourceName ?? resourceName(id);
    // A managed policy's description can't be changed, so it says nothing that could.
    this.resource = define(this, IamPolicy, name, { name: policyName, description: 'Managed by Terraform.', policy });
    for (const role of bearers.roles) {
      define(this, IamRolePolicyAttachment, resourceName(name, 'role', addressPart(role.name)), {
        role: role.reference,
        policyArn: this.resource.arn,
      });
    }
    for (const group of bearers.groups) {
      define(this, IamGroupPolicyAttachment, resourceName(name, 'group', addressPart(group.name)), {
        group: group.reference,
        policyArn: this.resource.arn,
      });
    }
  }

  #refuseNobody({ rights, roles = [], groups = [] }: ParameterAccessProps): void {
    if (roles.length + groups.length > 0 && rights?.length !== 0) return;
    const remedy = 'name roles or groups, and what they may do';
    throw InputError.of({ problem: 'access for nobody', got: asWritten([]), remedy, code: 'LZ-PARAM-25' });
  }

  #policy(place: Place, rights: readonly ParameterRight[], props: ParameterAccessProps): string {
    const about = { ...props, place };
    const statements = [
      ...(rights.includes('read') ? readPolicy(about) : []),
      ...(rights.includes('write') ? writePolicy(about) : []),
    ];
    return renderPolicy('managed', statements);
  }
}
