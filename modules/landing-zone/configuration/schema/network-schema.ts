import * as z from 'zod';

import { CIDR_FORM, NAME_FORM, SIZE_FORM, ZONE_FORM } from './forms';

/** living → closing → closed. */
export const lifecycleSchema = z.enum(['living', 'closing', 'closed']).meta({
  description:
    'closing drops every protection so that a later plan can destroy; closed empties the stacks; then the entry may go.',
});

export const natSchema = z.enum(['none', 'single', 'one-per-zone']).meta({ description: 'How many NAT gateways a network has.' });

export const zonesSchema = z
  .array(z.string().meta(ZONE_FORM))
  .meta({ description: 'Zones by letter (a) or by id (euw1-az1). Their order means nothing.', minItems: 1 });

const formerlySchema = z
  .string()
  .meta({ ...NAME_FORM, description: 'The name it had, so that nothing is destroyed by the new one.' });

const policySchema = z.record(z.string(), z.unknown()).meta({ description: 'An IAM policy document, in AWS’s own spelling.' });

const endpointSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('gateway'), policy: policySchema.optional() }).meta({ description: 'For s3 and dynamodb.' }),
  z.strictObject({
    type: z.literal('interface'),
    tier: z.string().meta({ description: 'The tier whose subnets hold its network interfaces.' }),
    policy: policySchema.optional(),
  }),
]);

const rangeSchema = z.strictObject({
  formerly: formerlySchema.optional(),
  cidr: z.string().meta(CIDR_FORM).optional(),
  size: z
    .int()
    .meta({ ...SIZE_FORM, description: 'Prefix length where the pool gives it; vpc_size when left out.' })
    .optional(),
});

const tierSchema = z.strictObject({
  formerly: formerlySchema.optional(),
  kind: z.enum(['public', 'private', 'isolated']).meta({
    description: 'public: a route to the internet gateway. private: through NAT where a flow needs it. isolated: neither.',
  }),
  subnetSize: z
    .int()
    .meta({ ...SIZE_FORM, description: 'Prefix length of its subnets.' })
    .optional(),
  range: z.string().meta({ description: 'The further range it lies in; the VPC’s own when left out.' }).optional(),
  groups: z
    .record(z.string(), z.strictObject({ formerly: formerlySchema }))
    .meta({ description: 'Named groups that were renamed.' })
    .optional(),
});

const flowLogsSchema = z.strictObject({
  cloudwatch: z
    .union([z.literal(false), z.strictObject({ retentionDays: z.int().optional(), kmsKeyArn: z.string().optional() })])
    .optional(),
  s3: z
    .strictObject({
      bucketArn: z.string().meta({ description: 'That of the log archive when left out.' }).optional(),
      parquet: z.boolean().optional(),
    })
    .optional(),
  accept: z.string().meta({ description: 'Why there are none: required where neither is wanted.' }).optional(),
});

const dhcpSchema = z.strictObject({
  domainName: z.string().optional(),
  domainNameServers: z.array(z.string()).meta({ maxItems: 4 }).optional(),
  ntpServers: z.array(z.string()).meta({ maxItems: 4 }).optional(),
});

const peerSchema = z.string().meta({
  description:
    'tier, tier/group, account/network/tier[/group], internet, onprem:<name>, a CIDR, endpoint:<service> or prefix-list:<id>',
});

const portSchema = z.string().meta({ description: 'tcp|udp/N[-M], icmp[/type[/code]], icmpv6[/…], proto/N, or all with accept' });

const flowSchema = z.strictObject({
  from: peerSchema,
  to: peerSchema,
  port: z.union([portSchema, z.array(portSchema)]),
  why: z.string().meta({ description: 'The reason: the description of every rule that follows from it.', maxLength: 255 }),
  family: z.enum(['v4', 'v6', 'both']).optional(),
  clientPorts: z.string().meta({ description: 'The ports that clients open from; 1024-65535 when left out.' }).optional(),
  accept: z.string().meta({ description: 'Why port all is acceptable.' }).optional(),
});

const claimSchema = z
  .strictObject({
    isolated: z.strictObject({ from: peerSchema, to: peerSchema, port: portSchema.optional() }).optional(),
    reaches: z.strictObject({ from: peerSchema, to: peerSchema, port: portSchema }).optional(),
  })
  .meta({ minProperties: 1, maxProperties: 1 });

export const networkSchema = z.strictObject({
  formerly: formerlySchema.optional(),
  zones: zonesSchema,
  nat: natSchema.optional(),
  natZone: z.string().meta({ description: 'The zone of a single NAT gateway.' }).optional(),
  ipv6: z.boolean().meta({ description: 'Dual stack.' }).optional(),
  ranges: z.record(z.string(), rangeSchema).meta({ description: 'Further IPv4 ranges of the VPC, by name.' }).optional(),
  tiers: z.record(z.string(), tierSchema).meta({ propertyNames: NAME_FORM }),
  endpoints: z.record(z.string(), endpointSchema).meta({ description: 'VPC endpoints by service.' }).optional(),
  flowLogs: flowLogsSchema.meta({ description: 'CloudWatch Logs for 365 days when left out.' }).optional(),
  dhcp: dhcpSchema.meta({ description: 'DHCP options; Amazon’s when left out.' }).optional(),
  flows: z.array(flowSchema).meta({ description: 'Everything that may pass.' }).optional(),
  claims: z.array(claimSchema).meta({ description: 'What must hold, proven at every synth.' }).optional(),
  lifecycle: lifecycleSchema.optional(),
});
