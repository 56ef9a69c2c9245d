import * as z from 'zod';

import { accessClaimSchema } from './schema/access-claim-schema';
import { accountSchema } from './schema/account-schema';
import { deliverySchema } from './schema/delivery-schema';
import { NAME_FORM } from './schema/forms';
import { logArchiveSchema } from './schema/log-archive-schema';
import { lifecycleSchema, networkSchema } from './schema/network-schema';
import {
  addressesSchema,
  backendSchema,
  onPremisesSchema,
  organizationSchema,
  peeringSchema,
  quotasSchema,
  suppressionSchema,
} from './schema/organization-schema';

/**
 * The shape of a configuration, in TypeScript's spelling: keys, types and words to choose from. Bounds and forms stand in
 * it for editors only; the checks judge them, since they know the remedy.
 */
export const configurationSchema = z.strictObject({
  organization: organizationSchema,
  addresses: addressesSchema.optional(),
  backend: backendSchema,
  delivery: deliverySchema.optional(),
  tags: z.record(z.string(), z.string()).meta({ description: 'Tags of everything.' }).optional(),
  notifications: z.strictObject({ security: z.string().meta({ format: 'email' }).optional() }).optional(),
  quotas: quotasSchema.meta({ description: 'Limits of the account that AWS raises on request.' }).optional(),
  logArchive: logArchiveSchema.optional(),
  onPremises: z
    .record(z.string(), onPremisesSchema)
    .meta({ description: 'Networks outside AWS that flows name as onprem:<name>.' })
    .optional(),
  networks: z.record(z.string(), networkSchema).meta({ propertyNames: NAME_FORM }).optional(),
  peerings: z
    .array(peeringSchema)
    .meta({ description: 'Networks that are connected, in every region that both have.' })
    .optional(),
  accounts: z.record(z.string(), accountSchema).meta({ propertyNames: NAME_FORM }),
  claims: z
    .array(accessClaimSchema)
    .meta({ description: 'Who must and who must not be able to do what, proven at every synth.' })
    .optional(),
  suppressions: z.array(suppressionSchema).meta({ description: 'Findings that are accepted.' }).optional(),
  lifecycle: lifecycleSchema.optional(),
});
