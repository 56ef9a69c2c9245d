import type { ResourceFact } from '../../../../../policies/model/universe';
import { resource } from '../../network/documents';
import { allowing, factsOf, held, principalAt } from '../facts-text';

/** A user, a role and a group, and a policy that none of them has yet. */
export const ALICE = resource('aws_iam_user.alice', { name: 'alice' });
export const APP = resource('aws_iam_role.app', { name: 'app', assume_role_policy: allowing('sts:AssumeRole') });
export const OPS = resource('aws_iam_group.ops', { name: 'ops' });
export const READ = resource('aws_iam_policy.read', { name: 'read', policy: allowing('s3:GetObject') });
export const READS = 'managed read: Allow s3:GetObject on *';
export const EVERYBODY = [ALICE, APP, OPS, READ];

/** What somebody has, given some resources more. */
export function heldBy(address: string, ...facts: readonly ResourceFact[]): readonly string[] {
  return held(principalAt(factsOf([...EVERYBODY, ...facts]), address));
}
