import { canonical, factsByKey } from '../../arns';
import type { Listed, Policy, PolicyText, Statement } from '../../policy/policy';
import { readPolicy } from '../../policy/read-policy';
import { readPolicyData } from '../../policy/read-policy-data';
import { Reference, type Term, Unknown } from '../../term';
import type { ResourceFact, Universe } from '../../universe';

const DOCUMENT = 'aws_iam_policy_document';
const TEXTS: readonly string[] = ['json', 'minified_json'];

function findDocument(term: Term, universe: Universe): ResourceFact | undefined {
  if (!(term instanceof Reference) || term.targets.length > 1) return undefined;
  const [{ key, attribute }] = term.targets;
  const fact = factsByKey(universe).get(key);
  return fact?.type === DOCUMENT && TEXTS.includes(attribute) ? fact : undefined;
}

function followed(universe: Universe): (statement: Statement) => Statement {
  const text = (one: PolicyText): PolicyText => canonical(one, universe);
  const listed = ({ except, items }: Listed<PolicyText>): Listed<PolicyText> => ({ except, items: items.map(text) });
  return ({ principals, actions, resources, conditions, ...statement }) => ({
    ...statement,
    ...(principals === undefined
      ? {}
      : { principals: { ...principals, items: principals.items.map((named) => ({ ...named, text: text(named.text) })) } }),
    actions: listed(actions),
    ...(resources === undefined ? {} : { resources: listed(resources) }),
    conditions: conditions.map((test) => ({ ...test, values: test.values.map(text) })),
  });
}

/** How far documents that are made of others are followed: one that is made of itself isn't one. */
const DEPTH = 8;

function read(term: Term, universe: Universe, depth: number): Policy | Unknown {
  const document = findDocument(term, universe);
  if (document === undefined) return readPolicy(term);
  if (depth === 0) return new Unknown(`${document.key} is made of too many others`);
  return readPolicyData(document.body, (given) => read(given, universe, depth - 1));
}

/** The policy that a value holds, its references to resources of the documents followed to their ARNs and names. */
export function policyOfTerm(term: Term, universe: Universe): Policy | Unknown {
  const policy = read(term, universe, DEPTH);
  if (policy instanceof Unknown) return policy;
  return { ...policy, statements: policy.statements.map(followed(universe)) };
}
