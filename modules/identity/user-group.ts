import { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamUserGroupMembership } from '@cdktf/provider-aws/lib/iam-user-group-membership';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

import { ProblemList } from '../core/input-error';
import { renderPolicy } from '../core/policy/render-policy';
import type { Statement } from '../core/policy/statement';
import { resourceName, type ResourceName } from '../core/resource-name';
import { define, subjectOf } from '../terraform';
import { type GroupMember, type Member, readMembers } from './group-member';
import { addressPart, checkIamName, checkIamPath } from '../core/aws/iam-name';

/** A group of users and what it may do. */
export interface UserGroupProps {
  /** IAM's name of the group. */
  readonly name: string;
  /** IAM's path of the group and its policies. @default '/' */
  readonly path?: string;
  /** Its members; memberships of theirs in other groups stay as they are. @default [] */
  readonly users?: readonly GroupMember[];
  /** Managed policies by IAM's name, which is fixed: another name is another policy. @default {} */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
  /** The first part of the addresses of all that it makes. @default - the construct's id */
  readonly resourceName?: ResourceName;
}

/** A group that was checked. */
interface GroupPlan {
  readonly members: readonly Member[];
  /** Rendered, by name. */
  readonly policies: readonly (readonly [string, string])[];
}

/** Checks a group; all that is wrong with it goes to `problems`. */
function planGroup(subject: string, props: UserGroupProps, problems: ProblemList): GroupPlan {
  const { name, path = '/', users = [], policies = {} } = props;
  problems.attempt(subject, () => checkIamName('group', name));
  problems.attempt(subject, () => checkIamPath(path));
  const rendered = Object.entries(policies).flatMap(([policyName, statements]) => {
    problems.attempt(subject, () => checkIamName('policy', policyName));
    const text = problems.attempt(`${subject} policy "${policyName}"`, () => renderPolicy('managed', statements));
    return text === undefined ? [] : [[policyName, text] as const];
  });
  return { members: readMembers(subject, users, problems), policies: rendered };
}

/**
 * An IAM group with its managed policies and members. Policies hang on groups, never on users: who joins has them, who
 * leaves has lost them.
 */
export class UserGroup extends Construct {
  /** The underlying group. */
  readonly resource: IamGroup;
  /** Its policies by name. */
  readonly policies: ReadonlyMap<string, IamPolicy>;

  /** @throws InputError LZ-IAM-1 to LZ-IAM-4, LZ-POLICY-1 to LZ-POLICY-5 */
  constructor(scope: Construct, id: string, props: UserGroupProps) {
    super(scope, id);
    const problems = new ProblemList();
    const plan = planGroup(subjectOf(scope, id, 'UserGroup'), props, problems);
    problems.throwIfAny();
    const { name, path = '/', resourceName: address = resourceName(id) } = props;
    this.resource = define(this, IamGroup, address, { name, path });
    this.policies = new Map(
      plan.policies.map(([policyName, policy]) => [policyName, this.#attach(address, path, policyName, policy)]),
    );
    for (const member of plan.members) this.#admit(address, member);
  }

  #attach(address: ResourceName, path: string, name: string, policy: string): IamPolicy {
    const place = resourceName(address, addressPart(name));
    // A managed policy's description can't be changed, so it says nothing that could.
    const made = define(this, IamPolicy, place, { name, path, description: 'Managed by Terraform.', policy });
    define(this, IamGroupPolicyAttachment, place, { group: this.resource.name, policyArn: made.arn });
    return made;
  }

  #admit(address: ResourceName, { name, user }: Member): void {
    // A reference makes Terraform wait for the user; to another stack there is none.
    const isHere = user !== undefined && TerraformStack.of(user) === TerraformStack.of(this);
    define(this, IamUserGroupMembership, resourceName(address, addressPart(name)), {
      user: isHere ? user.name : name,
      groups: [this.resource.name],
    });
  }
}
