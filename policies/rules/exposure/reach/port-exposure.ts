import type { Family } from '../../../../modules/core/cidr';
import type { GroupRule, SecurityGroup } from '../../../model/network';
import { Unknown } from '../../../model/term';
import type { Universe } from '../../../model/universe';
import type { End, Packet } from '../../../reachability/query';
import { findPacket, renderPacket } from '../../../reachability/explain/witness';
import { intersect, type Region } from '../../../reachability/region/region';
import { boxesOf, commonSpans, type Span } from '../../../reachability/region/spans';
import { SOURCE } from '../../../reachability/region/box';
import { proverOf } from '../../reachability/proven';
import type { Verdict } from '../../rule';
import { answersAt } from './listeners';
import { type Opening, openingsOf } from './openings';
import { mayCarry, packetsTo, type PortOfConcern } from './port-of-concern';
import { FAMILIES, type Post, postsOf } from './posts';
import { isBroad, sourcesOf } from './public-sources';

/** A port at which the internet reaches something, or may. */
export interface ExposedPort {
  readonly post: Post;
  readonly asked: PortOfConcern;
  readonly family: Family;
  readonly verdict: Verdict;
  /** Rules that let it in: each does so by itself, or only all together. None: no group is asked, or which isn't known. */
  readonly rules: readonly GroupRule[];
  /** Only all of the rules together come to so many addresses. */
  readonly together: boolean;
  /** Why it isn't sure. @default - it is sure */
  readonly why?: string;
  /** @default - where something stands isn't known, so no packet can be named */
  readonly witness?: Packet;
}

/** What a reading of one port comes to. */
interface Sight {
  readonly region: Region;
  readonly sources: readonly Span[];
}

/** Asks for ports of concern: by the groups first, and the prover only where those are open to the internet. */
class PortExposures {
  constructor(
    private readonly universe: Universe,
    private readonly ports: readonly PortOfConcern[],
  ) {}

  all(): readonly ExposedPort[] {
    const posts = postsOf(this.universe);
    const { facts } = proverOf(this.universe);
    const hosts = posts.ofHosts().flatMap((post) => this.#at(post));
    const groups = [...facts.groups.values()].flatMap((group) =>
      this.#concerns([group]) ? posts.ofGroup(group).flatMap((post) => this.#at(post, group)) : [],
    );
    return [...hosts, ...groups];
  }

  /** Whether groups together may let the internet in at one of the ports, by rules that stand there. */
  #concerns(groups: readonly SecurityGroup[]): boolean {
    return this.ports.some((asked) => FAMILIES.some((family) => this.#isOpen(groups, asked, family)));
  }

  #isOpen(groups: readonly SecurityGroup[], asked: PortOfConcern, family: Family): boolean {
    const spans = this.#openings(groups, asked, family).flatMap(({ maybe }) => maybe);
    return spans.length > 0 && isBroad(spans, proverOf(this.universe).prover.space(family));
  }

  #openings(groups: readonly SecurityGroup[], asked: PortOfConcern, family: Family): readonly Opening[] {
    const openings = openingsOf(this.universe);
    return groups.flatMap((group) =>
      openings.of(group).filter(({ rule, family: own }) => own === family && mayCarry(rule.traffic, asked)),
    );
  }

