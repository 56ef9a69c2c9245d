import { isTermMap, Reference, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { blocksOf, valuesAt } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { findTemplate } from './launch-template';

const ID = 'compute/instance-profile';
const FIX = 'set iam_instance_profile to a profile whose role has just what runs there';
const MACHINES = ['aws_instance', 'aws_spot_instance_request', 'aws_launch_template', 'aws_launch_configuration'];

/** Whether a resource names a profile, or why that isn't known. */
function names({ body, type }: ResourceFact): boolean | Unknown {
  if (type !== 'aws_launch_template') {
    const profile = findStated(body.iam_instance_profile);
    return profile instanceof Unknown ? profile : profile !== undefined;
  }
  const blocks = blocksOf(body.iam_instance_profile);
  const stated = blocks.flatMap((block) => (isTermMap(block) ? [findStated(block.name), findStated(block.arn)] : [block]));
  const known = stated.filter((term) => term !== undefined);
  const unknown = known.find((term) => term instanceof Unknown);
  return known.length > 0 && known.every((term) => term instanceof Unknown) && unknown instanceof Unknown
    ? unknown
    : known.length > 0;
}

/** Launch templates of node groups: EKS makes their profile itself, and refuses one that is written. */
function ofNodeGroups(universe: Universe): ReadonlySet<string> {
  const named = [...factsOf(universe, 'aws_eks_node_group')].flatMap(({ body }) => [
    ...valuesAt(body, 'launch_template.id'),
    ...valuesAt(body, 'launch_template.name'),
  ]);
  return new Set(named.flatMap((term) => (term instanceof Reference ? term.targets.map(({ key }) => key) : [])));
}

/** What runs on a machine gets its credentials from a role: then there are no keys to lose. */
export const instanceProfile: Rule = {
  id: ID,
  summary: 'Every machine has an instance profile',
  judge: (universe) => {
    const ofNodes = ofNodeGroups(universe);
    return [...factsOf(universe, ...MACHINES)].flatMap((fact): readonly Finding[] => {
      if (ofNodes.has(fact.key)) return [];
      const template = findTemplate(universe, fact);
      const answers = [
        names(fact),
        ...(template === undefined ? [] : [template instanceof Unknown ? template : names(template)]),
      ];
      if (answers.includes(true)) return [];
      const unknown = answers.find((answer) => answer instanceof Unknown);
      if (unknown === undefined) return [findingOn(ID, fact, 'it has no instance profile', FIX)];
      return [findingOn(ID, fact, `whether it has an instance profile isn't known: ${unknown.why}`, FIX, 'unknown')];
    });
  },
};
