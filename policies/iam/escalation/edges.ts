import { arnOf, canonical } from '../../model/arns';
import { ByAccount } from '../../model/by-account';
import type { ResourceFact } from '../../model/universe';
import type { Decision } from '../decision';
import type { AskedResource } from '../gather';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { RequestContext } from '../request';
import type { EscalationKind, Step } from './kind';
import { ESCALATION_KINDS } from './kinds';
import { NamedRoles } from './named-roles';
import { newResource } from './new-resource';
import { type Room, roomOf, WIDE } from './own-boundary';
import type { ReachOfTrust } from './reach-of-trust';

/** One way that somebody has to more rights. */
export interface Edge {
  readonly kind: EscalationKind;
  /** @default - everything there is, or whatever roles the account has that trust the service */
  readonly to?: Actor;
  /** Key of the resource that works with the role. @default - none is involved */
  readonly holder?: string;
  readonly decisions: readonly { readonly step: Step; readonly decision: Decision }[];
  /** Whether every call is surely allowed. */
  readonly certain: boolean;
}

/** What the calls of a way are about. */
interface Setting {
  readonly kind: EscalationKind;
  readonly to?: Actor;
  readonly holder?: ResourceFact;
  readonly ownPolicy?: AskedResource;
  readonly ownGroup?: AskedResource;
}

/** Whether what is gained is given to somebody themselves, whose boundary goes on limiting it. */
function isOwnGain({ leadsTo, steps }: EscalationKind): boolean {
  return leadsTo === 'group' || steps.some(({ on }) => on === 'itself' || on === 'own group' || on === 'own policy');
}

/** Everything that ways of one universe may lead to or by. */
export class Ways {
  readonly #factByKey = new Map<string, ResourceFact>();
  readonly #holders = new Map<string, ResourceFact[]>();
  readonly #roles: NamedRoles;
  readonly #actors = new ByAccount<Actor>();
  readonly #rooms = new Map<string, Room>();

  constructor(
    private readonly inquiry: Inquiry,
    private readonly trust: ReachOfTrust,
  ) {
    this.#roles = new NamedRoles(inquiry);
    for (const actor of inquiry.actors) this.#actors.add(actor.principal.accountId, actor);
    for (const { holder } of ESCALATION_KINDS) if (holder !== undefined) this.#holders.set(holder.type, []);
    for (const { resources } of inquiry.universe.stacks) {
      for (const fact of resources) {
        if (fact.mode !== 'managed') continue;
        this.#factByKey.set(fact.key, fact);
        this.#holders.get(fact.type)?.push(fact);
      }
    }
  }

  /** Every way that somebody may have, each at most once for each of those it leads to. */
  *from(actor: Actor): Generator<Edge> {
    for (const kind of ESCALATION_KINDS) {
      const isHis = kind.for === undefined || (kind.for === 'role') === (actor.kind === 'role');
      if (!isHis) continue;
      for (const setting of this.#settings(actor, kind)) {
        const edge = this.#edge(actor, setting);
        if (edge !== undefined) yield edge;
      }
    }
  }

