import type {
  InternetGateway,
  Key,
  NetworkFacts,
  OneOf,
  Peering,
  RouteTable,
  TransitAttachment,
  VpcEdge,
} from '../../model/network';

/** What belongs to each VPC. Made once: no question searches everything. */
export class Estate {
  private readonly tables: ReadonlyMap<Key, readonly RouteTable[]>;
  private readonly gateways: ReadonlyMap<Key, readonly InternetGateway[]>;
  private readonly edges: ReadonlyMap<Key, readonly VpcEdge[]>;
  private readonly peerings: ReadonlyMap<Key, readonly Peering[]>;
  private readonly attachments: ReadonlyMap<Key, readonly TransitAttachment[]>;

  constructor(facts: NetworkFacts) {
    this.tables = byVpc(facts.tables.values(), ({ vpc }) => [vpc]);
    this.gateways = byVpc(facts.internetGateways.values(), ({ vpc }) => [vpc]);
    this.edges = byVpc(facts.edges.values(), ({ vpc }) => [vpc]);
    this.peerings = byVpc(facts.peerings.values(), ({ requester, accepter }) => [requester, accepter]);
    this.attachments = byVpc(facts.transitAttachments.values(), ({ vpc }) => (vpc === undefined ? [] : [vpc]));
  }

  /** Tables that are or may be the VPC's. */
  tablesOf(vpc: Key): readonly RouteTable[] {
    return owned(this.tables, vpc);
  }

  internetGatewaysOf(vpc: Key): readonly InternetGateway[] {
    return owned(this.gateways, vpc);
  }

  edgesOf(vpc: Key): readonly VpcEdge[] {
    return owned(this.edges, vpc);
  }

  peeringsOf(vpc: Key): readonly Peering[] {
    return owned(this.peerings, vpc);
  }

  attachmentsOf(vpc: Key): readonly TransitAttachment[] {
    return owned(this.attachments, vpc);
  }
}

/** Where those stand whose owner may be any VPC. */
const ANY = '';

function owned<T>(owners: ReadonlyMap<Key, readonly T[]>, vpc: Key): readonly T[] {
  const [own = [], any = []] = [owners.get(vpc), owners.get(ANY)];
  return any.length === 0 ? own : [...new Set([...own, ...any])];
}

function byVpc<T>(things: Iterable<T>, owners: (thing: T) => readonly OneOf<Key>[]): ReadonlyMap<Key, readonly T[]> {
  const map = new Map<Key, T[]>();
  for (const thing of things) {
    const keys = owners(thing).flatMap(({ choices, open }) => (open === undefined ? choices : [...choices, ANY]));
    for (const key of new Set(keys)) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [thing]);
      else list.push(thing);
    }
  }
  return map;
}