  /** The groups that a post carries. Undefined: they filter nothing, or which they are isn't known. */
  #groupsAt({ host }: Post, alone: SecurityGroup | undefined): readonly SecurityGroup[] | undefined {
    if (host === undefined) return alone === undefined ? undefined : [alone];
    if (host.groups === 'none' || host.groups instanceof Unknown) return undefined;
    const { groups } = proverOf(this.universe).facts;
    const found = host.groups.map(({ choices: [key = '', ...others], open }) =>
      others.length > 0 || open !== undefined ? undefined : groups.get(key),
    );
    const known = found.filter((group) => group !== undefined);
    return known.length < found.length || known.some(({ incomplete }) => incomplete !== undefined) ? undefined : known;
  }

  #at(post: Post, alone?: SecurityGroup): readonly ExposedPort[] {
    const groups = this.#groupsAt(post, alone);
    return this.ports.flatMap((asked) => {
      const answers = post.host === undefined ? 'yes' : answersAt(this.universe, post.host, asked);
      if (answers === 'no') return [];
      return FAMILIES.flatMap((family) => {
        if (groups !== undefined && !this.#isOpen(groups, asked, family)) return [];
        const found = this.#exposed(post, groups, asked, family);
        const unsure = answers === 'maybe' && found?.verdict === 'violated';
        return found === undefined
          ? []
          : [unsure ? { ...found, verdict: 'unknown', why: "its listeners aren't all known" } : found];
      });
    });
  }

  #exposed(
    post: Post,
    groups: readonly SecurityGroup[] | undefined,
    asked: PortOfConcern,
    family: Family,
  ): ExposedPort | undefined {
    const { ends, open, doubt } = post.spot;
    const space = proverOf(this.universe).prover.space(family);
    const seen = ends.map((end) => ({ end, strict: this.#sight(end, asked, family, 'strict') }));
    const sure = seen.length > 0 && open === undefined && doubt === undefined && seen.every(({ strict }) => strict !== undefined);
    const found = (verdict: Verdict, sight: Sight | undefined, why?: string): ExposedPort => {
      const packet = sight === undefined ? undefined : findPacket(sight.region);
      return {
        post,
        asked,
        family,
        verdict,
        ...this.#letIn(groups ?? [], asked, family, verdict, sight?.sources),
        ...(why === undefined ? {} : { why }),
        ...(packet === undefined ? {} : { witness: renderPacket(packet, family, space, false) }),
      };
    };
    if (sure) return found('violated', seen[0]?.strict);
    for (const { end } of seen) {
      const lenient = this.#sight(end, asked, family, 'lenient');
      if (lenient !== undefined) {
        return found(
          'unknown',
          lenient,
          open ?? doubt ?? (ends.length > 1 ? 'in which subnet it stands' : this.#why(end, asked, family)),
        );
      }
    }
    return open === undefined || !mayHave(post, family) ? undefined : found('unknown', undefined, open);
  }

  /** What reaches an end at the port from so many addresses that they are the internet. */
  #sight(end: End, asked: PortOfConcern, family: Family, reading: 'strict' | 'lenient'): Sight | undefined {
    const met = postsOf(this.universe).met(end, family);
    if (met === undefined) return undefined;
    const { prover } = proverOf(this.universe);
    const space = prover.space(family);
    const region = intersect(met[reading].works, [packetsTo(asked)]);
    if (region.length === 0) return undefined;
    const sources = sourcesOf(region, space);
    return isBroad(sources, space) ? { region: intersect(region, boxesOf(sources, SOURCE)), sources } : undefined;
  }

  #why(end: End, { protocol, port }: PortOfConcern, family: Family): string {
    const traffic = { protocol, ports: { from: port, to: port } } as const;
    const { blockers, why } = proverOf(this.universe).prover.answer({ from: { kind: 'internet' }, to: end, family, traffic });
    const unknown = blockers.find(({ passes }) => passes === 'unknown');
    return unknown?.rule.replace(/^not known: /, '') ?? why;
  }

  /** The rules that let these sources in. */
  #letIn(
    groups: readonly SecurityGroup[],
    asked: PortOfConcern,
    family: Family,
    verdict: Verdict,
    sources: readonly Span[] | undefined,
  ): Pick<ExposedPort, 'rules' | 'together'> {
    const space = proverOf(this.universe).prover.space(family);
    const met = this.#openings(groups, asked, family).flatMap((opening) => {
      const admitted = verdict === 'violated' ? opening.sure : opening.maybe;
      const spans = sources === undefined ? admitted : commonSpans(admitted, sources);
      return spans.length === 0 ? [] : [{ rule: opening.rule, spans }];
    });
    const alone = met.filter(({ spans }) => isBroad(spans, space));
    const rules = (alone.length > 0 ? alone : met).map(({ rule }) => rule);
    return { rules: [...new Set(rules)], together: alone.length === 0 && rules.length > 1 };
  }
}

/** Whether what stands nobody knows where may have an address of the family that the internet meets. */
function mayHave({ host }: Post, family: Family): boolean {
  return host === undefined || (family === 'v4' ? host.publicIpv4 : host.ipv6) !== false;
}

const known = new WeakMap<Universe, Map<readonly PortOfConcern[], readonly ExposedPort[]>>();

/** Of hosts and of groups that nothing carries yet, everything that the internet reaches at one of the ports, or may. */
export function exposedPorts(universe: Universe, ports: readonly PortOfConcern[]): readonly ExposedPort[] {
  const ofUniverse = known.get(universe) ?? new Map<readonly PortOfConcern[], readonly ExposedPort[]>();
  known.set(universe, ofUniverse);
  const exposed = ofUniverse.get(ports) ?? new PortExposures(universe, ports).all();
  ofUniverse.set(ports, exposed);
  return exposed;
}
