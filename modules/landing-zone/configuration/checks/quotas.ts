import type { Inspection } from '../inspection/inspection';

/**
 * @source Amazon VPC User Guide, "Amazon VPC quotas": ACL entries 20, at most 40; groups per interface 5, at most 16;
 * rules per group times groups per interface at most 1,000
 */
const BOUNDS = {
  aclEntries: { highest: 40, usual: 20, noun: 'network ACL entries per direction' },
  groupRules: { highest: 1000, usual: 60, noun: 'rules of a security group' },
  interfaceGroups: { highest: 16, usual: 5, noun: 'security groups of an interface' },
} as const;

const MOST_PRODUCT = 1000;

/** Quotas within what AWS grants. */
export function checkQuotas(inspection: Inspection): void {
  for (const [name, { highest, noun }] of Object.entries(BOUNDS)) {
    const quota = inspection.readNumber(['quotas', name]);
    if (quota === undefined || (quota >= 1 && quota <= highest)) continue;
    const remedy = 'write the quota that AWS shows for your accounts';
    inspection.refuse(['quotas', name], {
      problem: `${noun} must be 1 to ${String(highest)}`,
      got: String(quota),
      remedy,
      code: 'LZ-CFG-52',
    });
  }
  const rules = inspection.readNumber(['quotas', 'groupRules']) ?? BOUNDS.groupRules.usual;
  const groups = inspection.readNumber(['quotas', 'interfaceGroups']) ?? BOUNDS.interfaceGroups.usual;
  const isEachGood = rules >= 1 && rules <= BOUNDS.groupRules.highest && groups >= 1 && groups <= BOUNDS.interfaceGroups.highest;
  if (!isEachGood || rules * groups <= MOST_PRODUCT) return;
  const problem = `rules of a group times groups of an interface must be at most ${String(MOST_PRODUCT)}`;
  const remedy = `with ${String(groups)} groups have at most ${String(Math.floor(MOST_PRODUCT / groups))} rules`;
  inspection.refuse(
    ['quotas'],
    { problem, got: `${String(rules)} × ${String(groups)} = ${String(rules * groups)}`, remedy, code: 'LZ-CFG-52' },
    'key',
  );
}
