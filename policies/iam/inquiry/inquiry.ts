import type { GuardedResource, IdentityFacts } from '../../model/identity/identity-facts';
import { identityFactsOf } from '../../model/identity/reading';
import type { Universe } from '../../model/universe';
import type { Decision } from '../decision';
import { decide } from '../evaluate/decide';
import { type AskedResource, callerOf, contextOf, policySetFor, resourceOf } from '../gather';
import type { PlacedPolicy } from '../policy-set';
import type { Caller, RequestContext } from '../request';
import { calledOf } from './called';
import { type Actor, withMembers } from './members';

/** What is asked of one universe. */
export interface Question {
  readonly caller: Caller;
  /** One action: `s3:PutObject`. */
  readonly action: string;
  readonly resource: AskedResource;
  /** What is known of the request. @default - nothing but what the caller tells */
  readonly context?: RequestContext;
  /** The resource's own policies, where they aren't those of the documents: none, as long as it isn't there. @default - those */
  readonly resourcePolicies?: readonly PlacedPolicy[];
  /** Whether it is about the caller's own account, whichever that is: a plan doesn't tell. @default - the accounts tell */
  readonly isOwn?: boolean | undefined;
  /** What the caller has come by, besides policies of the documents. @default - nothing */
  readonly gained?: readonly PlacedPolicy[] | undefined;
}

const NOTHING_SAID: RequestContext = new Map();
const known = new WeakMap<Universe, Inquiry>();

/** Asks about one universe again and again. A group stands for a hypothetical user who is only in that group. */
export class Inquiry {
  readonly facts: IdentityFacts;
  #actors: readonly Actor[] | undefined;
  #guarded: ReadonlyMap<string, GuardedResource> | undefined;
  #names: ReadonlyMap<string, string> | undefined;

  private constructor(readonly universe: Universe) {
    this.facts = withMembers(identityFactsOf(universe));
  }

  /** The one for a universe: what it has found out, others need not find again. */
  static of(universe: Universe): Inquiry {
    const inquiry = known.get(universe) ?? new Inquiry(universe);
    known.set(universe, inquiry);
    return inquiry;
  }

  /** Every user and role that the documents make, or IAM Identity Center by them, and a member of each group. */
  get actors(): readonly Actor[] {
    this.#actors ??= this.facts.principals.map((principal): Actor => {
      const { fact, kind } = principal;
      const isMember = fact.type === 'aws_iam_group';
      return {
        key: fact.key,
        name: calledOf(principal),
        kind: isMember ? 'group member' : kind === 'role' ? 'role' : 'user',
        principal,
        caller: callerOf(this.facts, fact.key),
      };
    });
    return this.#actors;
  }

  /** What people call somebody of a key; others are called as they are. */
  nameOf(key: string): string {
    this.#names ??= new Map(this.actors.map((actor) => [actor.key, actor.name]));
    return this.#names.get(key) ?? key;
  }

  /** The resource of a key with its own policies; undefined for what has none. */
  guardedByKey(key: string): GuardedResource | undefined {
    this.#guarded ??= new Map(this.facts.resources.map((resource) => [resource.fact.key, resource]));
    return this.#guarded.get(key);
  }

  /** @throws InputError LZ-CAN-2, LZ-CAN-3 */
  callerOf(text: string): Caller {
    return callerOf(this.facts, text);
  }

  /** @throws InputError LZ-CAN-3, LZ-CAN-5 */
  resourceOf(text: string): AskedResource {
    return resourceOf(this.universe, text);
  }

  /** Whether somebody may do something. */
  ask(question: Question): Decision {
    const { caller, action, resource, context = NOTHING_SAID, resourcePolicies, isOwn, gained = [] } = question;
    // An action that knows no resource is about the caller's own account.
    const owner = resource.arn === '*' ? caller.accountId : resource.accountId;
    const request = {
      caller,
      action,
      resource: resource.arn,
      ...(owner === undefined ? {} : { resourceAccountId: owner }),
      ...(isOwn === undefined ? {} : { isOwn }),
      context: contextOf(this.facts, caller, context),
    };
    const told = policySetFor(this.facts, request);
    const set = gained.length === 0 ? told : { ...told, identity: [...told.identity, ...gained] };
    return decide(resourcePolicies === undefined ? set : { ...set, resource: resourcePolicies, grants: [] }, request);
  }
}
