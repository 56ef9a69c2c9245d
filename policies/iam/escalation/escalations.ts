import { Unknown } from '../../model/term';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import { globOf, globsMeet } from '../services/glob';
import { isAdministrator } from './administrator';
import { type Edge, Ways } from './edges';
import { ESCALATION_KINDS } from './kinds';
import { ReachOfTrust } from './reach-of-trust';

/** How somebody comes to all rights, or perhaps does: one way behind the other. */
export interface Escalation {
  readonly actor: Actor;
  readonly chain: readonly [Edge, ...Edge[]];
  /** Whether every call of every way is surely allowed. */
  readonly certain: boolean;
}

const ACTIONS = [...new Set(ESCALATION_KINDS.flatMap(({ steps }) => steps.map(({ action }) => action.toLowerCase())))];
/** What stands in an action before anything that may be several. */
const HEAD = /^[^*?$]*/;
const meets = new Map<string, boolean>();

/** Whether an action of a policy may be one that a way begins with. Most roles have none of them. */
function mayEscalate(text: string): boolean {
  let answer = meets.get(text);
  if (answer === undefined) {
    const own = text.toLowerCase();
    const [head = ''] = HEAD.exec(own) ?? [];
    const near = ACTIONS.filter((action) => action.startsWith(head));
    const glob = globOf(own);
    answer = near.some((action) => globsMeet(glob, globOf(action)));
    meets.set(text, answer);
  }
  return answer;
}

/** Whether its policies may allow a call that a way begins with: one of them does, or isn't told. */
function hasCause({ principal }: Actor): boolean {
  if (principal.doubts.length > 0) return true;
  return principal.policies.some(({ policy }) => {
    if (policy instanceof Unknown || policy.faults.length > 0) return true;
    return policy.statements.some(({ effect, actions }) => {
      if (effect === 'Deny') return false;
      return actions.except || actions.items.some((item) => typeof item !== 'string' || mayEscalate(item));
    });
  });
}

/** The way from each of those who are reached, certain ones first, nearest first. */
class Search {
  readonly #ways: Ways;
  readonly #edges = new Map<string, readonly Edge[]>();
  readonly #administrators = new Map<string, ReturnType<typeof isAdministrator>>();

  readonly #trust: ReachOfTrust;

  constructor(private readonly inquiry: Inquiry) {
    this.#trust = new ReachOfTrust(inquiry);
    this.#ways = new Ways(inquiry, this.#trust);
  }

  /** Whether any way is worth asking about. */
  isWorthAsking(actor: Actor): boolean {
    return hasCause(actor) || this.#trust.names(actor);
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
          const chain: readonly [Edge, ...Edge[]] = before[0] === undefined ? [edge] : [before[0], ...before.slice(1), edge];
          const gains = edge.to === undefined ? 'allowed' : this.#isAdministrator(edge.to);
          if (gains === 'allowed' || (!certain && gains === 'unknown')) {
            return { chain, certain: gains === 'allowed' && chain.every((each) => each.certain) };
          }
          if (edge.to === undefined || seen.has(edge.to.key)) continue;
          seen.add(edge.to.key);
          next.push([edge.to, chain]);
        }
      }
      front = next;
    }
    return undefined;
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

/** For each user, role and member of a group: the shortest way to all rights, if there is or may be one. */
export function escalationsOf(inquiry: Inquiry): readonly Escalation[] {
  const search = new Search(inquiry);
  return inquiry.actors.flatMap((actor) => (search.isWorthAsking(actor) ? (search.from(actor) ?? []) : []));
}
