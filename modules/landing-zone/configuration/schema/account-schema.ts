import * as z from 'zod';

import { ACCOUNT_ID_FORM, CIDR_FORM, NAME_FORM, REGION_FORM } from './forms';
import { lifecycleSchema, natSchema, zonesSchema } from './network-schema';

const overridesSchema = z.strictObject({
  cidr: z
    .union([z.string().meta(CIDR_FORM), z.record(z.string(), z.string().meta(CIDR_FORM))])
    .meta({ description: 'The VPC’s range instead of one from the pool; by region where there are several.' })
    .optional(),
  zones: zonesSchema.optional(),
  nat: natSchema.optional(),
  natZone: z.string().optional(),
  lifecycle: z.union([lifecycleSchema, z.record(z.string(), lifecycleSchema)]).optional(),
});

export const accountSchema = z.strictObject({
  id: z.string().meta({ ...ACCOUNT_ID_FORM, description: 'Twelve digits, in quotes.' }),
  unit: z.string().meta({ ...NAME_FORM, description: 'The organisational unit.' }),
  baseline: z
    .enum(['archive', 'audit'])
    .meta({ description: 'A set of systems that this account holds for the others.' })
    .optional(),
  network: z.string().meta({ description: 'Its only network, by name.' }).optional(),
  networks: z
    .record(z.string(), overridesSchema)
    .meta({ description: 'Its networks by name, with what differs there.' })
    .optional(),
  selfRotation: z
    .strictObject({
      users: z.array(z.string()).meta({ description: 'People, by name, with their path: /ops/alice.' }).optional(),
      machineUsers: z.array(z.string()).meta({ description: 'Users that no person signs in as.' }).optional(),
      mfa: z.boolean().meta({ description: 'Everything but enrolling a device needs a session with MFA.' }).optional(),
      enrolment: z.enum(['anywhere', 'console']).meta({ description: 'Where a device may be enrolled without MFA.' }).optional(),
    })
    .meta({ description: 'Its IAM users change their own passwords and keys.' })
    .optional(),
  regions: z.array(z.string().meta(REGION_FORM)).meta({ description: 'The organisation’s when left out.' }).optional(),
  lifecycle: lifecycleSchema.optional(),
});
