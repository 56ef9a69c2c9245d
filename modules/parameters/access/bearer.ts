import type { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import type { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { Token } from 'cdktf';

import { asWritten, InputError } from '../../core/input-error';

/** A role of the account, by its name or by the resource that makes it, which then comes first. */
export type RoleBearer = string | IamRole;
/** A group of the account, by its name or by the resource that makes it, which then comes first. */
export type GroupBearer = string | IamGroup;

/** Who carries a policy. */
export interface Bearer {
  /** Known at synth: the address of the attachment is made of it. */
  readonly name: string;
  /** What the attachment names: a reference makes Terraform wait for the resource. */
  readonly reference: string;
}

/** @source IAM and STS quotas, "IAM name limits" @unit characters */
const LONGEST = { role: 64, group: 128, policy: 128 } as const;

/** @throws InputError LZ-PARAM-23 */
export function checkIamName(kind: keyof typeof LONGEST, name: string): void {
  const longest = LONGEST[kind];
  if (/^[\w+=,.@-]+$/.test(name) && name.length <= longest) return;
  const remedy =
    kind === 'policy' ? 'give a policyName' : `give the ${kind}'s name: no ARN, no path, no value that is known later`;
  const problem = `the name of a ${kind} has 1 to ${String(longest)} letters, digits and _+=,.@-`;
  throw InputError.of({ problem, got: asWritten(name), remedy, code: 'LZ-PARAM-23' });
}

/** @throws InputError LZ-PARAM-23 a name that IAM doesn't take, or that isn't written */
export function readBearer(kind: 'role' | 'group', bearer: RoleBearer | GroupBearer): Bearer {
  if (typeof bearer === 'string') {
    checkIamName(kind, bearer);
    return { name: bearer, reference: bearer };
  }
  const name = bearer.nameInput ?? '';
  checkIamName(kind, Token.isUnresolved(name) ? '' : name);
  return { name, reference: bearer.name };
}
