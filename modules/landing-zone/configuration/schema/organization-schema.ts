import * as z from 'zod';

import { ACCOUNT_ID_FORM, CIDR_FORM, NAME_FORM, REGION_FORM, SIZE_FORM } from './forms';

const regionSchema = z.string().meta(REGION_FORM);

export const organizationSchema = z.strictObject({
  id: z.string().meta({ pattern: '^o-[a-z0-9]{10,32}$', description: 'The id that AWS gave it.' }).optional(),
  name: z.string().meta({ ...NAME_FORM, maxLength: 24, description: 'First part of state keys and parameter names.' }),
  managementAccount: z.string().meta({ ...ACCOUNT_ID_FORM, description: 'The id of the management account, in quotes.' }),
  homeRegion: regionSchema,
  regions: z.array(regionSchema).meta({ minItems: 1 }),
  accountAccessRole: z.string().meta({ description: 'The role that Terraform assumes in each account.' }).optional(),
});

export const addressesSchema = z.strictObject({
  pool: z
    .string()
    .meta({ ...CIDR_FORM, description: 'Where VPC ranges come from; 10.0.0.0/8 when left out.' })
    .optional(),
  vpcSize: z
    .int()
    .meta({ ...SIZE_FORM, description: 'Prefix length of a VPC’s range; 20 when left out.' })
    .optional(),
  reservedRanges: z.array(z.string().meta(CIDR_FORM)).meta({ description: 'Parts of the pool that stay free.' }).optional(),
});

export const backendSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('local'),
    directory: z.string().meta({ description: 'Folder of the state files; terraform.state when left out.' }).optional(),
  }),
  z.strictObject({
    kind: z.literal('s3'),
    bucket: z.string(),
    region: regionSchema,
    kmsKeyId: z.string().meta({ description: 'A key by its ARN or alias; S3’s own when left out.' }).optional(),
    account: z
      .string()
      .meta({ description: 'The account that holds bucket and key, both made by a stack; made elsewhere when left out.' })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('cloud'),
    organization: z.string().meta({ description: 'The organisation in HCP Terraform.' }),
    project: z.string().meta({ description: 'The project of all workspaces; Default Project when left out.' }).optional(),
    hostname: z.string().meta({ description: 'app.terraform.io when left out.' }).optional(),
  }),
]);

export const quotasSchema = z.strictObject({
  aclEntries: z
    .int()
    .meta({ minimum: 1, maximum: 40, description: 'Network ACL entries per direction and family; 20 when left out.' })
    .optional(),
  groupRules: z
    .int()
    .meta({ minimum: 1, maximum: 1000, description: 'Rules per security group, direction and family; 60 when left out.' })
    .optional(),
  interfaceGroups: z
    .int()
    .meta({ minimum: 1, maximum: 16, description: 'Security groups per network interface; 5 when left out.' })
    .optional(),
});

export const onPremisesSchema = z.strictObject({
  cidrs: z.array(z.string().meta(CIDR_FORM)).meta({ minItems: 1 }),
  gateway: z.string().meta({ pattern: '^(tgw|vgw)-[0-9a-f]{8,17}$', description: 'The gateway that leads there.' }),
});

export const peeringSchema = z.strictObject({
  between: z.tuple([z.string(), z.string()]).meta({ description: 'The two networks as account/network.' }),
  why: z.string(),
});

export const suppressionSchema = z.strictObject({
  rule: z.string(),
  scope: z.string(),
  reason: z.string(),
  until: z.string().meta({ format: 'date', description: 'A date, YYYY-MM-DD.' }),
});
