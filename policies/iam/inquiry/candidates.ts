import { InputError } from '../../../modules/core/input-error';
import { ByAccount } from '../../model/by-account';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import type { Caller } from '../request';
import type { Inquiry } from './inquiry';
import { letIn } from './let-in';
import type { Subject } from './subjects';

type Named = readonly [name: string, caller: Caller];

/** Those who may be able to do something to a subject. */
export class Candidates {
  readonly #actors = new ByAccount<Named>();

  constructor(private readonly inquiry: Inquiry) {
    for (const { key, principal, caller } of inquiry.actors) this.#actors.add(principal.accountId, [key, caller]);
  }

  /** By their names: those of its account, whose root user is one of them, and whoever its own policy names. */
  for({ resource: { accountId }, fact }: Subject): ReadonlyMap<string, Caller> {
    const root: readonly Named[] = accountId === undefined ? [] : [this.#named(accountId)];
    if (fact !== undefined) return new Map([...this.#actors.near(accountId), ...root, ...this.#namedBy(fact)]);
    // What is done to an account is done from within: where none is told, by those of whom nothing is told either.
    return new Map(accountId === undefined ? this.#actors.of(undefined) : [...this.#actors.near(accountId), ...root]);
  }

  /** Those whom a resource's own policy lets in from elsewhere: their own policies are perhaps not in the documents. */
  #namedBy({ key }: ResourceFact): readonly Named[] {
    const texts = new Set<string>();
    for (const { policy } of this.inquiry.guardedByKey(key)?.policies ?? []) {
      if (policy instanceof Unknown) continue;
      for (const text of letIn(policy)) if (typeof text === 'string') texts.add(text);
    }
    return [...texts].flatMap((name): readonly Named[] => {
      try {
        return [this.#named(name)];
      } catch (error) {
        if (error instanceof InputError) return [];
        throw error;
      }
    });
  }

  /** A policy names an account in several ways, and means its root user. */
  #named(name: string): Named {
    const caller = this.inquiry.callerOf(name);
    return [caller.kind === 'root' && caller.accountId !== undefined ? `root user of ${caller.accountId}` : name, caller];
  }
}
