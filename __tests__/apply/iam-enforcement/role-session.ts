import {
  CreateRoleCommand,
  DeletePolicyCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';

import { HOME, type PolicyJson } from '../../iam';
import { type Keys, stsOf } from '../aws-clients';
import { createPolicy } from './actor';
import type { EnforcedAccount } from './enforced-account';

const TRUST = { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' } };

/** A role that somebody takes up. */
export interface Session {
  /** With its path: `team/deploy`. */
  readonly role: string;
  readonly sessionName: string;
  readonly policies: readonly PolicyJson[];
  readonly boundary: PolicyJson | undefined;
  readonly sessionPolicy: PolicyJson | undefined;
}

/** Does something with the keys of a session; its role is there for so long. */
export async function inSession<T>(
  { emulator, admin, adminKeys }: EnforcedAccount,
  { role, sessionName, policies, boundary, sessionPolicy }: Session,
  work: (keys: Keys) => Promise<T>,
): Promise<T> {
  const RoleName = role.slice(role.lastIndexOf('/') + 1);
  const limit = boundary === undefined ? undefined : await createPolicy(admin, 'limit', boundary);
  await admin.send(
    new CreateRoleCommand({
      RoleName,
      Path: `/${role.slice(0, -RoleName.length)}`,
      AssumeRolePolicyDocument: JSON.stringify(TRUST),
      PermissionsBoundary: limit,
    }),
  );
  try {
    for (const [at, policy] of policies.entries()) {
      await admin.send(new PutRolePolicyCommand({ RoleName, PolicyName: String(at), PolicyDocument: JSON.stringify(policy) }));
    }
    const { Credentials: keys } = await stsOf(emulator, adminKeys).send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${HOME}:role/${role}`,
        RoleSessionName: sessionName,
        Policy: sessionPolicy === undefined ? undefined : JSON.stringify(sessionPolicy),
      }),
    );
    return await work({
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    });
  } finally {
    for (const at of policies.keys()) await admin.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: String(at) }));
    await admin.send(new DeleteRoleCommand({ RoleName }));
    if (limit !== undefined) await admin.send(new DeletePolicyCommand({ PolicyArn: limit }));
  }
}