  *#settings(actor: Actor, kind: EscalationKind): Generator<Setting> {
    const own = kind.steps.find(({ on }) => on === 'own policy' || on === 'own group')?.on;
    if (own === 'own policy') {
      for (const ownPolicy of this.#ownPolicies(actor)) yield { kind, ownPolicy };
    } else if (own === 'own group') {
      for (const key of actor.principal.groups) yield { kind, ownGroup: this.#resource(key) };
    } else if (kind.leadsTo === 'everything') {
      yield { kind };
    } else if (kind.holder !== undefined) {
      for (const holder of this.#holders.get(kind.holder.type) ?? []) {
        for (const to of this.#roles.namedBy(holder, kind.holder.argument)) {
          if (this.#isOther(actor, to)) yield { kind, to, holder };
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
    return leadsTo === to.kind;
  }

  /** The managed policies of the documents that are attached to somebody. */
  #ownPolicies({ principal }: Actor): readonly AskedResource[] {
    return principal.policies.flatMap(({ form, key }) => (form === 'managed' && key !== undefined ? [this.#resource(key)] : []));
  }

  #resource(key: string): AskedResource {
    const fact = this.#factByKey.get(key);
    if (fact === undefined) throw new Error(`the documents have no ${key}`);
    const { accountId } = fact;
    return { arn: canonical(arnOf(fact), this.inquiry.universe), ...(accountId === undefined ? {} : { accountId }) };
  }

  #edge(actor: Actor, setting: Setting): Edge | undefined {
    const { kind, to, holder } = setting;
    const decisions: { step: Step; decision: Decision }[] = [];
    for (const step of kind.steps) {
      const decision = this.#ask(actor, step, setting);
      if (decision.decision === 'denied') return undefined;
      // A role that isn't in the documents is worth a word only where every role may be handed over.
      if (step.on === 'target' && to === undefined && decision.decision !== 'allowed') return undefined;
      decisions.push({ step, decision });
    }
    const room = isOwnGain(kind) ? this.#roomOf(actor) : WIDE;
    // A group may be of use within a boundary, which its other members needn't have.
    if (room.everything === 'denied' && kind.leadsTo !== 'group') return undefined;
    if (room.opened !== undefined) decisions.push(room.opened);
    const trusted = kind.service === undefined || to === undefined ? 'allowed' : this.#trusts(to, kind.service);
    if (trusted === 'denied') return undefined;
    return {
      kind,
      ...(to === undefined ? {} : { to }),
      ...(holder === undefined ? {} : { holder: holder.key }),
      decisions,
      certain:
        trusted === 'allowed' &&
        room.everything === 'allowed' &&
        (to !== undefined || kind.service === undefined) &&
        decisions.every(({ decision }) => decision.decision === 'allowed'),
    };
  }

  #roomOf(actor: Actor): Room {
    let room = this.#rooms.get(actor.key);
    if (room === undefined) {
      room = roomOf(this.inquiry, actor, (key) => this.#resource(key));
      this.#rooms.set(actor.key, room);
    }
    return room;
  }

  #ask(actor: Actor, step: Step, { kind, to, holder, ownPolicy, ownGroup }: Setting): Decision {
    const context: RequestContext =
      step.action === 'iam:PassRole' && kind.service !== undefined
        ? new Map([['iam:passedtoservice', [kind.service]]])
        : new Map();
    const isNew = step.on === 'new';
    // Whatever else stands elsewhere, oneself and what one makes are of one's own account.
    const isOwn = step.on !== 'target' && step.on !== 'holder';
    const about = (resource: AskedResource): Decision => {
      return this.inquiry.ask({ caller: actor.caller, action: step.action, resource, context, isNew, isOwn });
    };
    switch (step.on) {
      case 'itself':
        return about({ arn: actor.principal.arn, ...accountOf(actor) });
      case 'own policy':
        return about(ownPolicy ?? { arn: '*' });
      case 'own group':
        return about(ownGroup ?? { arn: '*' });
      case 'target':
        return about(to === undefined ? anyRole(actor) : this.#asResource(to));
      case 'holder':
        return about(holder === undefined ? { arn: '*' } : this.#resource(holder.key));
      case 'new':
        return about(newResource(step, actor));
      case 'none':
        return about({ arn: '*', ...accountOf(actor) });
    }
  }

  /** A member of a group stands for the group. */
  #asResource(to: Actor): AskedResource {
    return to.kind === 'group member' ? this.#resource(to.key) : { arn: to.principal.arn, ...accountOf(to) };
  }

  /** Whether a role's trust policy lets a service take it. */
  #trusts(to: Actor, service: string): Decision['decision'] {
    const caller = this.inquiry.callerOf(service);
    return this.inquiry.ask({ caller, action: 'sts:AssumeRole', resource: this.#asResource(to) }).decision;
  }
}

/** A role of the account that the documents don't make. */
function anyRole(actor: Actor): AskedResource {
  return newResource({ action: 'iam:PassRole', on: 'new' }, actor);
}

function accountOf({ principal: { accountId } }: Actor): { readonly accountId?: string } {
  return accountId === undefined ? {} : { accountId };
}
