import type { Rule } from '../rule';
import { changesOf, isMade } from './change/change';
import { argumentFindings } from './change/comparison';
import { openedBy } from './change/open-policy';

const ID = 'plan/open-trust';
const TRUSTS = { aws_iam_role: ['assume_role_policy'] };

/** No plan lets everybody assume a role. */
export const openTrust: Rule = {
  id: ID,
  summary: 'No plan lets everybody assume a role',
  judge: (universe) =>
    argumentFindings(
      ID,
      changesOf(universe, Object.keys(TRUSTS)).filter(isMade),
      TRUSTS,
      (change, argument) => openedBy(universe, change.will(argument)),
      () => ({ problem: 'everybody may assume it', fix: 'name the principals, or confine them by aws:PrincipalOrgID' }),
    ),
};
