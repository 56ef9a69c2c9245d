import { parsePeer, type Peer, type TierPeer } from '../../../core/flow';
import { asWritten } from '../../../core/input-error';
import { checkName, refuseUnknown } from '../checks/names';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { hasUnknownNetwork } from '../network-uses';

function checkOtherNetwork(inspection: Inspection, path: Path, account: string, network: string): boolean {
  const accounts = inspection.names(['accounts']);
  if (!accounts.includes(account)) {
    if (!inspection.isUnknowable(['accounts'])) {
      refuseUnknown(inspection, path, 'account', account, accounts, 'add it under accounts:');
    }
    return false;
  }
  const only = inspection.readText(['accounts', account, 'network']);
  const networks = [...inspection.names(['accounts', account, 'networks']), ...(only === undefined ? [] : [only])];
  if (networks.includes(network)) return true;
  if (hasUnknownNetwork(inspection, account)) return false;
  refuseUnknown(inspection, path, `network in account "${account}"`, network, networks, `give account "${account}" this network`);
  return false;
}

function checkTier(inspection: Inspection, path: Path, network: string, peer: TierPeer): boolean {
  if (peer.network !== undefined && !checkOtherNetwork(inspection, path, peer.network.account, peer.network.network)) {
    return false;
  }
  const container = ['networks', peer.network?.network ?? network, 'tiers'];
  const tiers = inspection.names(container);
  if (peer.group !== undefined) checkName(inspection, path, peer.group, 'group');
  if (tiers.includes(peer.tier)) return true;
  // One mistake, and not one for every flow that names a tier.
  if (inspection.isUnknowable(container) || (tiers.length === 0 && inspection.read(container) !== undefined)) return false;
  // "internett" reads as a tier.
  const known = peer.network === undefined && peer.group === undefined ? [...new Set([...tiers, 'internet'])] : tiers;
  refuseUnknown(inspection, path, 'tier', peer.tier, known, 'add it under tiers:');
  return false;
}

/** One end of a flow or claim, if it is well formed and everything that it names is there. */
export function readPeer(inspection: Inspection, path: Path, network: string): Peer | undefined {
  const text = inspection.readText(path);
  const peer = text === undefined ? undefined : inspection.attempt(path, () => parsePeer(text));
  if (peer?.kind === 'tier' && !checkTier(inspection, path, network, peer)) return undefined;
  if (peer?.kind === 'onprem' && !inspection.names(['onPremises']).includes(peer.name)) {
    if (inspection.isUnknowable(['onPremises'])) return undefined;
    const declare = `add it under ${inspection.places.spell(['onPremises'])}:`;
    refuseUnknown(inspection, path, 'network outside AWS', peer.name, inspection.names(['onPremises']), declare);
    return undefined;
  }
  if (peer?.kind === 'endpoint') {
    const known = inspection.names(['networks', network, 'endpoints']);
    if (!known.includes(peer.service)) {
      if (inspection.isUnknowable(['networks', network, 'endpoints'])) return undefined;
      refuseUnknown(
        inspection,
        path,
        'endpoint',
        peer.service,
        known,
        `add ${asWritten(peer.service).slice(1, -1)}: under endpoints:`,
      );
      return undefined;
    }
  }
  return peer;
}
