import { identityFactsOf } from '../../../model/identity/reading';
import type { PolicyKind } from '../../../model/identity/identity-facts';
import { Unknown } from '../../../model/term';
import { publicGrantsOf, statementName } from '../../granting/public-grant';
import { type Finding, findingOn, type Rule } from '../../rule';

const ID = 'identity/trust/named-grantees';
const FIX = 'name who may, or narrow the statement by aws:PrincipalOrgID, aws:SourceArn or aws:SourceAccount';

/** Buckets have a rule of their own, and so have functions and roles. */
const KINDS: readonly PolicyKind[] = ['resource', 'key'];

/** What is there to be met by everybody: an API's policy says which network may call, a public registry is public. */
const MEANT_FOR_ALL: readonly string[] = [
  'aws_api_gateway_domain_name',
  'aws_api_gateway_rest_api',
  'aws_api_gateway_rest_api_policy',
  'aws_ecrpublic_repository_policy',
];

/** No resource's policy lets in everybody: topics, queues, keys, secrets, repositories, and whatever else has one. */
export const namedGrantees: Rule = {
  id: ID,
  summary: 'Policies of resources say whom they let in',
  judge: (universe) =>
    identityFactsOf(universe)
      .policies.filter(({ kind, fact }) => KINDS.includes(kind) && !MEANT_FOR_ALL.includes(fact.type))
      .flatMap(({ fact, argument, policy }): readonly Finding[] => {
        const open = (why: string): Finding =>
          findingOn(ID, fact, `whom ${argument} lets in isn't known: ${why}`, FIX, 'unknown');
        if (policy instanceof Unknown) return [open(policy.why)];
        const [fault] = policy.faults;
        const granted = publicGrantsOf(policy).map(({ statement, doubt }) =>
          doubt === undefined
            ? findingOn(ID, fact, `${statementName(statement)} of ${argument} lets everybody in`, FIX)
            : findingOn(ID, fact, `${statementName(statement)} of ${argument} may let everybody in: ${doubt}`, FIX, 'unknown'),
        );
        return fault === undefined ? granted : [open(`AWS refuses it: ${fault}`), ...granted];
      }),
};
