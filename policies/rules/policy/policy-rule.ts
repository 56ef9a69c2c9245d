import { identityFactsOf } from '../../model/identity/reading';
import type { StatedPolicy } from '../../model/identity/identity-facts';
import type { Policy, Statement } from '../../model/policy/policy';
import { statementName } from '../../model/policy/statement-name';
import { Unknown } from '../../model/term';
import { type Finding, findingOn, type Rule, type Verdict } from '../rule';

/** Something that isn't right in a policy. */
export interface PolicyFault {
  /** @default - the policy as a whole */
  readonly statement?: Statement;
  /** A clause that goes on from the name of the statement: `the action "s3:GetObjct" is none of AWS's`. */
  readonly problem: string;
  readonly fix: string;
  /** @default 'violated' */
  readonly verdict?: Verdict;
}

/** A rule about the text of policies. */
export interface PolicyRule {
  readonly id: string;
  readonly summary: string;
  /** What it says of policies that can be read. */
  readonly faultsOf: (policy: Policy, stated: StatedPolicy) => Iterable<PolicyFault>;
}

/** Makes a rule that judges every policy of the documents by itself. Those that can't be read, or are none, are others' findings. */
export function policyRule({ id, summary, faultsOf }: PolicyRule): Rule {
  return {
    id,
    summary,
    judge: (universe) => {
      const findings: Finding[] = [];
      for (const stated of identityFactsOf(universe).policies) {
        const { fact, argument, policy } = stated;
        if (policy instanceof Unknown || policy.faults.length > 0) continue;
        for (const { statement, problem, fix, verdict } of faultsOf(policy, stated)) {
          const place = statement === undefined ? argument : `${argument}, ${statementName(statement)}`;
          findings.push(findingOn(id, fact, `${place}: ${problem}`, fix, verdict));
        }
      }
      return findings;
    },
  };
}
