import { InputError } from '../../../modules/core/input-error';
import { textOf } from '../../model/arns';
import { ByAccount } from '../../model/by-account';
import type { PrincipalFact } from '../../model/identity/identity-facts';
import type { PolicyText } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findPrincipal } from '../gather';
import type { Caller } from '../request';
import type { Inquiry } from './inquiry';
import { letIn, letInByAcl } from './let-in';
import type { Subject } from './subjects';

/** Somebody who may be able to do something. */
export interface Candidate {
  readonly name: string;
  /** At least one; several where nobody tells which of them it is. */
  readonly callers: readonly Caller[];
  /** Names of those of whom as much is said, once one of them surely can. @default - none */
  readonly unless?: readonly string[];
}

const UNTOLD = textOf([new Unknown("who it is isn't told")]);

/** Somebody of another account than the subject's, of whom nothing is told. What AWS says of sessions, users and root users differs. */
export const STRANGER: Candidate = {
  name: 'somebody of another account',
  callers: [
    { kind: 'role-session', arn: UNTOLD, roleArn: UNTOLD },
    { kind: 'user', arn: UNTOLD },
    { kind: 'root', arn: UNTOLD },
  ],
  unless: ['*'],
};

const rootOf = (accountId: string): string => `root user of ${accountId}`;

/** Whoever of an account isn't in the documents. */
function memberOf(accountId: string, partition: string): Candidate {
  const within = (service: string, kind: string): PolicyText =>
    textOf([`arn:${partition}:${service}::${accountId}:${kind}/`, new Unknown("who it is isn't told")]);
  return {
    name: `somebody of ${accountId}`,
    callers: [
      { kind: 'role-session', arn: within('sts', 'assumed-role'), roleArn: within('iam', 'role'), accountId },
      { kind: 'user', arn: within('iam', 'user'), accountId },
    ],
    unless: ['*', rootOf(accountId)],
  };
}

/** Those who may be able to do something to a subject. */
export class Candidates {
  readonly #actors = new ByAccount<Candidate>();
  readonly #granteesByKey = new Map<string, PolicyText[]>();

  constructor(private readonly inquiry: Inquiry) {
    for (const { key, principal, caller } of inquiry.actors) {
      this.#actors.add(principal.accountId, { name: key, callers: [caller] });
    }
    for (const { keys, grantee = UNTOLD } of inquiry.facts.grants) {
      for (const key of keys) this.#granteesByKey.set(key, [...(this.#granteesByKey.get(key) ?? []), grantee]);
    }
  }

  /** Each once: those of its account, whose root user is one of them, and whoever its own policy lets in. */
  for({ accountId, fact }: Subject): readonly Candidate[] {
    const root = accountId === undefined ? [] : this.#called(accountId, accountId);
    const within = [...this.#actors.near(accountId), ...root];
    if (fact !== undefined) return distinct([...within, ...this.#letInTo(fact)]);
    // What is done to an account is done from within: where none is told, by those of whom nothing is told either.
    return accountId === undefined ? this.#actors.of(undefined) : distinct(within);
  }

  /** Those whom a resource's own policies, ACLs and grants let in: their own policies are perhaps not in the documents. */
  #letInTo({ key, accountId }: ResourceFact): readonly Candidate[] {
    const { policies = [], doubts = [], bucket } = this.inquiry.guardedByKey(key) ?? {};
    const byPolicy = policies.flatMap(({ policy }): readonly PolicyText[] =>
      policy instanceof Unknown || policy.faults.length > 0 ? [UNTOLD] : [...letIn(policy)],
    );
    const byAcl = bucket === undefined ? [] : [...letInByAcl(bucket)];
    const texts = new Set([...byPolicy, ...byAcl, ...(this.#granteesByKey.get(key) ?? []), ...doubts.map(() => UNTOLD)]);
    const named = [...texts].map((text) => this.#named(text, accountId));
    // Beside anonymous callers `*` lets in those of other accounts, and so does perhaps what names nobody who is known.
    const isOpen = texts.has('*') || named.some((each) => each.length === 0);
    return [...named.flat(), ...(isOpen ? [STRANGER] : [])];
  }

  #named(text: PolicyText, own: string | undefined): readonly Candidate[] {
    const known = findPrincipal(this.inquiry.facts, { kind: 'user', arn: text });
    if (known !== undefined) return [this.#actor(known)];
    return typeof text === 'string' ? this.#called(text, own) : [];
  }

  #actor({ fact: { key } }: PrincipalFact): Candidate {
    return { name: key, callers: [this.inquiry.callerOf(key)] };
  }

  /** A policy names an account in several ways, and means its root user and all who are in it. */
  #called(name: string, own: string | undefined): readonly Candidate[] {
    try {
      const caller = this.inquiry.callerOf(name);
      const { kind, accountId } = caller;
      // A session is named, and the role is the documents'.
      const role = findPrincipal(this.inquiry.facts, caller);
      if (kind !== 'root' || accountId === undefined) {
        return [{ name, callers: [caller] }, ...(role === undefined ? [] : [this.#actor(role)])];
      }
      const root = { name: rootOf(accountId), callers: [caller] };
      const [, partition = 'aws'] = /^arn:([^:]+):/.exec(name) ?? [];
      return [root, ...this.#actors.of(accountId), ...(accountId === own ? [] : [memberOf(accountId, partition)])];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  }
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((one) => [one.name, one])).values()];
}
