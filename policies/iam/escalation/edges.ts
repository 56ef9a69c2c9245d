import { ByAccount } from '../../model/by-account';
import type { ResourceFact } from '../../model/universe';
import type { Decision } from '../decision';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import { Calls, type DecidedStep, type Objects } from './calls';
import { type Gift, Gifts } from './gifts';
import { ESCALATION_KINDS, type EscalationKind, type Need, type Step } from './kinds';
import { NamedRoles } from './named-roles';
import type { ReachOfTrust } from './reach-of-trust';
import { type Room, roomOf, WIDE } from './room';

/** One way that somebody has to more rights. */
export interface Edge {
  readonly kind: EscalationKind;
  /** @default - everything there is, or whatever roles the account has that trust the service */
  readonly to?: Actor;
  /** Key of the resource that works with the role. @default - none is involved */
  readonly holder?: string;
  /** All rights that are given to the target on the way. @default - it has those that it has */
  readonly gift?: Gift;
  readonly decisions: readonly DecidedStep[];
  /** Whether every call is surely allowed, and what the way needs besides is there. */
  readonly certain: boolean;
}

/** What the calls of a way are about. */
interface Setting extends Objects {
  readonly kind: EscalationKind;
  /** Whether the holder surely works with the target. @default true */
  readonly isHeld?: boolean;
}

/** @source IAM user guide, "IAM and AWS STS quotas": access keys of a user */
const MOST_KEYS = 2;

/** Whether what is gained is given to somebody themselves, whose boundary goes on limiting it. */
function isOwnGain({ leadsTo, steps }: EscalationKind): boolean {
  return leadsTo === 'group' || steps.some(({ on }) => on === 'itself' || on === 'own group' || on === 'own policy');
}

/** Everything that ways of one universe may lead to or by. */
export class Ways {
  readonly #holders = new Map<string, ResourceFact[]>();
  readonly #roles: NamedRoles;
  readonly #actors = new ByAccount<Actor>();
  readonly #rooms = new Map<string, Room>();
  readonly #calls: Calls;
  readonly #gifts: Gifts;
  /** Accounts that surely have a cluster of ECS. */
  readonly #clusters = new Set<string | undefined>();

  constructor(
    private readonly inquiry: Inquiry,
    private readonly trust: ReachOfTrust,
  ) {
    this.#roles = new NamedRoles(inquiry);
    for (const actor of inquiry.actors) this.#actors.add(actor.principal.accountId, actor);
    for (const { holder } of ESCALATION_KINDS) if (holder !== undefined) this.#holders.set(holder.type, []);
    for (const { resources } of inquiry.universe.stacks) {
      for (const fact of resources) {
        this.#holders.get(fact.type)?.push(fact);
        if (fact.type === 'aws_ecs_cluster' && fact.repeated === undefined) this.#clusters.add(fact.accountId);
      }
    }
    this.#calls = new Calls(inquiry);
    this.#gifts = new Gifts(inquiry, this.#calls);
  }

  /** The same way, where one of these may give all rights first to whom it leads to; undefined where none may. */
  withGift(edge: Edge, givers: readonly Actor[]): Edge | undefined {
    const { to } = edge;
    const gifts = to === undefined ? [] : givers.flatMap((giver) => this.#gifts.find(giver, to) ?? []);
    const gift = gifts.find(({ certain }) => certain) ?? gifts[0];
    if (gift === undefined) return undefined;
    return { ...edge, gift, decisions: [...gift.decisions, ...edge.decisions], certain: edge.certain && gift.certain };
  }

  /** Every way that somebody may have, each at most once for each of those it leads to. */
  *from(actor: Actor): Generator<Edge> {
    for (const kind of ESCALATION_KINDS) {
      const isHis = kind.for === undefined || (kind.for === 'role') === (actor.kind === 'role');
      const alone = isHis ? this.#alone(actor, kind) : undefined;
      if (alone === undefined) continue;
      for (const setting of this.#settings(actor, kind)) {
        const edge = this.#edge(actor, setting, alone);
        if (edge !== undefined) yield edge;
      }
    }
  }

  /** What is about nothing that is there already, asked once for all whom a way leads to; undefined where it is denied. */
  #alone(actor: Actor, { steps }: EscalationKind): ReadonlyMap<Step, Decision> | undefined {
    const asked = new Map<Step, Decision>();
    for (const step of steps) {
      if (!step.on.endsWith('new')) continue;
      const decision = this.#calls.ask(actor, step, {});
      if (decision.decision === 'denied') return undefined;
      asked.set(step, decision);
    }
    return asked;
  }

