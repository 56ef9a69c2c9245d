import { PARTITION, partitionOf } from '../../../modules/core/aws/partition';

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

test('no ARN has the partition aws-eu', () => {
  expect(new RegExp(`^${PARTITION}$`).test('aws-eu')).toBe(false);
});
