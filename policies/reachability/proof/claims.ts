import type { Family } from '../../../modules/core/cidr';
import type { Intent, IntentClaim } from '../../../modules/core/intent';
import { parsePort, type Port } from '../../../modules/core/port';
import { type NetworkFacts, type Traffic, trafficOf, ALL_TRAFFIC } from '../../model/network';
import { ask, type Place, placeOf, type Reply } from '../ask';
import { hasFamily, shapeOf } from '../ask/place';
import type { Prover } from '../prover';
import type { End } from '../query';
import { covers, isEmpty } from '../region/region';
import { familiesOf } from './names/declared-flows';
import { regionPorts } from './matrix/region-ports';
import type { PeerEnds } from './names/peer-ends';

/** What a claim says. */
interface Said {
  readonly from: string;
  readonly to: string;
  readonly port?: string;
}

/** A claim, and whether the Terraform bears it out. */
export interface ClaimProof {
  readonly claim: IntentClaim;
  readonly kind: 'reaches' | 'isolated';
  readonly from: string;
  readonly to: string;
  /** @default - every protocol and port */
  readonly port?: string;
  readonly holds: boolean | 'unknown';
  /** How many pairs of subnets and families were asked about. */
  readonly pairs: number;
  /** The packet and its way. @default - it holds */
  readonly reply?: Reply;
  /** What arrives where nothing should, or may, as flows write it. @default - it holds, or it isn't about that */
  readonly arrives?: readonly string[];
}

interface Pair {
  readonly from: End;
  readonly to: End;
  readonly family: Family;
}

/** Holds claims against the network: `reaches` read strictly, `isolated` leniently, so that what isn't known never passes. */
export class ClaimProofs {
  constructor(
    private readonly prover: Prover,
    private readonly facts: NetworkFacts,
    private readonly peers: PeerEnds,
  ) {}

  /** Every claim of the configuration, in the order of the file. */
  all({ claims }: Intent): readonly ClaimProof[] {
    return claims.flatMap((claim) =>
      (['reaches', 'isolated'] as const).flatMap((kind) => {
        const said = claim.claim[kind] as Said | undefined;
        return said === undefined ? [] : [this.#prove(claim, kind, said)];
      }),
    );
  }

  #prove(claim: IntentClaim, kind: ClaimProof['kind'], { from, to, port }: Said): ClaimProof {
    const parsed = port === undefined ? undefined : parsePort(port);
    const traffic = parsed === undefined ? ALL_TRAFFIC : trafficOf(parsed);
    const pairs = this.#pairs(claim.network, kind, from, to, port);
    const stated = { claim, kind, from, to, pairs: pairs.length, ...(port === undefined ? {} : { port }) };
    if (pairs.length > 0 && pairs.every((pair) => this.#bears(kind, pair, traffic))) return { ...stated, holds: true };
    const reply = this.#ask(claim.network, from, to, parsed, pairs);
    const unknown = kind === 'reaches' ? reply.verdict === 'unknown' : reply.arrives === 'unknown';
    const arrives = kind === 'isolated' ? { arrives: this.#arriving(pairs, traffic) } : {};
    return { ...stated, holds: unknown ? 'unknown' : false, reply, ...arrives };
  }

  #pairs(network: string, kind: ClaimProof['kind'], from: string, to: string, port: string | undefined): Pair[] {
    const families: readonly Family[] =
      kind === 'isolated' ? ['v4', 'v6'] : familiesOf({ from, to, port: port ?? 'all' }, this.peers.network(network));
    return families.flatMap((family) => {
      const within = (peer: string): End[] =>
        this.peers.of(network, peer, family).filter((end) => hasFamily(end, family, this.facts));
      return within(from).flatMap((source) => within(to).map((target): Pair => ({ from: source, to: target, family })));
    });
  }

  #bears(kind: ClaimProof['kind'], { from, to, family }: Pair, traffic: Traffic): boolean {
    if (kind === 'isolated') return isEmpty(this.prover.passing(from, to, family, 'lenient', traffic).arrives);
    const { asked, works } = this.prover.passing(from, to, family, 'strict', traffic);
    return !isEmpty(asked) && covers(works, asked);
  }

  #arriving(pairs: readonly Pair[], traffic: Traffic): readonly string[] {
    const ports = pairs.flatMap(({ from, to, family }) =>
      regionPorts(this.prover.passing(from, to, family, 'lenient', traffic).arrives, family),
    );
    return [...new Set(ports)].sort();
  }

  #ask(network: string, from: string, to: string, port: Port | undefined, pairs: readonly Pair[]): Reply {
    const families = [...new Set(pairs.map(({ family }) => family))];
    // Blocks outside are of one family; every other end is the same in both.
    const place = (peer: string): Place => {
      const ends = (['v4', 'v6'] as const).flatMap((family) => this.peers.of(network, peer, family));
      return placeOf(peer, [...new Map(ends.map((end) => [shapeOf(end), end])).values()]);
    };
    const family = families.length === 1 ? families[0] : undefined;
    return ask(
      this.facts,
      {
        from: place(from),
        to: place(to),
        ...(port === undefined ? {} : { port }),
        ...(family === undefined ? {} : { family }),
      },
      this.prover,
    );
  }
}
