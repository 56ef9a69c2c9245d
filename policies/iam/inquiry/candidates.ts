import { InputError } from '../../../modules/core/input-error';
import { textOf } from '../../model/arns';
import { ByAccount } from '../../model/by-account';
import type { PolicyText } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findPrincipal } from '../gather';
import type { Caller } from '../request';
import type { Inquiry } from './inquiry';
import { letIn, letInByAcl } from './let-in';
import type { Subject } from './subjects';

type Named = readonly [name: string, caller: Caller];

const UNTOLD = textOf([new Unknown("who it is isn't told")]);

/** Somebody of another account than the subject's, of whom nothing is told. */
export const STRANGER: Caller = { kind: 'role-session', arn: UNTOLD, roleArn: UNTOLD };

/** Those who may be able to do something to a subject. */
export class Candidates {
  readonly #actors = new ByAccount<Named>();
  readonly #granteesByKey = new Map<string, PolicyText[]>();

  constructor(private readonly inquiry: Inquiry) {
    for (const { key, principal, caller } of inquiry.actors) this.#actors.add(principal.accountId, [key, caller]);
    for (const { keys, grantee = UNTOLD } of inquiry.facts.grants) {
      for (const key of keys) this.#granteesByKey.set(key, [...(this.#granteesByKey.get(key) ?? []), grantee]);
    }
  }

  /** By their names: those of its account, whose root user is one of them, and whoever its own policy lets in. */
  for({ accountId, fact }: Subject): ReadonlyMap<string, Caller> {
    const root = accountId === undefined ? [] : this.#called(accountId);
    if (fact !== undefined) return new Map([...this.#actors.near(accountId), ...root, ...this.#letInTo(fact)]);
    // What is done to an account is done from within: where none is told, by those of whom nothing is told either.
    return new Map(accountId === undefined ? this.#actors.of(undefined) : [...this.#actors.near(accountId), ...root]);
  }

  /** Those whom a resource's own policies, ACLs and grants let in: their own policies are perhaps not in the documents. */
  #letInTo({ key }: ResourceFact): readonly Named[] {
    const { policies = [], doubts = [], bucket } = this.inquiry.guardedByKey(key) ?? {};
    const byPolicy = policies.flatMap(({ policy }): readonly PolicyText[] =>
      policy instanceof Unknown || policy.faults.length > 0 ? [UNTOLD] : [...letIn(policy)],
    );
    const byAcl = bucket === undefined ? [] : [...letInByAcl(bucket)];
    const texts = new Set([...byPolicy, ...byAcl, ...(this.#granteesByKey.get(key) ?? []), ...doubts.map(() => UNTOLD)]);
    const named = [...texts].map((text) => this.#named(text));
    // Beside anonymous callers `*` lets in those of other accounts, and so does perhaps what names nobody who is known.
    const isOpen = texts.has('*') || named.some((each) => each.length === 0);
    return [...named.flat(), ...(isOpen ? [['somebody of another account', STRANGER] as const] : [])];
  }

  #named(text: PolicyText): readonly Named[] {
    const known = findPrincipal(this.inquiry.facts, { kind: 'user', arn: text });
    if (known !== undefined) return [[known.fact.key, this.inquiry.callerOf(known.fact.key)]];
    return typeof text === 'string' ? this.#called(text) : [];
  }

  /** A policy names an account in several ways, and means its root user and all who are in it. */
  #called(name: string): readonly Named[] {
    try {
      const caller = this.inquiry.callerOf(name);
      if (caller.kind !== 'root' || caller.accountId === undefined) return [[name, caller]];
      return [[`root user of ${caller.accountId}`, caller], ...this.#actors.of(caller.accountId)];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  }
}
