import { findTextKey } from '../../arns';
import { isTermMap, type Term, Unknown } from '../../term';
import { describeTerm } from '../../term-text';
import type { ResourceFact } from '../../universe';
import type { AttachedPolicy, PrincipalFact } from '../identity-facts';
import { type Documents, findStated, itemsOf } from './documents';
import type { ManagedPolicies } from './managed-policies';
import { identityOf, inlineIdentity } from './policy-identity';
import type { Belongings } from './belongings';

type Kind = PrincipalFact['kind'];

const KINDS: readonly Kind[] = ['user', 'role', 'group'];

/** Reads which policies are given to whom, by whatever resource. */
export class Attachments {
  constructor(
    private readonly documents: Documents,
    private readonly managed: ManagedPolicies,
    private readonly belongings: Belongings,
  ) {}

  /** Gives everybody what is theirs. */
  read(): void {
    for (const kind of KINDS) this.#readKind(kind);
    for (const by of this.documents.of('aws_iam_policy_attachment')) this.#readShared(by);
    for (const fact of this.documents.of('aws_iam_role')) this.#readRole(fact);
  }

  #readKind(kind: Kind): void {
    for (const by of this.documents.of(`aws_iam_${kind}_policy`)) {
      const name = findStated(by.body.name);
      const policy = this.documents.findPolicy(by, 'policy') ?? new Unknown(`${by.key} has no text`);
      const given = { name: typeof name === 'string' ? name : by.address, form: 'inline' as const, key: by.key, policy };
      this.belongings.give(kind, by.body[kind], by, given);
    }
    for (const by of this.documents.of(`aws_iam_${kind}_policy_attachment`)) {
      this.belongings.give(kind, by.body[kind], by, this.#policyOf(by.body.policy_arn, by));
    }
    for (const by of this.documents.of(`aws_iam_${kind}_policy_attachments_exclusive`)) {
      const owner = by.body[`${kind}_name`];
      this.#giveAll(kind, owner, by, by.body.policy_arns);
      this.belongings.exclude(kind, owner, by, 'managed', this.#namesOf(by.body.policy_arns, by));
    }
    for (const by of this.documents.of(`aws_iam_${kind}_policies_exclusive`)) {
      this.belongings.exclude(kind, by.body[`${kind}_name`], by, 'inline', literals(by.body.policy_names));
    }
  }

  #policyOf(term: Term | undefined, by: ResourceFact): AttachedPolicy {
    return this.managed.named(findStated(term) ?? new Unknown(`${by.key} names no policy`), by);
  }

  #giveAll(kind: Kind, owner: Term | undefined, by: ResourceFact, arns: Term | undefined): void {
    for (const arn of itemsOf(arns)) this.belongings.give(kind, owner, by, this.#policyOf(arn, by));
  }

  /** What a list names, as policies are told apart. */
  #namesOf(arns: Term | undefined, by: ResourceFact): ReadonlySet<string> {
    return new Set(itemsOf(arns).map((arn) => identityOf(this.#policyOf(arn, by))));
  }

  /** One policy and everybody who has it: it is taken from all others. */
  #readShared(by: ResourceFact): void {
    const policy = this.#policyOf(by.body.policy_arn, by);
    const owners = KINDS.flatMap((kind) =>
      itemsOf(by.body[`${kind}s`]).flatMap((owner) => this.belongings.give(kind, owner, by, policy) ?? []),
    );
    const arn = this.documents.findText(by.body.policy_arn);
    const isTold = arn !== undefined && findTextKey(arn) !== undefined;
    this.belongings.share(policy, isTold, by, new Set(owners));
  }

  /** What stands in the role itself. States repeat there what other resources attach. */
  #readRole(fact: ResourceFact): void {
    const own = (policy: AttachedPolicy): void => {
      this.belongings.giveTo(fact.key, policy);
    };
    // What is shown of a role that is there needn't be what somebody wrote, and takes nothing away then.
    const isShown = this.documents.isShown(fact);
    const arns = findStated(fact.body.managed_policy_arns);
    const detached = this.documents.taken(fact, 'aws_iam_role_policy_attachment').map((before) => before.policy_arn);
    const deleted = this.documents.taken(fact, 'aws_iam_role_policy').map((before) => before.name);
    for (const arn of itemsOf(arns)) {
      if (detached.includes(arn)) this.#leave(fact, arn);
      else own(this.#policyOf(arn, fact));
    }
    if (arns !== undefined && !isShown) {
      this.belongings.excludeAt(fact.key, fact.key, 'managed', this.#namesOf(arns, fact));
    }
    const blocks = itemsOf(fact.body.inline_policy);
    blocks.forEach((block, at) => {
      const place = `inline_policy[${String(at)}]`;
      // The block without anything in it says that there are no inline policies.
      const isEmpty = isTermMap(block) && findStated(block.name) === undefined && findStated(block.policy) === undefined;
      const isGone = isTermMap(block) && deleted.includes(block.name ?? null);
      if (isGone) this.#leave(fact, block.name ?? null);
      else if (!isEmpty) own(this.#inline(fact, place, block));
    });
    if (blocks.length > 0 && !isShown) {
      this.belongings.excludeAt(
        fact.key,
        fact.key,
        'inline',
        literals(blocks.map((one) => (isTermMap(one) ? (one.name ?? '') : one))),
      );
    }
  }

  /** A plan repeats in the role what was attached to it before, and takes the attachment away. */
  #leave({ key }: ResourceFact, what: Term): void {
    this.belongings.doubt(key, `the plan takes ${describeTerm(what)} from it, which the role itself still lists`);
  }

  #inline({ key }: ResourceFact, place: string, block: Term): AttachedPolicy {
    if (!isTermMap(block)) return { name: place, form: 'inline', key, policy: new Unknown(`${place} of ${key} isn't told`) };
    const policy = this.documents.findPolicyIn(block.policy) ?? new Unknown(`${place} has no text`);
    return { name: typeof block.name === 'string' && block.name !== '' ? block.name : place, form: 'inline', key, policy };
  }
}

/** The identities of inline policies by their names, as far as these are literal. */
function literals(names: Term | undefined): ReadonlySet<string> {
  return new Set(itemsOf(names).flatMap((item) => (typeof item === 'string' ? [inlineIdentity(item)] : [])));
}
