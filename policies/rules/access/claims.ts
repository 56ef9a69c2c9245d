import type { AccessProof } from '../../iam/inquiry/access-claims';
import { placeOfKey } from '../reachability/place-of-key';
import type { Finding, Rule } from '../rule';
import { accessProofsOf } from './proven';

const ID = 'access/claims';

/** The claim as people read it: `denied: any s3:DeleteObject on arn:aws:s3:::archive/*`. */
function statedText({ claim }: AccessProof): string {
  const { kind, principal, actions, resource } = claim;
  return `${kind}: ${principal} ${actions.join(', ')} on ${resource}`;
}

function problemOf({ holds, asked, against, astray }: AccessProof): string {
  if (astray !== undefined) return `nothing stands for it: ${astray}`;
  const [first] = against;
  if (first === undefined) throw new Error('a claim that nothing contradicts holds');
  const { principal, action, decision } = first;
  const verb = { allowed: 'may', denied: 'may not', unknown: 'perhaps may' }[decision.decision];
  const others = against.length === 1 ? '' : `, and ${String(against.length - 1)} more of ${String(asked)}`;
  return `${principal} ${verb} ${action}${others}${holds === 'unknown' ? '; what is not known decides' : ''}`;
}

/** What the configuration claims of who may do what holds by the policies that will run. */
export const accessClaims: Rule = {
  id: ID,
  summary: 'Every claim about access holds',
  judge: (universe) =>
    accessProofsOf(universe)
      .claims.filter(({ holds }) => holds !== true)
      .map((proof): Finding => {
        const { claim, holds, against } = proof;
        const [first] = against;
        const place = placeOfKey(universe, first?.decision.statement?.policy.key, 'the organisation');
        return {
          rule: ID,
          verdict: holds === 'unknown' ? 'unknown' : 'violated',
          ...place,
          stated: statedText(proof),
          ...(claim.position === undefined ? {} : { position: claim.position }),
          problem: problemOf(proof),
          ...(first === undefined ? {} : { witness: first.decision.why }),
          fix: claim.kind === 'allowed' ? 'allow it, or give up the claim' : 'take back what allows it, or give up the claim',
        };
      }),
};
