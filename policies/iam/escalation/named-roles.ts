import { isTermList, Reference, type Term } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';

/** Roles by what arguments call them: references, ARNs and names of roles, and instance profiles that hold a role. */
export class NamedRoles {
  readonly #actorByKey = new Map<string, Actor>();
  readonly #actorByText = new Map<string, Actor>();
  readonly #profiles = new Map<string, ResourceFact>();

  constructor({ actors, universe }: Inquiry) {
    for (const actor of actors) {
      if (actor.kind !== 'role') continue;
      const { arn, name, accountId } = actor.principal;
      this.#actorByKey.set(actor.key, actor);
      if (typeof arn === 'string') this.#actorByText.set(arn, actor);
      if (name !== undefined) this.#actorByText.set(`${accountId ?? ''} ${name}`, actor);
    }
    for (const { resources } of universe.stacks) {
      for (const fact of resources) {
        if (fact.mode !== 'managed' || fact.type !== 'aws_iam_instance_profile') continue;
        this.#profiles.set(fact.key, fact);
        const { name, arn } = fact.body;
        if (typeof name === 'string') this.#profiles.set(`${fact.accountId ?? ''} ${name}`, fact);
        if (typeof arn === 'string') this.#profiles.set(arn, fact);
      }
    }
  }

  /** The roles that an argument of a resource names, as far as the documents tell. */
  namedBy(fact: ResourceFact, argument: string): readonly Actor[] {
    return this.#rolesOf(fact.body[argument], fact);
  }

  #rolesOf(term: Term | undefined, fact: ResourceFact): readonly Actor[] {
    if (isTermList(term)) return term.flatMap((each) => this.#rolesOf(each, fact));
    if (term instanceof Reference) return term.targets.flatMap(({ key }) => this.#called(key, key));
    return typeof term === 'string' ? this.#called(term, `${fact.accountId ?? ''} ${term}`) : [];
  }

  #called(text: string, name: string): readonly Actor[] {
    const role = this.#actorByKey.get(text) ?? this.#actorByText.get(text) ?? this.#actorByText.get(name);
    if (role !== undefined) return [role];
    const profile = this.#profiles.get(text) ?? this.#profiles.get(name);
    return profile === undefined ? [] : this.namedBy(profile, 'role');
  }
}
