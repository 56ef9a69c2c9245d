import { companionsOf } from '../../companions';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';

const ID = 'delivery/repository/image-expiry';
const POLICY = { type: 'aws_ecr_lifecycle_policy', argument: 'repository', of: 'aws_ecr_repository', names: ['name'] };
const FIX = 'add an aws_ecr_lifecycle_policy';

/** Every repository says which images go: old ones cost, and somebody may still run them. */
export const imageExpiry: Rule = {
  id: ID,
  summary: 'Repositories of images have a lifecycle policy',
  judge: (universe) =>
    [...factsOf(universe, POLICY.of)].flatMap((fact): readonly Finding[] => {
      const { known, doubts } = companionsOf(universe, fact, POLICY);
      if (known.length > 0) return [];
      if (doubts.length === 0) return [findingOn(ID, fact, 'it has no lifecycle policy', FIX)];
      const problem = `whether it has a lifecycle policy isn't known: ${doubts.join('; ')}`;
      return [findingOn(ID, fact, problem, FIX, 'unknown')];
    }),
};
