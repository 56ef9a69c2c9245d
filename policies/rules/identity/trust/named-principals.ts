import { publicGrantFindings } from '../../granting/public-grant-findings';
import type { Rule } from '../../rule';

const ID = 'identity/trust/named-principals';

/** No role may be assumed by everybody. */
export const namedPrincipals: Rule = {
  id: ID,
  summary: 'Trust policies of roles say whom they trust',
  judge: (universe) => publicGrantFindings(ID, universe, 'assume_role_policy', 'aws_iam_role'),
};
