import { KeyUses } from '../../modules/encryption';
import { policyFaults } from '../iam/validity/policy-faults';
import { policyOf } from './key-of';

const role = (name: string): string => `arn:aws:iam::111111111111:role/${name}`;

const everyUse = [
  KeyUses.logGroups(),
  KeyUses.cloudTrail({ trailArn: 'arn:aws:cloudtrail:eu-west-1:111111111111:trail/organization' }),
  KeyUses.config({ organizationId: 'o-a1b2c3d4e5' }),
  KeyUses.flowLogDelivery({ accountIds: ['222222222222'] }),
  KeyUses.topics({ publishers: ['events.amazonaws.com', 'cloudwatch.amazonaws.com'] }),
  KeyUses.parameters({ path: '/acme/prod/shop', readers: [role('a')], writers: [role('b')] }),
  KeyUses.buckets({ names: ['acme-state'], readers: [role('a')], writers: [role('b')] }),
  KeyUses.sessionManager({ people: [role('a')], instances: [role('b')] }),
];

test.each([
  ['administrators by name', { administrators: [role('admin')] }],
  ['the account', {}],
])('of a key of every use, with %s, AWS knows every action, each with the condition keys that it takes', async (_, who) => {
  const users = [
    { principal: role('a'), may: 'decrypt', encryptionContext: { team: 'shop' } },
    { principal: role('a'), may: 'encrypt' },
    { principal: role('b'), may: 'encrypt', viaService: 's3' },
  ] as const;
  const policy = { Version: '2012-10-17', ...policyOf({ ...who, uses: everyUse, users }) };

  expect(policy.Statement.length).toBeGreaterThan(14);
  expect(await policyFaults(policy as Parameters<typeof policyFaults>[0])).toEqual([]);
});
