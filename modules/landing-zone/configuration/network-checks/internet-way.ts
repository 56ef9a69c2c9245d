import { asWritten } from '../../../core/input-error';
import { renderFlow } from '../../../core/flow';
import type { Inspection } from '../inspection/inspection';
import type { NetworkUse } from '../network-uses';
import type { PlacedFlow } from './flows';
import { readNat } from './zones';

/**
 * A flow to the internet leaves a public tier by the internet gateway, a private one by NAT (IPv6: by the egress-only
 * gateway), an isolated one not at all.
 */
export function checkInternetWay(
  inspection: Inspection,
  network: string,
  flows: readonly PlacedFlow[],
  uses: readonly NetworkUse[],
): void {
  const own = readNat(inspection, ['networks', network, 'nat']) ?? 'none';
  const without = uses.find(({ path }) => (readNat(inspection, [...path, 'nat']) ?? own) === 'none');
  for (const { flow, path } of flows) {
    if (flow.to.kind !== 'internet' || flow.from.kind !== 'tier' || flow.from.network !== undefined) continue;
    const kind = inspection.readText(['networks', network, 'tiers', flow.from.tier, 'kind']);
    const got = asWritten(renderFlow(flow));
    if (kind === 'isolated') {
      const problem = `the isolated tier "${flow.from.tier}" has no way to the internet`;
      inspection.refuse(path, { problem, got, remedy: 'make the tier private, or use a VPC endpoint', code: 'LZ-CFG-45' });
    }
    const needsNat = kind === 'private' && flow.families?.includes('v4') !== false && flow.port.protocol !== 'icmpv6';
    const lacksNat = uses.length === 0 ? own === 'none' : without !== undefined;
    if (!needsNat || !lacksNat) continue;
    const where = without?.overrides.nat === undefined ? `network "${network}"` : `account "${without.account}"`;
    const problem = `the private tier "${flow.from.tier}" reaches the internet through NAT, which ${where} hasn't`;
    inspection.refuse(path, { problem, got, remedy: 'write nat: single or nat: one-per-zone', code: 'LZ-CFG-45' });
  }
}
