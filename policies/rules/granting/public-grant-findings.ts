import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { factsOf, type Finding, findingOn } from '../rule';
import { publicGrantsOf, statementName } from './public-grant';
import { findStatedPolicy } from './stated-policy';

const FIX = 'name who may, or narrow the statement to an account, an organisation, a network or a source ARN';

function findingsOn(rule: string, fact: ResourceFact, argument: string, universe: Universe): readonly Finding[] {
  const policy = findStatedPolicy(universe, fact, argument);
  if (policy === undefined) return [];
  if (policy instanceof Unknown) {
    return [findingOn(rule, fact, `whom its ${argument} lets in isn't known: ${policy.why}`, FIX, 'unknown')];
  }
  return publicGrantsOf(policy).map(({ statement, doubt }) => {
    const name = `${statementName(statement)} of its ${argument}`;
    return doubt === undefined
      ? findingOn(rule, fact, `${name} lets everybody in`, FIX)
      : findingOn(rule, fact, `${name} may let everybody in: ${doubt}`, FIX, 'unknown');
  });
}

/** What is to say of the policies in an argument of resources of some types that open them to everybody, or may do so. */
export function publicGrantFindings(
  rule: string,
  universe: Universe,
  argument: string,
  ...types: readonly string[]
): readonly Finding[] {
  return [...factsOf(universe, ...types)].flatMap((fact) => findingsOn(rule, fact, argument, universe));
}
