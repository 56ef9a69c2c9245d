import type { Rule } from '../../../../policies';
import { aclAdminPorts } from '../../../../policies/rules/exposure/acl-admin-ports';
import { adminPortsFromInternet } from '../../../../policies/rules/exposure/admin-ports-from-internet';
import { cifsFromInternet } from '../../../../policies/rules/exposure/cifs-from-internet';
import { databaseFromInternet } from '../../../../policies/rules/exposure/database-from-internet';
import { highRiskPorts } from '../../../../policies/rules/exposure/high-risk-ports';
import { latentOpenings } from '../../../../policies/rules/exposure/latent-openings';
import { publicIngressOutsidePublicTiers } from '../../../../policies/rules/exposure/public-ingress-outside-public-tiers';
import { universeOf } from '../../reachability/cases/terraform';
import { acls } from './evasion/acls';
import { blocks } from './evasion/blocks';
import { forms } from './evasion/forms';
import { protocols } from './evasion/protocols';
import { type EvasionRow, withoutStack } from './evasion/row';
import { ways } from './evasion/ways';

const RULES: readonly Rule[] = [
  aclAdminPorts,
  adminPortsFromInternet,
  cifsFromInternet,
  databaseFromInternet,
  highRiskPorts,
  latentOpenings,
  publicIngressOutsidePublicTiers,
];

/** What the rules find, but for what AWS's own default ACL lets in. */
function found({ network }: EvasionRow): readonly string[] {
  const universe = universeOf(network);
  return RULES.flatMap((rule) => rule.judge(universe))
    .filter(({ problem }) => !problem.startsWith('its default network ACL'))
    .map(({ verdict, rule, address = '', problem, witness = 'none' }) => {
      return withoutStack(`${verdict} ${rule.replace('exposure/', '')} ${address}: ${problem} | ${witness}`);
    });
}

describe.each([
  ['blocks', blocks],
  ['protocols', protocols],
  ['forms', forms],
  ['ways', ways],
  ['ACLs', acls],
])('%s', (_, rows) => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    expect(found(row)).toEqual(row.finds);
  });
});
