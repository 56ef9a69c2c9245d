import { ebsEncryption } from '../../rules/compute/ebs-encryption';
import { imdsV2 } from '../../rules/compute/imds-v2';
import { instanceProfile } from '../../rules/compute/instance-profile';
import { noPublicAddress } from '../../rules/compute/no-public-address';
import type { PackEntry } from '../pack';

/** Machines. */
export const compute: readonly PackEntry[] = [
  { rule: ebsEncryption, level: 'error' },
  { rule: imdsV2, level: 'error' },
  { rule: instanceProfile, level: 'warning' },
  { rule: noPublicAddress, level: 'warning' },
];
