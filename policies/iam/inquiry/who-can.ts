import { InputError } from '../../../modules/core/input-error';
import { arnOf, canonical, partsOf, textOf } from '../../model/arns';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import type { Decision } from '../decision';
import type { AskedResource } from '../gather';
import type { Caller, RequestContext } from '../request';
import type { Inquiry } from './inquiry';
import { SENSITIVE_OPERATIONS, type SensitiveOperation } from './sensitive-operations';

/** Somebody who can do something, or perhaps can. */
export interface Ability {
  /** Key of the user, role or group; an ARN of somebody who isn't in the documents; `root user of 111111111111`. */
  readonly who: string;
  readonly action: string;
  /** Key of what it is done to; the account's id for what is done to the account. */
  readonly on: string;
  readonly decision: Decision;
}

/** Who can do a sensitive operation. */
export interface WhoCan {
  readonly operation: SensitiveOperation;
  /** How many decisions were made. */
  readonly asked: number;
  readonly allowed: readonly Ability[];
  readonly unknown: readonly Ability[];
}

/** Something that an operation is done to. */
interface Subject {
  readonly name: string;
  readonly resource: AskedResource;
  /** @default - the account itself */
  readonly fact?: ResourceFact;
}

/** Somebody who may be able to. */
interface Candidate {
  readonly name: string;
  readonly caller: Caller;
}

/** Whoever asks chooses to ask by HTTPS. */
const BY_TLS: RequestContext = new Map([['aws:securetransport', ['true']]]);
/** Whatever lies in a bucket. */
const ANY_OBJECT = new Unknown('whichever object it is');

/** What each operation is done to, by account. */
class Subjects {
  readonly #byType = new Map<string, ResourceFact[]>();
  readonly accounts: readonly string[];

  constructor(private readonly inquiry: Inquiry) {
    const accounts = new Set<string>();
    for (const { resources } of inquiry.universe.stacks) {
      for (const fact of resources) {
        if (fact.mode !== 'managed') continue;
        if (fact.accountId !== undefined) accounts.add(fact.accountId);
        this.#byType.set(fact.type, [...(this.#byType.get(fact.type) ?? []), fact]);
      }
    }
    this.accounts = [...accounts].sort();
  }

  of({ on }: SensitiveOperation): readonly Subject[] {
    if (on === 'account') {
      return this.accounts.map((accountId) => ({ name: accountId, resource: { arn: '*', accountId } }));
    }
    const types = on === 'objects' ? ['aws_s3_bucket'] : on;
    return types.flatMap((type) =>
      (this.#byType.get(type) ?? []).map((fact): Subject => {
        const own = canonical(arnOf(fact), this.inquiry.universe);
        const arn = on === 'objects' ? textOf([...partsOf(own), '/', ANY_OBJECT]) : own;
        const { accountId } = fact;
        return { name: fact.key, fact, resource: { arn, ...(accountId === undefined ? {} : { accountId }) } };
      }),
    );
  }
}

/** Those of an account, its root user among them. */
function candidatesByAccount(inquiry: Inquiry): (accountId: string | undefined) => readonly Candidate[] {
  const byAccount = new Map<string | undefined, Candidate[]>();
  for (const { key, principal, caller } of inquiry.actors) {
    const { accountId } = principal;
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), { name: key, caller }]);
  }
  return (accountId) => [
    ...(byAccount.get(accountId) ?? []),
    // Those of whom nobody tells in which account they are may be in any.
    ...(accountId === undefined ? [] : (byAccount.get(undefined) ?? [])),
    ...(accountId === undefined ? [] : [{ name: `root user of ${accountId}`, caller: inquiry.callerOf(accountId) }]),
  ];
}

/** Those whom a resource's own policy lets in from elsewhere: their own policies are perhaps not in the documents. */
function namedBy(inquiry: Inquiry, fact: ResourceFact | undefined): readonly Candidate[] {
  if (fact === undefined) return [];
  const guarded = inquiry.guardedByKey(fact.key);
  const texts = new Set<string>();
  for (const { policy } of guarded?.policies ?? []) {
    if (policy instanceof Unknown) continue;
    for (const { effect, principals } of policy.statements) {
      if (effect === 'Deny' || principals === undefined || principals.except) continue;
      for (const { kind, text } of principals.items) if (kind === 'AWS' && typeof text === 'string') texts.add(text);
    }
  }
  return [...texts].flatMap((name): readonly Candidate[] => {
    try {
      const caller = inquiry.callerOf(name);
      return caller.kind === 'root' ? [] : [{ name, caller }];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}

/**
 * Who can do what few should be able to: users and roles of the account that it happens in, members of its groups, its root
 * user, and whoever a resource's own policy names. Nothing is said of the request but that it comes by HTTPS, so what depends on
 * more is unknown.
 */
export function whoCan(inquiry: Inquiry, operations: readonly SensitiveOperation[] = SENSITIVE_OPERATIONS): readonly WhoCan[] {
  const subjects = new Subjects(inquiry);
  const candidates = candidatesByAccount(inquiry);
  return operations.map((operation): WhoCan => {
    const abilities: Ability[] = [];
    let asked = 0;
    for (const { name, resource, fact } of subjects.of(operation)) {
      const all = new Map([...candidates(resource.accountId), ...namedBy(inquiry, fact)].map((one) => [one.name, one.caller]));
      for (const [who, caller] of all) {
        for (const action of operation.actions) {
          asked++;
          abilities.push({ who, action, on: name, decision: inquiry.ask({ caller, action, resource, context: BY_TLS }) });
        }
      }
    }
    const having = (decision: Decision['decision']): readonly Ability[] =>
      abilities.filter((one) => one.decision.decision === decision);
    return { operation, asked, allowed: having('allowed'), unknown: having('unknown') };
  });
}
