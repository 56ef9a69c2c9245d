import type { Policy } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import { globOf, globsMeet } from '../services/glob';
import { isAdministrator } from './administrator';
import { type Edge, Ways } from './edges';
import { GIVING } from './gifts';
import { ESCALATION_KINDS } from './kinds';
import { ReachOfTrust } from './reach-of-trust';

type Chain = readonly [Edge, ...Edge[]];

/** How somebody comes to all rights, or perhaps does: one way behind the other. */
export interface Escalation {
  readonly actor: Actor;
  readonly chain: Chain;
  /** Whether every call of every way is surely allowed. */
  readonly certain: boolean;
}

/** Which policies may allow one of some actions. Most allow none of them. */
class Screen {
  readonly #actions: readonly string[];
  readonly #meets = new Map<string, boolean>();

  constructor(actions: readonly string[]) {
    this.#actions = [...new Set(actions.map((action) => action.toLowerCase()))];
  }

  /** Whether its policies may allow one of the actions: one of them does, or isn't told. */
  passes({ principal }: Actor): boolean {
    return principal.doubts.length > 0 || principal.policies.some(({ policy }) => this.allows(policy));
  }

  allows(policy: Policy | Unknown): boolean {
    if (policy instanceof Unknown || policy.faults.length > 0) return true;
    return policy.statements.some(({ effect, actions }) => {
      if (effect === 'Deny') return false;
      return actions.except || actions.items.some((item) => typeof item !== 'string' || this.#meetsOne(item));
    });
  }

  #meetsOne(text: string): boolean {
    let answer = this.#meets.get(text);
    if (answer === undefined) {
      const own = text.toLowerCase();
      // Most texts begin as none of the actions does, up to what may be several.
      const head = own.replace(/[*?$].*/, '');
      const near = this.#actions.filter((action) => action.startsWith(head));
      const glob = globOf(own);
      answer = near.some((action) => globsMeet(glob, globOf(action)));
      this.#meets.set(text, answer);
    }
    return answer;
  }
}

/** Every call of a way has to be allowed: who may not make the first goes none. */
const BEGINNING = new Screen(ESCALATION_KINDS.flatMap(({ steps }) => steps[0]?.action ?? []));
const GENEROUS = new Screen(GIVING);
const HOLDERS: ReadonlySet<string> = new Set(ESCALATION_KINDS.flatMap(({ holder }) => holder?.type ?? []));

/** The way from each of those who are reached, certain ones first, nearest first. */
class Search {
  readonly #ways: Ways;
  readonly #edges = new Map<string, readonly Edge[]>();
  readonly #administrators = new Map<string, ReturnType<typeof isAdministrator>>();

  readonly #trust: ReachOfTrust;
  /** Whether the policy of what works with a role may let somebody change it who has no policy that does. */
  readonly #isOpen: boolean;

  constructor(private readonly inquiry: Inquiry) {
    this.#trust = new ReachOfTrust(inquiry);
    this.#ways = new Ways(inquiry, this.#trust);
    this.#isOpen = inquiry.facts.resources.some(
      ({ fact, policies, doubts }) =>
        HOLDERS.has(fact.type) && (doubts.length > 0 || policies.some(({ policy }) => BEGINNING.allows(policy))),
    );
  }

  /** Whether any way is worth asking about. */
  isWorthAsking(actor: Actor): boolean {
    return this.#isOpen || BEGINNING.passes(actor) || this.#trust.names(actor);
  }

  /** @returns the shortest chain of certain ways, else the shortest there may be; undefined where there is none */
  from(actor: Actor): Escalation | undefined {
    if (this.#isAdministrator(actor) === 'allowed') return undefined;
    const chain = this.#shortest(actor, true) ?? this.#shortest(actor, false);
    return chain === undefined ? undefined : { actor, ...chain };
  }

  #shortest(start: Actor, certain: boolean): Omit<Escalation, 'actor'> | undefined {
    const seen = new Set([start.key]);
    let front: readonly (readonly [Actor, readonly Edge[]])[] = [[start, []]];
    while (front.length > 0) {
      const next: (readonly [Actor, readonly Edge[]])[] = [];
      for (const [actor, before] of front) {
        for (const edge of this.#edgesOf(actor)) {
          if (certain && !edge.certain) continue;
          const chain: Chain = before[0] === undefined ? [edge] : [before[0], ...before.slice(1), edge];
          const gains = edge.to === undefined ? 'allowed' : this.#isAdministrator(edge.to);
          const given = gains === 'allowed' ? undefined : this.#withGift(start, chain);
          if (given !== undefined && (!certain || given.every((each) => each.certain))) return endOf(given, 'allowed');
          if (gains === 'allowed' || (!certain && gains === 'unknown')) return endOf(chain, gains);
          if (edge.to === undefined || seen.has(edge.to.key)) continue;
          seen.add(edge.to.key);
          next.push([edge.to, chain]);
        }
      }
      front = next;
    }
    return undefined;
  }

  /** The chain, where somebody on it may give all rights to whom it leads to. */
  #withGift(start: Actor, chain: Chain): Chain | undefined {
    const givers = [start, ...chain.slice(0, -1).flatMap(({ to }) => to ?? [])].filter((each) => GENEROUS.passes(each));
    const last = this.#ways.withGift(chain.at(-1) ?? chain[0], givers);
    if (last === undefined) return undefined;
    const [first, ...others] = chain;
    return others.length === 0 ? [last] : [first, ...others.slice(0, -1), last];
  }

  #edgesOf(actor: Actor): readonly Edge[] {
    let edges = this.#edges.get(actor.key);
    if (edges === undefined) {
      edges = this.isWorthAsking(actor) ? [...this.#ways.from(actor)] : [];
      this.#edges.set(actor.key, edges);
    }
    return edges;
  }

  #isAdministrator(actor: Actor): ReturnType<typeof isAdministrator> {
    let answer = this.#administrators.get(actor.key);
    if (answer === undefined) {
      answer = isAdministrator(this.inquiry, actor);
      this.#administrators.set(actor.key, answer);
    }
    return answer;
  }
}

function endOf(chain: Chain, gains: 'allowed' | 'unknown'): Omit<Escalation, 'actor'> {
  return { chain, certain: gains === 'allowed' && chain.every((each) => each.certain) };
}

/** For each user, role and member of a group: the shortest way to all rights, if there is or may be one. */
export function escalationsOf(inquiry: Inquiry): readonly Escalation[] {
  const search = new Search(inquiry);
  return inquiry.actors.flatMap((actor) => (search.isWorthAsking(actor) ? (search.from(actor) ?? []) : []));
}
