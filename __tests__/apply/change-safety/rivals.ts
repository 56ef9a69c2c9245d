/** Whom the edits were measured with: provider 5.100.0, applied to the emulator and planned again, as here. */
export const RIVALS = [
  'terraform-aws-vpc 5.21 + security-group 5.3.1',
  'cloudposse dynamic-subnets 3.1.0',
  'aws-cdk 2.276 Vpc',
] as const;

/** What each of them does at an edit, in their order; undefined where it has no such edit. */
export const RIVAL_EFFECTS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'drop the middle zone': ['5 replaced, 8 deleted', '5 replaced', '4 replaced'],
  'drop the first zone': ['10 replaced (4 subnets, 2 NAT)', '10 replaced', undefined],
  'insert a tier first': ['6 replaced', undefined, '9 of 9 replaced'],
  'reorder the zones': [undefined, '15 replaced (every subnet and NAT)', undefined],
  // There: the reserve of zones is raised, which is what makes room for a fourth.
  'add a fourth zone, first in the list': [undefined, '15 replaced', '2 replaced, CIDRs collide'],
  'insert a network ACL rule first': ['3 of 3 replaced', undefined, undefined],
  'reorder flows: network ACL and group rules': ['2 ACL and 10 of 10 group rules replaced', undefined, undefined],
  'insert a group rule first': ['10 of 10 replaced', undefined, undefined],
};
