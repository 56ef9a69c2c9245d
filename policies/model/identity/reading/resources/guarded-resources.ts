import { arnOf, canonical } from '../../../arns';
import { type Term, Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy, GuardedResource } from '../../identity-facts';
import type { Documents } from '../documents';
import { Register } from '../register';
import { findDefaultPolicy } from './default-policies';
import { type Companion, GUARDED_TYPES, type GuardedType } from './guarded-types';
import { logGroups } from './log-groups';
import { Inhabitants } from './inhabitants';
import { permissionPolicy } from './lambda-permissions';

/** Resources with a policy of their own, of every type that has them. */
export function guardedResources(documents: Documents): readonly GuardedResource[] {
  return [...GUARDED_TYPES.flatMap((type) => new GuardedReader(documents, type).all()), ...logGroups(documents)];
}

/** A function's ARN without version or alias, whose permissions are the function's too. */
function unqualified(term: Term | undefined): Term | undefined {
  return typeof term === 'string' ? term.replace(/^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+):.*$/, '$1') : term;
}

/** Reads the resources of one type with their policies. */
class GuardedReader {
  readonly #held = new Inhabitants<AttachedPolicy>();

  constructor(
    private readonly documents: Documents,
    private readonly type: GuardedType,
  ) {
    const register = new Register(documents, documents.of(type.type), type.names, type.service === 's3' ? 'world' : 'place');
    for (const companion of type.companions) this.#readCompanions(register, companion);
    if (type.service === 'lambda') this.#readPermissions(register);
  }

  /** Each permission is a statement of its own: none takes another's place. */
  #readPermissions(register: Register): void {
    for (const by of this.documents.of('aws_lambda_permission')) {
      const naming = register.named(unqualified(by.body.function_name), by);
      const fact = naming.key === undefined ? undefined : this.documents.find(naming.key);
      const policy =
        fact === undefined
          ? new Unknown(`${by.key} is for another function`)
          : permissionPolicy(this.documents, by, canonical(arnOf(fact), this.documents.universe));
      this.#held.put(naming, by, { name: by.address, form: 'inline', key: by.key, policy });
    }
  }

  #readCompanions(register: Register, { type, names, policy }: Companion): void {
    for (const by of this.documents.of(type)) {
      const text = this.documents.findPolicy(by, policy) ?? new Unknown(`${by.key} has no text`);
      this.#held.put(register.named(by.body[names], by), by, { name: by.address, form: 'inline', key: by.key, policy: text });
    }
  }

  all(): readonly GuardedResource[] {
    return this.documents.of(this.type.type).map((fact) => this.#resource(fact));
  }

  #resource(fact: ResourceFact): GuardedResource {
    const { service } = this.type;
    const held = this.#held.of(fact.key);
    const own = this.#findOwn(fact);
    // States repeat in the resource what its companion holds.
    const stated = held.length === 0 || this.documents.isSynthesised(fact) ? own : [];
    const policies = [...held, ...stated];
    const fallback = policies.length === 0 ? findDefaultPolicy(service, fact) : undefined;
    const rivals = policies.map(({ key, name }) => key ?? name).join(' and ');
    return {
      fact,
      service,
      arn: canonical(arnOf(fact), this.documents.universe),
      ...(fact.accountId === undefined ? {} : { accountId: fact.accountId }),
      policies:
        fallback === undefined
          ? policies
          : [{ name: `the policy that AWS gives ${fact.address}`, form: 'inline', policy: fallback }],
      doubts: [
        ...this.#held.doubtsOf(fact.key),
        ...(policies.length > 1 && service !== 'lambda' ? [new Unknown(`${rivals} take each other's place`)] : []),
        ...this.documents.hidden(fact),
      ],
    };
  }

  #findOwn(fact: ResourceFact): readonly AttachedPolicy[] {
    const stated = this.type.own === undefined ? undefined : this.documents.findPolicy(fact, this.type.own);
    const isGoing = this.type.companions.some(({ type }) => this.documents.taken(fact, type).length > 0);
    const policy = stated !== undefined && isGoing ? new Unknown('the plan takes away what may have set it') : stated;
    return policy === undefined ? [] : [{ name: `policy of ${fact.address}`, form: 'inline', key: fact.key, policy }];
  }
}
