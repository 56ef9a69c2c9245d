import type { Statement } from '../../modules/core/policy/statement';
import { CustomerKey, type CustomerKeyProps, KeyUses, ReplicaKey } from '../../modules/encryption';
import type { AccountStack } from '../../modules/terraform';
import { refusalOf } from '../refusal';
import { testStack } from '../test-stack';
import { bodyOf } from './key-of';

function replicate(props: Partial<CustomerKeyProps>, region = 'us-east-1'): AccountStack {
  const stack = testStack();
  const primary = new CustomerKey(stack, 'logs', { alias: 'alias/acme/logs', description: 'Logs', multiRegion: true, ...props });
  new ReplicaKey(stack, 'logs-us', { primary, provider: stack.providerFor(stack.account, region), region });
  return stack;
}

describe('a replica', () => {
  test('follows its primary, in another Region and by another provider', () => {
    const { policy: _, ...body } = bodyOf(replicate({ deletionWindowDays: 7 }), 'aws_kms_replica_key', 'logs-us');

    expect(body).toEqual({
      deletion_window_in_days: 7,
      description: 'Logs',
      lifecycle: { prevent_destroy: true },
      primary_key_arn: '${aws_kms_key.logs.arn}',
      provider: 'aws.shop_us-east-1',
      tags: { Name: 'alias/acme/logs' },
    });
  });

  test('has the alias of its primary', () => {
    expect(bodyOf(replicate({}), 'aws_kms_alias', 'logs-us')).toEqual({
      name: 'alias/acme/logs',
      provider: 'aws.shop_us-east-1',
      target_key_id: '${aws_kms_replica_key.logs-us.key_id}',
    });
  });

  test('lets the services of its own Region in', () => {
    const stack = replicate({ uses: [KeyUses.logGroups()] });
    const policies = ['aws_kms_key/logs', 'aws_kms_replica_key/logs-us'].map((address) => {
      const [type = '', name = ''] = address.split('/');
      return JSON.parse(bodyOf(stack, type, name).policy as string) as { Statement: Statement[] };
    });

    expect(policies.map(({ Statement }) => Statement.map(({ Principal }) => Principal))).toEqual([
      [{ AWS: 'arn:aws:iam::111111111111:root' }, { Service: 'logs.eu-west-1.amazonaws.com' }],
      [{ AWS: 'arn:aws:iam::111111111111:root' }, { Service: 'logs.us-east-1.amazonaws.com' }],
    ]);
  });

  test('gives its protection up with its primary', () => {
    expect(Object.keys(bodyOf(replicate({ closing: true }), 'aws_kms_replica_key', 'logs-us'))).not.toContain('lifecycle');
  });
});

describe('a replica is refused', () => {
  const SUBJECT = 'ReplicaKey "shop-eu-west-1-network/logs-us": ';

  test('of a key of one Region, in that Region', () => {
    expect(refusalOf(() => replicate({ multiRegion: false }, 'eu-west-1')).split('\n')).toEqual([
      `${SUBJECT}the primary is no multi-Region key, got "alias/acme/logs"; set multiRegion on it; a key that is there already is replaced by that [LZ-KEY-15]`,
      `${SUBJECT}a replica stands in another Region than its primary, got "eu-west-1"; name the Region of its provider [LZ-KEY-15]`,
    ]);
  });

  test('in another partition', () => {
    expect(refusalOf(() => replicate({}, 'cn-north-1'))).toBe(
      `${SUBJECT}a replica stands in the partition of its primary, got "cn-north-1"; choose a Region of aws [LZ-KEY-15]`,
    );
  });
});
