import * as z from 'zod';

const hcpRepositorySchema = z.strictObject({
  name: z.string().meta({ description: 'As its host spells it: owner/name.' }),
  branch: z.string().meta({ description: 'Its default branch when left out.' }).optional(),
  directory: z.string().meta({ description: 'Where the stacks lie in it; cdktf.out/stacks when left out.' }).optional(),
  githubAppInstallation: z.string().meta({ pattern: '^ghain-[A-Za-z0-9]+$' }).optional(),
  oauthToken: z.string().meta({ pattern: '^ot-[A-Za-z0-9]+$' }).optional(),
});

export const deliverySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('hcp'),
      repository: hcpRepositorySchema.meta({ description: 'Runs are uploaded when left out.' }).optional(),
    }),
    z.strictObject({
      kind: z.literal('github'),
      repository: z.string().meta({ description: 'owner/name' }),
      branch: z.string().meta({ description: 'main when left out.' }).optional(),
      environment: z.string().meta({ description: 'production when left out.' }).optional(),
      ids: z
        .strictObject({ owner: z.string(), repository: z.string() })
        .meta({ description: 'Of owner and repository, where the tokens of GitHub carry them.' })
        .optional(),
    }),
    z.strictObject({
      kind: z.literal('gitlab'),
      project: z.string().meta({ description: 'group/subgroup/name' }),
      branch: z.string().meta({ description: 'main when left out.' }).optional(),
      host: z.string().meta({ description: 'gitlab.com when left out.' }).optional(),
    }),
  ])
  .meta({ description: 'Who plans and applies the stacks, without any key.' });
