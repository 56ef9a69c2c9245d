import { suggestName } from '../../../core/text/did-you-mean';
import { asWritten } from '../../../core/input-error';
import { checkRuleDescription } from '../../../core/rule-description';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import type { PeeringInput } from '../landing-zone';
import { hasUnknownNetwork, networkUses, type NetworkUse } from '../network-uses';

/** The text that both orders of two networks share. */
export function peeringKey(a: string, b: string): string {
  return [a, b].sort().join(' ');
}

function findEnd(
  inspection: Inspection,
  path: Path,
  text: string,
  uses: ReadonlyMap<string, NetworkUse>,
): NetworkUse | undefined {
  const use = uses.get(text);
  if (use !== undefined || hasUnknownNetwork(inspection, text.split('/')[0] ?? '')) return use;
  const form = /^[^/]+\/[^/]+$/.test(text) ? '' : ', as account/network';
  const problem = `no account has this network${form}`;
  inspection.refuse(path, { problem, got: asWritten(text), remedy: suggestName(text, uses.keys()), code: 'LZ-CFG-40' });
  return undefined;
}

function checkPair(inspection: Inspection, path: Path, a: NetworkUse, b: NetworkUse): void {
  const got = asWritten(`${a.account}/${a.network} – ${b.account}/${b.network}`);
  if (a.account === b.account && a.network === b.network) {
    inspection.refuse(path, {
      problem: "a network can't be connected to itself",
      got,
      remedy: 'name two networks',
      code: 'LZ-CFG-51',
    });
    return;
  }
  if (!a.regions.some((region) => b.regions.includes(region))) {
    const problem = 'the two networks share no Region, and peerings lie within one';
    inspection.refuse(path, { problem, got, remedy: 'give them a Region in common', code: 'LZ-CFG-51' });
  }
  // @source Amazon VPC Peering Guide, "VPC peering limitations": no peering of VPCs with overlapping blocks.
  const fixed = inspection
    .names(['networks', a.network, 'ranges'])
    .find((name) => inspection.read(['networks', a.network, 'ranges', name, 'cidr']) !== undefined);
  if (a.network !== b.network || fixed === undefined) return;
  const problem = `both ends have the same range "${fixed}" of network "${a.network}", and AWS connects no VPCs whose ranges overlap`;
  inspection.refuse(path, {
    problem,
    got,
    remedy: 'let the range come from the pool: give it size: instead of cidr:',
    code: 'LZ-CFG-51',
  });
}

/** Peerings: two networks that there are, once, with a Region in common. */
export function checkPeerings(inspection: Inspection): void {
  const uses = new Map(networkUses(inspection).map((use) => [`${use.account}/${use.network}`, use]));
  const seen = new Map<string, Path>();
  for (const { value, path } of inspection.entries<PeeringInput>(['peerings'])) {
    inspection.attempt([...path, 'why'], () => checkRuleDescription(value.why));
    const [a, b] = value.between.map((end, i) => findEnd(inspection, [...path, 'between', i], end, uses));
    if (a !== undefined && b !== undefined) checkPair(inspection, path, a, b);
    const key = peeringKey(...value.between);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, path);
    else {
      const problem = `the peering is stated twice, first at ${inspection.places.name(other)}`;
      inspection.refuse(path, { problem, got: asWritten(value.between.join(' – ')), remedy: 'keep one', code: 'LZ-CFG-51' });
    }
  }
}
