import type { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import type { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { Token } from 'cdktf';

import { checkIamName } from '../../core/aws/iam-name';

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

/** @throws InputError LZ-IAM-1 a name that IAM doesn't take, or that isn't written */
export function readBearer(kind: 'role' | 'group', bearer: RoleBearer | GroupBearer): Bearer {
  if (typeof bearer === 'string') {
    checkIamName(kind, bearer);
    return { name: bearer, reference: bearer };
  }
  const name = bearer.nameInput ?? '';
  checkIamName(kind, Token.isUnresolved(name) ? '' : name);
  return { name, reference: bearer.name };
}
