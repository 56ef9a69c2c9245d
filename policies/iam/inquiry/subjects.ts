import { arnOf, canonical, partsOf, textOf } from '../../model/arns';
import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import type { AskedResource } from '../gather';
import type { SensitiveOperation } from './sensitive-operations';

/** Something that an operation is done to. */
export interface Subject {
  /** Key of the resource; of an account its id. */
  readonly name: string;
  readonly resource: AskedResource;
  /** @default - the account itself */
  readonly fact?: ResourceFact;
}

/** Whatever lies in a bucket. */
const ANY_OBJECT = new Unknown('whichever object it is');
const UNTOLD_ACCOUNT = "the account, which isn't told";

/** What each operation is done to. */
export class Subjects {
  readonly #byType = new Map<string, ResourceFact[]>();
  readonly #accounts: readonly Subject[];

  constructor(private readonly universe: Universe) {
    const ids = new Set<string | undefined>();
    for (const { resources } of universe.stacks) {
      for (const fact of resources) {
        if (fact.mode !== 'managed') continue;
        ids.add(fact.accountId);
        const known = this.#byType.get(fact.type);
        if (known === undefined) this.#byType.set(fact.type, [fact]);
        else known.push(fact);
      }
    }
    const told = [...ids].filter((id) => id !== undefined).sort();
    this.#accounts = [
      ...told.map((accountId): Subject => ({ name: accountId, resource: { arn: '*', accountId } })),
      ...(ids.has(undefined) ? [{ name: UNTOLD_ACCOUNT, resource: { arn: '*' } }] : []),
    ];
  }

  of({ on }: SensitiveOperation): readonly Subject[] {
    if (on === 'account') return this.#accounts;
    const types = on === 'objects' ? ['aws_s3_bucket'] : on;
    return types.flatMap((type) =>
      (this.#byType.get(type) ?? []).map((fact): Subject => {
        const own = canonical(arnOf(fact), this.universe);
        const arn = on === 'objects' ? textOf([...partsOf(own), '/', ANY_OBJECT]) : own;
        const { accountId } = fact;
        return { name: fact.key, fact, resource: { arn, ...(accountId === undefined ? {} : { accountId }) } };
      }),
    );
  }
}
