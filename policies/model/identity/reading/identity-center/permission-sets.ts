import { canonical, mayEqual, textOf } from '../../../arns';
import type { PolicyText } from '../../../policy/policy';
import { isTermMap, Reference, type Term, Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy } from '../../identity-facts';
import { type Documents, findStated, itemsOf } from '../documents';
import type { ManagedPolicies } from '../managed-policies';
import { identityOf } from '../policy-identity';
import { isSamePlace, type Naming, Register } from '../register';
import { CustomerPolicies } from './customer-policies';
import { SetPolicies } from './set-policies';
import type { SetPolicy } from './set-policy';

const SET = 'aws_ssoadmin_permission_set';

/** What whoever is assigned a permission set may do in an account. */
export interface SetRights {
  readonly policies: readonly AttachedPolicy[];
  /** @default - none */
  readonly boundary?: AttachedPolicy;
  readonly doubts: readonly Unknown[];
}

function fixed(identity: string, policy: AttachedPolicy): SetPolicy {
  return { identity, name: policy.name, in: () => policy };
}

/** Permission sets by what names them, with all that is attached to them. */
export class PermissionSets {
  readonly #register: Register;
  readonly #customers: CustomerPolicies;
  readonly #inline = new SetPolicies('one');
  readonly #aws = new SetPolicies('many');
  readonly #own = new SetPolicies('many');
  readonly #boundaries = new SetPolicies('one');

  constructor(
    private readonly documents: Documents,
    private readonly managed: ManagedPolicies,
  ) {
    this.#register = new Register(documents, documents.of(SET), [], 'world');
    this.#customers = new CustomerPolicies(documents, managed);
    this.#readInline();
    this.#readManaged();
    this.#readCustomers();
    this.#readBoundaries();
  }

  /** The set that an argument of `by` names, by the key of its resource, or by its ARN where it has none. */
  named(term: Term | undefined, by: ResourceFact): Naming {
    const naming = this.#register.named(term, by);
    if (naming.key !== undefined) return naming;
    if (naming.outside !== undefined) return { key: naming.outside, maybe: [] };
    const looked = this.#findLookedUp(term);
    if (looked === undefined) return naming;
    const like = naming.maybe.filter((key) => mayEqual(this.nameOf(key), this.nameOf(looked.key)));
    const [only, ...others] = like;
    if (only === undefined) return { key: looked.key, maybe: [] };
    if (others.length === 0 && this.#isOne(only, looked)) return { key: only, maybe: [] };
    return { maybe: [...like, looked.key], why: `it is what ${looked.key} looks up` };
  }

  /** What a set is called; a hole where nobody tells. */
  nameOf(key: string): PolicyText {
    return canonical(textOf([new Reference([{ key, attribute: 'name' }])]), this.documents.universe);
  }

  /** What a set gives in an account. */
  rightsOf(key: string, accountId: string | undefined): SetRights {
    const fact = this.documents.find(key);
    const boundary = this.#boundaries.of(key);
    const held = [this.#inline, this.#aws, this.#own].map((kind) => kind.of(key));
    const [limit] = boundary.policies.map((policy) => policy.in(accountId));
    const isMade = fact?.mode === 'managed';
    return {
      policies: held.flatMap(({ policies }) => policies.map((policy) => policy.in(accountId))),
      ...(limit === undefined ? {} : { boundary: limit }),
      doubts: [
        ...[...held, boundary].flatMap(({ doubts }) => doubts),
        ...(isMade ? this.documents.hidden(fact) : [new Unknown(`what else the permission set ${key} has isn't told`)]),
        ...(fact?.repeated === undefined ? [] : [fact.repeated]),
      ],
    };
  }

  /** Sets are looked up by their names, which one organisation has once. */
  #findLookedUp(term: Term | undefined): ResourceFact | undefined {
    const stated = findStated(term);
    if (!(stated instanceof Reference) || stated.targets.length > 1) return undefined;
    const fact = this.documents.find(stated.targets[0].key);
    return fact?.mode === 'data' && fact.type === SET ? fact : undefined;
  }

  /** Whether what is looked up surely is one that is made: by its name, from the place that it is made from. */
  #isOne(key: string, looked: ResourceFact): boolean {
    const made = this.documents.find(key);
    if (made === undefined || made.repeated !== undefined) return false;
    const name = this.nameOf(key);
    return name === this.nameOf(looked.key) && isSamePlace(this.documents, made, looked, 'place') === true;
  }

  #each(type: string, read: (by: ResourceFact, set: Naming) => void): void {
    for (const by of this.documents.of(type)) read(by, this.named(by.body.permission_set_arn, by));
  }

  #readInline(): void {
    this.#each(`${SET}_inline_policy`, (by, set) => {
      const policy = this.documents.findPolicy(by, 'inline_policy') ?? new Unknown(`${by.key} has no text`);
      this.#inline.attach(set, by, fixed(by.key, { name: by.address, form: 'inline', key: by.key, policy }));
    });
  }

  #attached(arn: Term | undefined, by: ResourceFact): SetPolicy {
    const policy = this.managed.named(findStated(arn) ?? new Unknown(`${by.key} names no policy`), by);
    return fixed(identityOf(policy), policy);
  }

  #readManaged(): void {
    this.#each('aws_ssoadmin_managed_policy_attachment', (by, set) => {
      this.#aws.attach(set, by, this.#attached(by.body.managed_policy_arn, by));
    });
    this.#each('aws_ssoadmin_managed_policy_attachments_exclusive', (by, set) => {
      this.#aws.list(
        set,
        by,
        itemsOf(by.body.managed_policy_arns).map((arn) => this.#attached(arn, by)),
      );
    });
  }

  #readCustomers(): void {
    const blocks = 'customer_managed_policy_reference';
    this.#each('aws_ssoadmin_customer_managed_policy_attachment', (by, set) => {
      this.#own.attach(set, by, this.#customers.referred(by.body[blocks], by));
    });
    this.#each('aws_ssoadmin_customer_managed_policy_attachments_exclusive', (by, set) => {
      const listed = itemsOf(by.body[blocks]).map((block) => this.#customers.referred(block, by));
      this.#own.list(set, by, listed);
    });
  }

  #readBoundaries(): void {
    this.#each('aws_ssoadmin_permissions_boundary_attachment', (by, set) => {
      const [block] = itemsOf(by.body.permissions_boundary);
      const { managed_policy_arn: arn, customer_managed_policy_reference: own } = isTermMap(block) ? block : {};
      const isAws = findStated(arn) !== undefined;
      const limit = isAws ? this.#attached(arn, by) : this.#customers.referred(own, by);
      this.#boundaries.attach(set, by, { ...limit, identity: by.key });
    });
  }
}
