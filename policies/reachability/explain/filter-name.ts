import type { Step } from '../query';

const NAMES: Readonly<Record<Step['filter'], string>> = {
  'security-group-out': 'security group out',
  'security-group-in': 'security group in',
  'network-acl-out': 'network ACL out',
  'network-acl-in': 'network ACL in',
  route: 'route',
  gateway: 'gateway',
  address: 'address',
  end: 'end',
};

/** What people call the filter of a step. */
export function filterName({ filter }: Pick<Step, 'filter'>): string {
  return NAMES[filter];
}
