import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { App } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import { CustomerKey, type KeyUse, KeyUses, ReplicaKey } from '../../modules/encryption';
import { AccountStack, define } from '../../modules/terraform';

export const ACCOUNT = '111111111111';
export const STACK = 'shop-eu-west-1-logging';

/** Every list of the source goes through it: as it stands, or turned round. */
export type Order = <T>(items: readonly T[]) => readonly T[];

export const forward: Order = (items) => items;
export const backward: Order = (items) => [...items].reverse();

const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

function usesIn(order: Order): readonly KeyUse[] {
  return order([
    KeyUses.logGroups({ names: order(['/acme/shop', '/acme/desk*']) }),
    KeyUses.cloudTrail({ trailArn: `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/organization` }),
    KeyUses.config({ organizationId: 'o-a1b2c3d4e5' }),
    KeyUses.flowLogDelivery({ accountIds: order(['222222222222', '333333333333']) }),
    KeyUses.topics({ publishers: order(['events.amazonaws.com', 'cloudwatch.amazonaws.com', 'budgets.amazonaws.com']) }),
    KeyUses.parameters({ path: '/acme/prod/shop', readers: order([role('a'), role('b')]), writers: [role('c')] }),
    KeyUses.parameters({ path: '/acme/prod/desk', readers: [role('a')] }),
    KeyUses.buckets({ names: order(['acme-state', 'acme-logs']), readers: [role('a')], writers: order([role('b'), role('c')]) }),
    KeyUses.sessionManager({ people: [role('a')], instances: order([role('b'), role('c')]) }),
  ]);
}

/** A key of every use, with users whom only Terraform knows, grants, and a replica of a second one. */
function defineKeys(stack: AccountStack, order: Order, closing: boolean): void {
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  });
  // In one order always: what is turned round twice stands as before.
  const roles = ['one', 'two'].map((name) => define(stack, IamRole, resourceName(name), { name, assumeRolePolicy: trust }));
  const shop = new CustomerKey(stack, 'shop', {
    alias: 'alias/acme/shop',
    description: 'Everything of the shop',
    administrators: order([role('key-admin'), ACCOUNT]),
    uses: usesIn(order),
    users: order(
      roles.flatMap(({ arn }) => [
        { principal: arn, may: 'decrypt' as const },
        { principal: arn, may: 'encrypt' as const },
      ]),
    ),
    statements: order([
      { Sid: 'Look', Effect: 'Allow', Principal: { AWS: order(['222222222222', '333333333333']) }, Action: 'kms:DescribeKey' },
      {
        Sid: 'Guard',
        Effect: 'Deny',
        Principal: '*',
        Action: order(['kms:Decrypt', 'kms:Encrypt']),
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
          Bool: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
    ]),
    rotationPeriodDays: 180,
    deletionWindowDays: 7,
    closing,
  });
  shop.grant('backup', {
    grantee: role('backup'),
    operations: order(['Decrypt', 'CreateGrant', 'DescribeKey']),
    retiringPrincipal: role('backup'),
    encryptionContext: { team: 'shop' },
  });
  shop.grant('batch', { grantee: role('batch'), operations: order(['GenerateDataKey', 'Encrypt']) });
}

function defineReplicated(stack: AccountStack, order: Order, closing: boolean): void {
  const uses = order([KeyUses.logGroups(), KeyUses.topics({ publishers: ['cloudwatch.amazonaws.com'] })]);
  const primary = new CustomerKey(stack, 'global', {
    alias: 'alias/acme/global',
    description: 'What two Regions read',
    uses,
    deletionWindowDays: 7,
    multiRegion: true,
    closing,
  });
  new ReplicaKey(stack, 'global-us', { primary, provider: stack.providerFor(stack.account, 'us-east-1'), region: 'us-east-1' });
}

/** Synthesises the stack into a folder. */
export function writeKeys(output: string, order: Order, closing: boolean): void {
  const app = new App({ outdir: output });
  const stack = new AccountStack(app, {
    organization: 'acme',
    account: { name: 'shop', id: ACCOUNT },
    region: 'eu-west-1',
    layer: 'logging',
    backend: { kind: 'local' },
    tags: { owner: 'shop' },
  });
  for (const defineSome of order([defineKeys, defineReplicated])) defineSome(stack, order, closing);
  app.synth();
  writeFileSync(join(output, 'order.json'), JSON.stringify({ waves: [[STACK]] }));
}