  *#settings(actor: Actor, kind: EscalationKind): Generator<Setting> {
    const on = kind.steps[0]?.on;
    if (on === 'own policy') {
      for (const own of this.#calls.policiesOf(actor)) yield { kind, own };
    } else if (on === 'own group') {
      for (const key of actor.principal.groups) yield { kind, own: this.#calls.resource(key) };
    } else if (kind.leadsTo === 'everything') {
      yield { kind };
    } else if (kind.holder !== undefined) {
      for (const holder of this.#holders.get(kind.holder.type) ?? []) {
        for (const { role, certain } of this.#roles.namedBy(holder, kind.holder.argument)) {
          if (this.#isOther(actor, role)) yield { kind, to: role, holder, isHeld: certain };
        }
      }
    } else {
      for (const to of this.#near(actor, kind)) if (this.#isOther(actor, to) && this.#isKind(to, kind)) yield { kind, to };
      if (kind.service !== undefined) yield { kind };
    }
  }

  /** Those of the same account, and of those whose account isn't told; roles are assumed across accounts, too. */
  #near({ principal: { accountId } }: Actor, { id }: EscalationKind): readonly Actor[] {
    return id === 'assume-role' ? this.trust.rolesFor(accountId) : this.#actors.near(accountId);
  }

  /** Not itself, nor a group that it is in already. */
  #isOther(actor: Actor, to: Actor): boolean {
    return to.key !== actor.key && !actor.principal.groups.includes(to.key);
  }

  #isKind(to: Actor, { leadsTo }: EscalationKind): boolean {
    if (leadsTo === 'group') return to.kind === 'group member';
    // A role of a permission set trusts IAM Identity Center alone, which alone changes whom it trusts.
    return leadsTo === to.kind && to.principal.permissionSet === undefined;
  }

  #edge(actor: Actor, setting: Setting, alone: ReadonlyMap<Step, Decision>): Edge | undefined {
    const { kind, to, holder, isHeld = true } = setting;
    const { service } = kind;
    // What works with a role already is trusted by it, whatever its policy asks for.
    const isAsked = service !== undefined && to !== undefined && (holder === undefined || !isHeld);
    const trusted = isAsked ? this.#calls.trusts(to, service) : 'allowed';
    if (trusted === 'denied') return undefined;
    const decisions: DecidedStep[] = [];
    for (const step of kind.steps) {
      const decision = alone.get(step) ?? this.#calls.ask(actor, step, { ...setting, service });
      if (decision.decision === 'denied') return undefined;
      // A role that isn't in the documents is worth a word only where every role may be handed over.
      if (step.on === 'target' && to === undefined && decision.decision !== 'allowed') return undefined;
      decisions.push({ step, decision });
    }
    const room = isOwnGain(kind) ? this.#roomOf(actor) : WIDE;
    // A group may be of use within a boundary, which its other members needn't have.
    if (room.everything === 'denied' && kind.leadsTo !== 'group') return undefined;
    decisions.push(...(room.opened ?? []));
    return {
      kind,
      ...(to === undefined ? {} : { to }),
      ...(holder === undefined ? {} : { holder: holder.key }),
      decisions,
      certain:
        trusted === 'allowed' &&
        isHeld &&
        this.#isThere(kind.needs, actor, to) &&
        room.everything === 'allowed' &&
        (to !== undefined || service === undefined) &&
        decisions.every(({ decision }) => decision.decision === 'allowed'),
    };
  }

  /** Whether the documents have what a way needs besides the calls. */
  #isThere(need: Need | undefined, actor: Actor, to: Actor | undefined): boolean {
    const { passwords = [], accessKeys = [] } = to?.principal.credentials ?? {};
    switch (need) {
      case 'password':
        return passwords.some(({ certain }) => certain);
      case 'no password':
        return passwords.length === 0;
      case 'room for a key':
        return accessKeys.length < MOST_KEYS;
      case 'instance profile':
        return to !== undefined && this.#roles.isInProfile(to);
      case 'assignment':
        return this.#mayChangeOwnSet(actor);
      case 'cluster':
        return this.#clusters.has(actor.principal.accountId);
      case undefined:
        return true;
      default:
        return false;
    }
  }

  /**
   * Whether somebody surely is assigned a set that nothing limits, where whatever set may be changed.
   * @source IAM Identity Center user guide, "Delegated administration": not "permission sets provisioned in the management account"
   */
  #mayChangeOwnSet(actor: Actor): boolean {
    const { accountId, permissionSet, boundary } = actor.principal;
    const isAssigned = permissionSet?.assignments.some(({ fact }) => fact.repeated === undefined) === true;
    if (!isAssigned || boundary !== undefined || this.#roomOf(actor) !== WIDE) return false;
    return accountId !== undefined && accountId === this.inquiry.facts.managementAccount;
  }

  #roomOf(actor: Actor): Room {
    let room = this.#rooms.get(actor.key);
    if (room === undefined) {
      room = roomOf(this.inquiry, this.#calls, actor, actor);
      this.#rooms.set(actor.key, room);
    }
    return room;
  }
}
