import { readPolicy } from '../../model/policy/read-policy';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { type Finding, findingOn } from '../rule';
import { publicGrantsOf, statementName } from './public-grant';

const FIX = 'name who may, or narrow the statement to an account, an organisation, a network or a source ARN';

/** What is to say of a policy of a resource that opens it to everybody, or may do so. */
export function publicGrantFindings(rule: string, fact: ResourceFact, argument: string): readonly Finding[] {
  const policy = readPolicy(fact.body[argument]);
  const [fault] = policy instanceof Unknown ? [policy.why] : policy.faults.map((each) => `AWS refuses it: ${each}`);
  const open =
    fault === undefined ? [] : [findingOn(rule, fact, `whom its policy lets in isn't known: ${fault}`, FIX, 'unknown')];
  if (policy instanceof Unknown) return open;
  const found = publicGrantsOf(policy).map(({ statement, doubt }) => {
    const name = `${statementName(statement)} of its policy`;
    return doubt === undefined
      ? findingOn(rule, fact, `${name} lets everybody in`, FIX)
      : findingOn(rule, fact, `${name} may let everybody in: ${doubt}`, FIX, 'unknown');
  });
  return [...open, ...found];
}
