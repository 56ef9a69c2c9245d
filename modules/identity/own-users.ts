import type { partitionOf } from '../core/aws/partition';

/** The first part of ARNs after `arn:`. */
export type Partition = ReturnType<typeof partitionOf>;

/**
 * The caller as a user of IAM. The second pattern can match nobody else: it ends in a slash and the caller's name, names
 * have no slash in them, and an account has one user of a name whatever the path. Without that slash, or with a star
 * behind the name, it would match malice or everybody below a path `/alice/`.
 */
export function ownUsers(partition: Partition, withPath: boolean): readonly string[] {
  const users = `arn:${partition}:iam::*:user`;
  return [`${users}/\${aws:username}`, ...(withPath ? [`${users}/*/\${aws:username}`] : [])];
}
