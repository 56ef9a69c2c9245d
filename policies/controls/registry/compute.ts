import { rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Machines. */
export const compute: readonly Control[] = [
  {
    id: 'imds-v2',
    title: 'Instance metadata asks for a token',
    ids: catalogue('- 5.6 5.7 6.7', 'EC2.8'),
    answers: rules('compute/imds-v2'),
  },
  {
    id: 'ebs-encryption',
    title: 'Volumes are encrypted',
    ids: catalogue('2.2.1 2.2.1 5.1.1 6.1.1', 'EC2.3 EC2.7'),
    answers: rules('compute/ebs-encryption'),
  },
  {
    id: 'instance-public-address',
    title: 'Instances have no public address',
    ids: catalogue('', 'EC2.9 EC2.25'),
    answers: rules('compute/no-public-address'),
  },
];
