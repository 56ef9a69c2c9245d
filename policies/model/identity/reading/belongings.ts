import { type Term, Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { AttachedPolicy, PrincipalFact } from '../identity-facts';
import { identityOf } from './policy-identity';
import type { Register } from './register';

/** Somebody's list that takes away whatever it doesn't hold. */
interface Exclusion {
  readonly by: string;
  readonly form: 'inline' | 'managed';
  /** @default - not known as a whole */
  readonly kept: ReadonlySet<string> | undefined;
}

/** What belongs to principals: policies that they surely have, and why there may be others. */
export class Belongings {
  readonly #policies = new Map<string, AttachedPolicy[]>();
  readonly #doubts = new Map<string, Unknown[]>();
  readonly #exclusions = new Map<string, Exclusion[]>();

  constructor(private readonly registers: Readonly<Record<PrincipalFact['kind'], Register>>) {}

  /** Gives a policy to whom an argument of `by` names. */
  give(kind: PrincipalFact['kind'], owner: Term | undefined, by: ResourceFact, policy: AttachedPolicy): void {
    const { key, maybe, why } = this.registers[kind].named(owner, by);
    if (key !== undefined && by.repeated === undefined) this.giveTo(key, policy);
    const unsure = key === undefined ? maybe : by.repeated === undefined ? [] : [key];
    for (const each of unsure) this.doubt(each, `${by.key} may give it ${policy.name}: ${why ?? by.repeated?.why ?? ''}`);
  }

  giveTo(key: string, policy: AttachedPolicy): void {
    const known = this.#policies.get(key) ?? [];
    const place = known.findIndex((other) => identityOf(other) === identityOf(policy));
    // States tell one policy twice; of two the one that is told better is kept.
    if (place < 0) known.push(policy);
    else if (known[place]?.policy instanceof Unknown) known[place] = policy;
    this.#policies.set(key, known);
  }

  doubt(key: string, why: string): void {
    const known = this.#doubts.get(key) ?? [];
    if (!known.some((doubt) => doubt.why === why)) known.push(new Unknown(why));
    this.#doubts.set(key, known);
  }

  /** Notes a list of all that somebody may have. */
  exclude(
    kind: PrincipalFact['kind'],
    owner: Term | undefined,
    by: ResourceFact,
    form: Exclusion['form'],
    kept: ReadonlySet<string> | undefined,
  ): void {
    const { key, maybe } = this.registers[kind].named(owner, by);
    for (const each of key === undefined ? maybe : [key]) this.excludeAt(each, by.key, form, kept);
  }

  excludeAt(key: string, by: string, form: Exclusion['form'], kept: ReadonlySet<string> | undefined): void {
    this.#exclusions.set(key, [...(this.#exclusions.get(key) ?? []), { by, form, kept }]);
  }

  policiesOf(key: string): readonly AttachedPolicy[] {
    return this.#policies.get(key) ?? [];
  }

  /** Why it may have more, or less: a list that doesn't hold what another resource gives takes that away, or not yet. */
  doubtsOf(key: string): readonly Unknown[] {
    const taken = (this.#exclusions.get(key) ?? []).flatMap(({ by, form, kept }) =>
      this.policiesOf(key)
        .filter((policy) => (policy.form === 'inline') === (form === 'inline'))
        .filter((policy) => kept?.has(identityOf(policy)) !== true)
        .map(({ name }) => new Unknown(`${by} takes away what it doesn't list, and may not list ${name}`)),
    );
    return [...(this.#doubts.get(key) ?? []), ...taken];
  }
}
