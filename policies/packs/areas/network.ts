import { aclAdminPorts } from '../../rules/exposure/acl-admin-ports';
import { adminPortsFromInternet } from '../../rules/exposure/admin-ports-from-internet';
import { cifsFromInternet } from '../../rules/exposure/cifs-from-internet';
import { databaseFromInternet } from '../../rules/exposure/database-from-internet';
import { highRiskPorts } from '../../rules/exposure/high-risk-ports';
import { latentOpenings } from '../../rules/exposure/latent-openings';
import { noAutomaticPublicAddress } from '../../rules/exposure/no-automatic-public-address';
import { publicIngressOutsidePublicTiers } from '../../rules/exposure/public-ingress-outside-public-tiers';
import { aclQuota } from '../../rules/network/acl-quota';
import { defaultGroupClosed } from '../../rules/network/default-group-closed';
import { describedRules } from '../../rules/network/described-rules';
import { disjointSubnets } from '../../rules/network/disjoint-subnets';
import { ec2Endpoint } from '../../rules/network/ec2-endpoint';
import { flowLogs } from '../../rules/network/flow-logs';
import { groupRuleQuota } from '../../rules/network/group-rule-quota';
import { literalAddresses } from '../../rules/network/literal-addresses';
import { peeringRoutesNarrow } from '../../rules/network/peering-routes-narrow';
import { transitAutoAccept } from '../../rules/network/transit-auto-accept';
import { unusedAcl } from '../../rules/network/unused-acl';
import { unusedEndpoint } from '../../rules/network/unused-endpoint';
import type { PackEntry } from '../pack';

/** Networks, and what the internet reaches in them. */
export const network: readonly PackEntry[] = [
  { rule: aclAdminPorts, level: 'warning' },
  { rule: adminPortsFromInternet, level: 'error' },
  { rule: cifsFromInternet, level: 'error' },
  { rule: databaseFromInternet, level: 'error' },
  { rule: highRiskPorts, level: 'error' },
  { rule: latentOpenings, level: 'warning' },
  { rule: noAutomaticPublicAddress, level: 'warning' },
  { rule: publicIngressOutsidePublicTiers, level: 'error' },
  { rule: aclQuota, level: 'error' },
  { rule: defaultGroupClosed, level: 'warning' },
  { rule: describedRules, level: 'error' },
  { rule: disjointSubnets, level: 'error' },
  { rule: ec2Endpoint, level: 'note' },
  { rule: flowLogs, level: 'warning' },
  { rule: groupRuleQuota, level: 'error' },
  { rule: literalAddresses, level: 'error' },
  { rule: peeringRoutesNarrow, level: 'warning' },
  { rule: transitAutoAccept, level: 'error' },
  { rule: unusedAcl, level: 'note' },
  { rule: unusedEndpoint, level: 'warning' },
];
