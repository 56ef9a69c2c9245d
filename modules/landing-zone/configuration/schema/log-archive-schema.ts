import * as z from 'zod';

export const logArchiveSchema = z
  .strictObject({
    retentionDays: z
      .int()
      .meta({ minimum: 1, description: 'How long logs are kept; 2557 (seven years) when left out.' })
      .optional(),
    archiveAfterDays: z
      .int()
      .meta({ minimum: 0, description: 'When they go to S3 Glacier Instant Retrieval; 90 when left out, 0 for never.' })
      .optional(),
    objectLock: z
      .strictObject({
        mode: z.enum(['governance', 'compliance']).meta({ description: 'compliance: nobody can delete, not even by closing.' }),
        days: z.int().meta({ minimum: 1 }),
      })
      .meta({ description: 'Nobody can delete a log before its time, where AWS allows that for its kind.' })
      .optional(),
    readers: z.array(z.string()).meta({ description: 'Who may read all logs: roles by ARN.' }).optional(),
    whenClosed: z
      .enum(['destroy', 'keep'])
      .meta({ description: 'What lifecycle: closed does with all logs; destroy when left out.' })
      .optional(),
    sessionWriters: z
      .array(z.string())
      .meta({ description: 'The roles of instances whose Session Manager sessions are kept, by ARN.' })
      .optional(),
  })
  .meta({ description: 'What the account with baseline: archive does with all logs.' });
