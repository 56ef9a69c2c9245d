import { Unknown } from '../../../term';
import type { Key, Known, OneOf } from '../../known';
import type { Peering, RouteTable } from '../../routing';
import type { Vpc } from '../../vpc';
import { anything, findOnly } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Vpcs } from '../vpc/vpcs';

const OUTSIDE = new Unknown('the peering lies outside of the documents');
const NOT_ACCEPTED = new Unknown('whether it is accepted stands in none of the documents');

/** What the peerings of the documents join, and whether they are accepted. */
export class Peerings {
  private readonly accepted = new Map<Key, Known<boolean>>();

  constructor(
    private readonly sources: Sources,
    private readonly vpcs: Vpcs,
  ) {
    for (const section of sources.of('aws_vpc_peering_connection_accepter')) {
      const named = section.findNamed('vpc_peering_connection_id') ?? { choices: [] };
      const accepts = section.origin.repeated ?? section.flag('auto_accept', false);
      const sure = findOnly(named) === undefined ? new Unknown(`${section.origin.key} may accept it`) : accepts;
      for (const key of named.choices) this.accepted.set(key, sure);
    }
    // Both sides are named before VPCs are told.
    for (const section of sources.of('aws_vpc_peering_connection')) this.sides(section);
  }

  private sides(section: Section): { readonly requester: OneOf<Key>; readonly accepter: OneOf<Key> } {
    return { requester: this.vpcs.of(section), accepter: this.vpcs.of(section, 'peer_vpc_id') };
  }

  private active(section: Section): Known<boolean> {
    const { origin } = section;
    if (origin.repeated !== undefined) return origin.repeated;
    if (section.findText('accept_status') === 'active') return true;
    const accepted = this.accepted.get(origin.key);
    if (accepted !== undefined && accepted !== false) return accepted;
    const auto = section.flag('auto_accept', false);
    const elsewhere = section.has('peer_owner_id') || section.has('peer_region');
    // Somebody who isn't seen here may have accepted it.
    return auto === false || (auto === true && elsewhere) ? section.gap('auto_accept', NOT_ACCEPTED) : auto;
  }

  /** The resource stands in the requester's Region; where nobody says which that is, as in a state, the requester itself may. */
  private oneRegion(section: Section, requester: Vpc | undefined): Known<boolean> {
    const peer = section.findText('peer_region');
    if (peer instanceof Unknown) return peer;
    if (peer === undefined) return true;
    const own = section.origin.region ?? (requester?.origin === undefined ? undefined : requester.region);
    return typeof own === 'string' ? own === peer : section.gap('peer_region', new Unknown("the requester's Region is not told"));
  }

  /** Every peering, and those that tables lead to. */
  all(vpcs: ReadonlyMap<Key, Vpc>, tables: ReadonlyMap<Key, RouteTable>): ReadonlyMap<Key, Peering> {
    const peerings = new Map<Key, Peering>();
    for (const section of this.sources.of('aws_vpc_peering_connection')) {
      const { origin } = section;
      const sides = this.sides(section);
      const requester = findOnly(sides.requester);
      const oneRegion = this.oneRegion(section, requester === undefined ? undefined : vpcs.get(requester));
      peerings.set(origin.key, { key: origin.key, origin, ...sides, active: this.active(section), oneRegion });
    }
    for (const { vpc, routes } of tables.values()) {
      for (const { origin, target } of routes) {
        for (const choice of target.choices) {
          if (choice.kind !== 'peering' || peerings.has(choice.key)) continue;
          const side = { requester: vpc, accepter: anything(OUTSIDE) };
          peerings.set(choice.key, { key: choice.key, origin, ...side, active: OUTSIDE, oneRegion: OUTSIDE });
        }
      }
    }
    return peerings;
  }
}
