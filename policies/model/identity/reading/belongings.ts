import { type Term, Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { AttachedPolicy, PrincipalFact } from '../identity-facts';
import type { Documents } from './documents';
import { identityOf } from './policy-identity';
import { isSamePlace, type Register } from './register';

/** Somebody's list that takes away whatever it doesn't hold. */
interface Exclusion {
  readonly by: string;
  readonly form: 'inline' | 'managed';
  /** What it surely holds. */
  readonly kept: ReadonlySet<string>;
}

/** A policy with everybody who may have it. */
interface Shared {
  readonly by: ResourceFact;
  /** @default - which policy it is isn't told */
  readonly identity: string | undefined;
  readonly owners: ReadonlySet<string>;
}

/** What belongs to principals: policies that they surely have, and why there may be others. */
export class Belongings {
  readonly #policies = new Map<string, AttachedPolicy[]>();
  readonly #doubts = new Map<string, Unknown[]>();
  readonly #exclusions = new Map<string, Exclusion[]>();

  readonly #shared: Shared[] = [];

  constructor(
    private readonly documents: Documents,
    private readonly registers: Readonly<Record<PrincipalFact['kind'], Register>>,
  ) {}

  /** Gives a policy to whom an argument of `by` names: by the key where that is sure. */
  give(kind: PrincipalFact['kind'], owner: Term | undefined, by: ResourceFact, policy: AttachedPolicy): string | undefined {
    const { key, maybe, why } = this.registers[kind].named(owner, by);
    if (key !== undefined && by.repeated === undefined) this.giveTo(key, policy);
    const unsure = key === undefined ? maybe : by.repeated === undefined ? [] : [key];
    for (const each of unsure) this.doubt(each, `${by.key} may give it ${policy.name}: ${why ?? by.repeated?.why ?? ''}`);
    return key;
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
    kept: ReadonlySet<string>,
  ): void {
    const { key, maybe } = this.registers[kind].named(owner, by);
    for (const each of key === undefined ? maybe : [key]) this.excludeAt(each, by.key, form, kept);
  }

  excludeAt(key: string, by: string, form: Exclusion['form'], kept: ReadonlySet<string>): void {
    this.#exclusions.set(key, [...(this.#exclusions.get(key) ?? []), { by, form, kept }]);
  }

  /** Notes a list of all who may have a policy of their account: it is taken from all others. */
  share(policy: AttachedPolicy, isTold: boolean, by: ResourceFact, owners: ReadonlySet<string>): void {
    this.#shared.push({ by, identity: isTold ? identityOf(policy) : undefined, owners });
  }

  /** What somebody has. Of what may be taken away nothing is sure: not what it denies either. */
  policiesOf(key: string): readonly AttachedPolicy[] {
    return (this.#policies.get(key) ?? []).map((policy) => {
      const why = this.#whyTaken(key, policy);
      return why === undefined || policy.policy instanceof Unknown ? policy : { ...policy, policy: new Unknown(why) };
    });
  }

  doubtsOf(key: string): readonly Unknown[] {
    const taken = (this.#policies.get(key) ?? []).flatMap((policy) => this.#whyTaken(key, policy) ?? []);
    return [...(this.#doubts.get(key) ?? []), ...taken.map((why) => new Unknown(why))];
  }

  /** A list that doesn't hold what another resource gives takes that away, or not yet; undefined where none does. */
  #whyTaken(key: string, policy: AttachedPolicy): string | undefined {
    const identity = identityOf(policy);
    const isInline = policy.form === 'inline';
    const list = (this.#exclusions.get(key) ?? []).find(
      ({ by, form, kept }) => isInline === (form === 'inline') && policy.key !== by && !kept.has(identity),
    );
    if (list !== undefined) return `${list.by} takes away what it doesn't list, and may not list ${policy.name}`;
    const fact = this.documents.find(key);
    const shared = this.#shared.find(
      ({ by, identity: meant = identity, owners }) =>
        !isInline &&
        meant === identity &&
        !owners.has(key) &&
        fact !== undefined &&
        isSamePlace(this.documents, by, fact, 'account') !== false,
    );
    return shared && `${shared.by.key} takes ${policy.name} from everybody whom it doesn't list, and may not list it`;
  }
}
