import * as z from 'zod';

const textsSchema = z.union([z.string(), z.array(z.string())]);

const accessSchema = z.strictObject({
  principal: z.string().meta({ description: 'An ARN, <stack>:<address>, a service, anonymous or any.' }),
  action: textsSchema.meta({ description: 'service:Action; a pattern stands for each action that it matches.' }),
  resource: z.string().meta({ description: 'An ARN, <stack>:<address>, or *.' }),
  context: z.record(z.string(), textsSchema).meta({ description: 'Condition keys of the request.' }).optional(),
  withoutContext: z.array(z.string()).meta({ description: 'Condition keys that the request surely lacks.' }).optional(),
});

export const accessClaimSchema = z
  .strictObject({ allowed: accessSchema.optional(), denied: accessSchema.optional() })
  .meta({ minProperties: 1, maxProperties: 1 });
