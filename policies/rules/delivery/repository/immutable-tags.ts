import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

/** No tag of an image changes its meaning: what was tested is what runs. */
export const immutableTags: Rule = settingRule({
  id: 'delivery/repository/immutable-tags',
  summary: 'Tags of images are immutable',
  settings: [
    {
      types: ['aws_ecr_repository'],
      argument: 'image_tag_mutability',
      accepts: (mutability) => mutability === 'IMMUTABLE' || mutability === 'IMMUTABLE_WITH_EXCLUSION',
      otherwise: 'MUTABLE',
      fix: 'set image_tag_mutability = "IMMUTABLE"',
    },
  ],
});
