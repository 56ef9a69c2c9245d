import { InputError } from '../../../modules/core/input-error';
import { checkRuleDescription } from '../../../modules/core/rule-description';
import { isTermMap, Template, type Term } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { companionsOf } from '../companions';
import { blocksOf } from '../nested';
import { factsOf, type Finding, findingOn, type Rule, type Verdict } from '../rule';

const ID = 'network/described-rules';
const FIX = 'say in one sentence of the characters that AWS takes why it is open';
/** Rules with a resource of their own: each names its group. */
const SEPARATE = ['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule', 'aws_security_group_rule'];
const GROUPS = ['aws_security_group', 'aws_default_security_group'];

interface Fault {
  readonly problem: string;
  readonly verdict: Verdict;
}

/** What AWS refuses in a text, which the provider lets pass up to the apply. */
function refusalOf(text: string): Fault | undefined {
  try {
    checkRuleDescription(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [{ problem, got } = { problem: 'AWS refuses its description', got: '' }] = error.problems;
    return { problem: `${problem}${got === undefined ? '' : `, got ${got}`}`, verdict: 'violated' };
  }
}

/** What is wrong with a description; undefined where it says something that AWS takes. */
function faultOf(term: Term | undefined, whose: string): Fault | undefined {
  const description = findStated(term);
  if (description === undefined || (typeof description === 'string' && description.trim() === '')) {
    return { problem: `${whose} has no description`, verdict: 'violated' };
  }
  if (typeof description === 'string') return refusalOf(description);
  const written = description instanceof Template ? description.parts.filter((part) => typeof part === 'string').join('') : '';
  if (written.trim() !== '') return refusalOf(written);
  if (typeof description !== 'object') return undefined;
  return { problem: `its description is ${describeTerm(description)}`, verdict: 'unknown' };
}

/** Whether rules of its own belong to the group: a state shows them inside of it as well. */
function hasSeparate(universe: Universe, group: ResourceFact): boolean {
  return SEPARATE.some((type) => {
    const naming = { type, argument: 'security_group_id', of: group.type, names: [] };
    return companionsOf(universe, group, naming).known.length > 0;
  });
}

function inlineFaults(universe: Universe, group: ResourceFact): readonly Fault[] {
  const faults = ['ingress', 'egress'].flatMap((name) =>
    blocksOf(group.body[name]).flatMap((block, at): readonly Fault[] => {
      if (!isTermMap(block)) return [{ problem: `what its ${name} rules say is ${describeTerm(block)}`, verdict: 'unknown' }];
      const fault = faultOf(block.description, `${name} rule ${String(at + 1)}`);
      return fault === undefined ? [] : [fault];
    }),
  );
  return faults.length === 0 || hasSeparate(universe, group) ? [] : faults;
}

/** Every security-group rule says why it is there. */
export const describedRules: Rule = {
  id: ID,
  summary: 'Every security-group rule has a description',
  judge: (universe) => {
    const separate = [...factsOf(universe, ...SEPARATE)].flatMap((fact): readonly Finding[] => {
      const fault = faultOf(fact.body.description, 'the rule');
      return fault === undefined ? [] : [findingOn(ID, fact, fault.problem, FIX, fault.verdict)];
    });
    const inline = [...factsOf(universe, ...GROUPS)].flatMap((group) =>
      inlineFaults(universe, group).map(({ problem, verdict }) => findingOn(ID, group, problem, FIX, verdict)),
    );
    return [...separate, ...inline];
  },
};
