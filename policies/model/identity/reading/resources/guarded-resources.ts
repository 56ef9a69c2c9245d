import { arnOf, canonical } from '../../../arns';
import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy, GuardedResource } from '../../identity-facts';
import type { Documents } from '../documents';
import { Register } from '../register';
import { BucketReader } from './bucket-reader';
import { findDefaultPolicy } from './default-policies';
import { type Companion, GUARDED_TYPES, type GuardedType } from './guarded-types';
import { logGroups } from './log-groups';
import { Inhabitants } from './inhabitants';
import { findUrlPolicy, functionNameOf, permissionPolicy } from './lambda-permissions';

/** Resources with a policy of their own, of every type that has them. */
export function guardedResources(documents: Documents): readonly GuardedResource[] {
  return [...GUARDED_TYPES.flatMap((type) => new GuardedReader(documents, type).all()), ...logGroups(documents)];
}

/** Reads the resources of one type with their policies. */
class GuardedReader {
  /** What sets the one policy that a resource has. */
  readonly #held = new Inhabitants<AttachedPolicy>();
  /** What holds beside that: none of these takes another's place. */
  readonly #beside = new Inhabitants<AttachedPolicy>();
  readonly #buckets: BucketReader | undefined;

  constructor(
    private readonly documents: Documents,
    private readonly type: GuardedType,
  ) {
    const register = new Register(documents, documents.of(type.type), type.names, type.service === 's3' ? 'world' : 'place');
    for (const companion of type.companions) this.#readCompanions(register, companion, this.#held);
    for (const companion of type.beside) this.#readCompanions(register, companion, this.#beside);
    this.#buckets = type.service === 's3' ? new BucketReader(documents, register) : undefined;
    if (type.service === 'lambda') {
      this.#readStatements(register, 'aws_lambda_permission', permissionPolicy);
      this.#readStatements(register, 'aws_lambda_function_url', findUrlPolicy);
    }
  }

  #readStatements(register: Register, type: string, policyOf: typeof findUrlPolicy): void {
    for (const by of this.documents.of(type)) {
      const named = functionNameOf(this.documents, by);
      const naming = register.named(named.name, by);
      const fact = this.documents.find(naming.key);
      const policy =
        fact === undefined
          ? new Unknown(`${by.key} is for another function`)
          : policyOf(this.documents, by, canonical(arnOf(fact), this.documents.universe), named);
      if (policy !== undefined) this.#beside.put(naming, by, { name: by.address, form: 'inline', key: by.key, policy });
    }
  }

  #readCompanions(register: Register, { type, names, policy }: Companion, into: Inhabitants<AttachedPolicy>): void {
    for (const by of this.documents.of(type)) {
      const text = this.documents.findPolicy(by, policy) ?? new Unknown(`${by.key} has no text`);
      into.put(register.named(by.body[names], by), by, { name: by.address, form: 'inline', key: by.key, policy: text });
    }
  }

  all(): readonly GuardedResource[] {
    return this.documents.of(this.type.type).map((fact) => this.#resource(fact));
  }

  #resource(fact: ResourceFact): GuardedResource {
    const { service } = this.type;
    const { key, accountId } = fact;
    const held = this.#held.of(key);
    const own = this.#findOwn(fact);
    const policies = [...held, ...(held.length === 0 || !this.documents.isShown(fact) ? own : [])];
    const rivals = policies.map((policy) => policy.key ?? policy.name).join(' and ');
    const doubts = [
      ...this.#held.doubtsOf(key),
      ...(policies.length > 1 ? [new Unknown(`${rivals} take each other's place`)] : []),
    ];
    // Where another one may take its place, nothing of a policy is sure: not what it denies either.
    const [doubt] = doubts;
    const sure = doubt === undefined ? policies : policies.map((policy) => ({ ...policy, policy: doubt }));
    const bucket = this.#buckets?.gatesOf(fact, policies);
    return {
      fact,
      service,
      arn: canonical(arnOf(fact), this.documents.universe),
      ...(accountId === undefined ? {} : { accountId }),
      policies: [...(sure.length === 0 ? this.#fallback(fact) : sure), ...this.#beside.of(key)],
      ...(bucket === undefined ? {} : { bucket }),
      doubts: [...doubts, ...this.#beside.doubtsOf(key), ...this.documents.hidden(fact)],
    };
  }

  #fallback(fact: ResourceFact): readonly AttachedPolicy[] {
    const policy = findDefaultPolicy(this.type.service, fact);
    return policy === undefined ? [] : [{ name: `the policy that AWS gives ${fact.address}`, form: 'inline', policy }];
  }

  #findOwn(fact: ResourceFact): readonly AttachedPolicy[] {
    const stated = this.type.own === undefined ? undefined : this.documents.findPolicy(fact, this.type.own);
    const isGoing = this.type.companions.some(({ type }) => this.documents.taken(fact, type).length > 0);
    const policy = stated !== undefined && isGoing ? new Unknown('the plan takes away what may have set it') : stated;
    return policy === undefined ? [] : [{ name: `policy of ${fact.address}`, form: 'inline', key: fact.key, policy }];
  }
}
