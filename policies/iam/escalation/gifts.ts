import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { Calls, DecidedStep, Objects } from './calls';
import { ESCALATION_KINDS, type EscalationKind } from './kinds';
import { roomOf } from './room';

/** All rights that somebody gives to another one, whose credentials they come by. */
export interface Gift {
  readonly kind: EscalationKind;
  readonly giver: Actor;
  readonly decisions: readonly DecidedStep[];
  /** Whether every call is surely allowed, and what is given is of use. */
  readonly certain: boolean;
}

const GIVEN = ESCALATION_KINDS.filter(({ given }) => given !== undefined);
/** The calls by which rights are given. */
export const GIVING: readonly string[] = GIVEN.flatMap(({ steps }) => steps.map(({ action }) => action));

/** Finds who may give all rights to whom. */
export class Gifts {
  readonly #known = new Map<string, Gift | undefined>();

  constructor(
    private readonly inquiry: Inquiry,
    private readonly calls: Calls,
  ) {}

  /** A sure one if there is, else one that may be. */
  find(giver: Actor, to: Actor): Gift | undefined {
    const key = `${giver.key} ${to.key}`;
    if (!this.#known.has(key)) {
      const all = GIVEN.flatMap((kind) => this.#all(giver, to, kind));
      this.#known.set(key, all.find(({ certain }) => certain) ?? all[0]);
    }
    return this.#known.get(key);
  }

  #all(giver: Actor, to: Actor, kind: EscalationKind): readonly Gift[] {
    const { calls } = this;
    return this.#objects(to, kind).flatMap((objects): readonly Gift[] => {
      const decisions = kind.steps.map((step) => {
        const on = step.on === 'itself' ? 'target' : step.on;
        return { step, decision: calls.ask(giver, { ...step, on }, { to, ...objects }) };
      });
      if (decisions.some(({ decision }) => decision.decision === 'denied')) return [];
      // What a group is given is of use to whoever joins it, as far as their own limits go.
      const room = roomOf(this.inquiry, calls, to.kind === 'group member' ? giver : to, giver);
      if (room.everything === 'denied') return [];
      const sure = decisions.every(({ decision }) => decision.decision === 'allowed') && room.everything === 'allowed';
      return [{ kind, giver, decisions: [...decisions, ...(room.opened ?? [])], certain: sure }];
    });
  }

  /** What calls are about that give rights to somebody: themselves, a group that they are in, a policy that they have. */
  #objects(to: Actor, kind: EscalationKind): readonly Objects[] {
    const { kind: whose, principal } = to;
    if ((kind.for === 'role') !== (whose === 'role') && kind.for !== undefined) return [];
    switch (kind.steps[0]?.on) {
      case 'own group':
        return principal.groups.map((key) => ({ own: this.calls.resource(key) }));
      case 'own policy':
        return this.calls.policiesOf(to).map((own) => ({ own }));
      default:
        return whose === 'group member' ? [] : [{}];
    }
  }
}
