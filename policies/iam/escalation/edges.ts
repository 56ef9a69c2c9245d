import { arnOf, canonical } from '../../model/arns';
import { ByAccount } from '../../model/by-account';
import type { ResourceFact } from '../../model/universe';
import type { Decision } from '../decision';
import type { AskedResource } from '../gather';
import type { Inquiry, Question } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { PlacedPolicy } from '../policy-set';
import type { RequestContext } from '../request';
import { chosenResources } from './chosen-resources';
import type { EscalationKind, Need, Step } from './kind';
import { ESCALATION_KINDS } from './kinds';
import { NamedRoles } from './named-roles';
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
  /** Whether every call is surely allowed, and what the way needs besides is there. */
  readonly certain: boolean;
}

/** What the calls of a way are about. */
interface Setting {
  readonly kind: EscalationKind;
  readonly to?: Actor;
  readonly holder?: ResourceFact;
  /** Whether the holder surely works with the target. @default true */
  readonly isHeld?: boolean;
  readonly ownPolicy?: AskedResource;
  readonly ownGroup?: AskedResource;
}

type Subject = Pick<Question, 'resource' | 'isOwn' | 'resourcePolicies'>;

const ANYTHING: AskedResource = { arn: '*' };
const SEVERITY = { allowed: 0, unknown: 1, denied: 2 } as const;

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
    const { kind, to, holder, isHeld = true } = setting;
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
    // What works with a role already is trusted by it, whatever its policy asks for.
    const isAsked = kind.service !== undefined && to !== undefined && (holder === undefined || !isHeld);
    const trusted = isAsked ? this.#trusts(to, kind.service) : 'allowed';
    if (trusted === 'denied') return undefined;
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
        (to !== undefined || kind.service === undefined) &&
        decisions.every(({ decision }) => decision.decision === 'allowed'),
    };
  }

  /** Whether the documents have what a way needs besides the calls. */
  #isThere(need: Need | undefined, actor: Actor, to: Actor | undefined): boolean {
    const { passwords = [] } = to?.principal.credentials ?? {};
    switch (need) {
      case 'password':
        return passwords.some(({ certain }) => certain);
      case 'no password':
        return passwords.length === 0;
      case 'instance profile':
        return to !== undefined && this.#roles.isInProfile(to);
      case 'assignment':
        return this.#mayChangeOwnSet(actor);
      case undefined:
        return true;
    }
  }

  /**
   * Whether somebody surely is assigned a set that nothing limits, where whatever set may be changed.
   * @source IAM Identity Center user guide, "Delegated administration": not "permission sets provisioned in the management account"
   */
  #mayChangeOwnSet({ principal: { accountId, permissionSet, boundary } }: Actor): boolean {
    const isAssigned = permissionSet?.assignments.some(({ fact }) => fact.repeated === undefined) === true;
    return isAssigned && boundary === undefined && accountId !== undefined && accountId === this.inquiry.facts.managementAccount;
  }

  #roomOf(actor: Actor): Room {
    let room = this.#rooms.get(actor.key);
    if (room === undefined) {
      room = roomOf(this.inquiry, actor, (key) => this.#resource(key));
      this.#rooms.set(actor.key, room);
    }
    return room;
  }

  /** The worst of the answers about all that a call is about. */
  #ask(actor: Actor, step: Step, setting: Setting): Decision {
    const { service } = setting.kind;
    const context: RequestContext =
      step.action === 'iam:PassRole' && service !== undefined ? new Map([['iam:passedtoservice', [service]]]) : new Map();
    return this.#subjects(actor, step, setting)
      .map((subject) => this.inquiry.ask({ caller: actor.caller, action: step.action, context, ...subject }))
      .reduce((worst, each) => (SEVERITY[each.decision] > SEVERITY[worst.decision] ? each : worst));
  }

  #subjects(actor: Actor, step: Step, { to, holder, ownPolicy, ownGroup }: Setting): readonly Subject[] {
    const target = (): AskedResource => (to === undefined ? anyRole(actor) : this.#asResource(to));
    // Whatever else stands elsewhere, oneself and what one makes are of one's own account.
    const isOwn = true;
    const chosen = (): readonly Subject[] =>
      chosenResources(step, actor).map((resource) => ({ resource, isOwn, resourcePolicies: [] }));
    switch (step.on) {
      case 'itself':
        return [{ resource: { arn: actor.principal.arn, ...accountOf(actor) }, isOwn }];
      case 'own policy':
        return [{ resource: ownPolicy ?? ANYTHING, isOwn }];
      case 'own group':
        return [{ resource: ownGroup ?? ANYTHING, isOwn }];
      case 'target':
        return [{ resource: target() }];
      case 'opened target':
        return [{ resource: target(), resourcePolicies: [trustIn(actor)] }];
      case 'holder':
        return [
          { resource: holder === undefined ? ANYTHING : this.#resource(holder.key) },
          ...(step.as === undefined ? [] : chosen()),
        ];
      case 'new':
        return chosen();
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
  const [role = ANYTHING] = chosenResources({ action: 'iam:PassRole', on: 'new' }, actor);
  return role;
}

/** The trust policy that somebody writes to be let in: it names the session itself too, which no boundary limits. */
function trustIn({ caller: { arn, roleArn } }: Actor): PlacedPolicy {
  const items = [arn, ...(roleArn === undefined ? [] : [roleArn])].map((text) => ({ kind: 'AWS', text }) as const);
  const statement = {
    index: 0,
    effect: 'Allow',
    principals: { except: false, items },
    actions: { except: false, items: ['sts:AssumeRole'] },
    conditions: [],
  } as const;
  return { name: 'a trust policy of its own', policy: { version: '2012-10-17', statements: [statement], faults: [] } };
}

function accountOf({ principal: { accountId } }: Actor): { readonly accountId?: string } {
  return accountId === undefined ? {} : { accountId };
}
