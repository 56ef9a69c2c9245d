import { arnOf, canonical, factsByKey } from '../../model/arns';
import type { PrincipalFact } from '../../model/identity/identity-facts';
import type { PolicyText } from '../../model/policy/policy';
import type { ResourceFact } from '../../model/universe';
import type { Decision } from '../decision';
import type { AskedResource } from '../gather';
import type { Inquiry, Question } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { PlacedPolicy } from '../policy-set';
import type { ContextValue, RequestContext } from '../request';
import { actionsNamed } from '../services/actions';
import { chosenResources } from './chosen-resources';
import type { Step } from './kinds';
import { anyNameOf, findHandedName } from './service-names';

/** A call, and what AWS would answer. */
export interface DecidedStep {
  readonly step: Step;
  readonly decision: Decision;
}

/** What calls are about that need to be told. */
export interface Objects {
  /** Whom a call is about. @default - it is about nobody else */
  readonly to?: Actor;
  /** What holds the role that is come by. @default - nothing does yet */
  readonly holder?: ResourceFact;
  /** A policy that whoever calls has, or a group that they are in. @default - neither is called about */
  readonly own?: AskedResource;
  /** The service that a role is handed to. @default - none */
  readonly service?: string | undefined;
  /** The boundary that is set. @default - that of whom the call is about */
  readonly limit?: ContextValue;
  /** What whoever calls has come by. @default - nothing */
  readonly gained?: readonly PlacedPolicy[];
}

type Subject = Pick<Question, 'resource' | 'isOwn' | 'resourcePolicies'>;

const SEVERITY = { allowed: 0, unknown: 1, denied: 2 } as const;
const LIMITED = 'iam:permissionsboundary';

/** Asks whether somebody may make the calls of a way. */
export class Calls {
  readonly #passed = new Map<string, Decision>();
  readonly #trusted = new Map<string, Decision['decision']>();

  constructor(private readonly inquiry: Inquiry) {}

  /** The worst of the answers about all that a call is about. */
  ask(actor: Actor, step: Step, objects: Objects): Decision {
    if (step.action !== 'iam:PassRole') return this.#decide(actor, step, objects);
    // Many ways begin with it.
    const key = [actor.key, objects.to?.key ?? '', objects.service].join(' ');
    const known = this.#passed.get(key) ?? this.#decide(actor, step, objects);
    this.#passed.set(key, known);
    return known;
  }

  #decide(actor: Actor, step: Step, objects: Objects): Decision {
    const context = this.#contextOf(actor, step, objects);
    const { gained } = objects;
    return this.#subjects(actor, step, objects)
      .map((subject) => this.inquiry.ask({ caller: actor.caller, action: step.action, context, gained, ...subject }))
      .reduce((worst, each) => (SEVERITY[each.decision] > SEVERITY[worst.decision] ? each : worst));
  }

  resource(key: string): AskedResource {
    const { universe } = this.inquiry;
    const fact = factsByKey(universe).get(key);
    if (fact === undefined) throw new Error(`the documents have no ${key}`);
    return { arn: canonical(arnOf(fact), universe), ...accountOf(fact) };
  }

  /** The managed policies of the documents that are attached to somebody. */
  policiesOf({ principal }: Actor): readonly AskedResource[] {
    return principal.policies.flatMap(({ form, key }) => (form === 'managed' && key !== undefined ? [this.resource(key)] : []));
  }

  /** Whether a role's trust policy lets a service take it, by whichever of its names. */
  trusts(to: Actor, service: string): Decision['decision'] {
    const key = `${service} ${to.key}`;
    let answer = this.#trusted.get(key);
    if (answer === undefined) {
      answer = this.#assumes(service, this.resource(to.key));
      this.#trusted.set(key, answer);
    }
    return answer;
  }

  #assumes(service: string, resource: AskedResource): Decision['decision'] {
    const ask = (arn: PolicyText): Decision['decision'] =>
      this.inquiry.ask({ caller: { kind: 'service', arn }, action: 'sts:AssumeRole', resource }).decision;
    if (ask(anyNameOf(service)) === 'denied') return 'denied';
    const usual = ask(service);
    return usual === 'denied' ? 'unknown' : usual;
  }

  /** The policy that is told to be somebody's boundary, or that they surely have none. */
  #limitOf({ principal: { boundary, doubts, fact } }: Actor): ContextValue | undefined {
    if (doubts.length > 0) return undefined;
    if (boundary === undefined) return 'absent';
    if (boundary.key !== undefined) return [this.resource(boundary.key).arn];
    const arn = fact.body.permissions_boundary;
    return typeof arn === 'string' ? [arn] : undefined;
  }

  /** Whom a role is handed to, and which boundary somebody has; who is made has none. */
  #contextOf(actor: Actor, { action, on }: Step, { service, to, limit }: Objects): RequestContext {
    const whose = on === 'itself' ? actor : to;
    const limits = limit ?? (on === 'new' ? 'absent' : whose && this.#limitOf(whose));
    const handed = service && findHandedName(service, actor.principal.fact);
    return new Map<string, ContextValue>([
      ...(action === 'iam:PassRole' && handed !== undefined ? [['iam:passedtoservice', [handed]] as const] : []),
      ...(limits === undefined || !isLimiting(action) ? [] : [[LIMITED, limits] as const]),
    ]);
  }

  /** Of what works with roles only functions and projects of CodeBuild have policies of their own. */
  #holding({ key }: ResourceFact): Subject {
    const isGuarded = this.inquiry.guardedByKey(key) !== undefined;
    return { resource: this.resource(key), ...(isGuarded ? {} : { resourcePolicies: [] }) };
  }

  #subjects(actor: Actor, step: Step, { to, holder, own }: Objects): readonly Subject[] {
    // A member of a group stands for the group.
    const targets = (): readonly AskedResource[] => (to === undefined ? anyRole(actor) : [this.resource(to.key)]);
    // Whatever else stands elsewhere, oneself and what one makes are of one's own account.
    const isOwn = true;
    const chosen = (): readonly Subject[] =>
      chosenResources(step, actor).map((resource) => ({ resource, isOwn, resourcePolicies: [] }));
    switch (step.on) {
      case 'itself':
        return [{ resource: { arn: actor.principal.arn, ...accountOf(actor.principal) }, isOwn }];
      case 'own policy':
      case 'own group':
        return own === undefined ? [] : [{ resource: own, isOwn }];
      case 'target':
        return targets().map((resource) => ({ resource }));
      case 'opened target':
        return targets().map((resource) => ({ resource, resourcePolicies: [trustIn(actor)] }));
      case 'holder':
        return [...(holder === undefined ? [] : [this.#holding(holder)]), ...(step.as === undefined ? [] : chosen())];
      case 'new':
      case 'limited new':
        return chosen();
      case 'opened new':
        return anyRole(actor).map((resource) => ({ resource, isOwn, resourcePolicies: [trustIn(actor)] }));
    }
  }
}

/** A role of the account that the documents don't make. */
function anyRole(actor: Actor): readonly AskedResource[] {
  return chosenResources({ action: 'iam:PassRole' }, actor);
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

function accountOf({ accountId }: ResourceFact | PrincipalFact): { readonly accountId?: string } {
  return accountId === undefined ? {} : { accountId };
}

/** Whether requests tell the boundary of whom they are about. */
function isLimiting(action: string): boolean {
  const named = actionsNamed(action);
  return named !== 'everything' && named.some(({ conditionKeys }) => conditionKeys.some((key) => key.toLowerCase() === LIMITED));
}
