import { dnsSuffixOf, PARTITION, partitionOf } from '../../../modules/core/aws/partition';

test.each([
  ['eu-west-1', 'aws'],
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-1', 'aws-iso-f'],
])('%s is a Region of the partition %s, which an ARN may have', (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
  expect(new RegExp(`^${PARTITION}$`).test(partition)).toBe(true);
});

test.each([
  ['eu-west-1', 'amazonaws.com'],
  ['us-gov-west-1', 'amazonaws.com'],
  ['cn-north-1', 'amazonaws.com.cn'],
  ['eusc-de-east-1', 'amazonaws.eu'],
  ['us-iso-east-1', 'c2s.ic.gov'],
  ['us-isob-east-1', 'sc2s.sgov.gov'],
  ['eu-isoe-west-1', 'cloud.adc-e.uk'],
  ['us-isof-south-1', 'csp.hci.ic.gov'],
])('hosts of %s are called …%s', (region, suffix) => {
  expect(dnsSuffixOf(region)).toBe(suffix);
});

test('no ARN has the partition aws-eu', () => {
  expect(new RegExp(`^${PARTITION}$`).test('aws-eu')).toBe(false);
});
