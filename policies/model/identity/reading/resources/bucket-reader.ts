import { findTextOf } from '../../../arns';
import { isTermMap, type Term, Unknown } from '../../../term';
import { describeTerm } from '../../../term-text';
import type { ResourceFact } from '../../../universe';
import { BLOCK_SWITCHES, type BlockSwitch, type BucketGates } from '../../bucket-gates';
import type { AttachedPolicy } from '../../identity-facts';
import { type Documents, findStated, itemsOf } from '../documents';
import { isSamePlace, type Register } from '../register';
import { BucketAcls } from './bucket-acl';
import { Inhabitants } from './inhabitants';

type Told = boolean | Unknown;

/** The arguments that set the switches: both kinds of blocks call them so. */
const ARGUMENTS: Readonly<Record<BlockSwitch, string>> = {
  blockPublicAcls: 'block_public_acls',
  ignorePublicAcls: 'ignore_public_acls',
  blockPublicPolicy: 'block_public_policy',
  restrictPublicBuckets: 'restrict_public_buckets',
};
const BLOCK = 'aws_s3_bucket_public_access_block';
const OWNERSHIP = 'aws_s3_bucket_ownership_controls';
/** @source S3 user guide, "Setting default server access", April 2023: "Block Public Access for all new S3 buckets" */
const NO_BLOCK = new Unknown(
  "no public access block of it is in the documents: since April 2023 new buckets have one, and older ones haven't",
);
const NO_OWNERSHIP = new Unknown('it has an ACL, and no ownership controls of it are in the documents');

/** Whether an argument is true; one that is left out isn't. */
function isOn(term: Term | undefined): Told {
  const stated = findStated(term);
  if (stated === undefined) return false;
  const text = findTextOf(stated);
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : new Unknown(`known only after apply: ${describeTerm(stated)}`);
}

/** What several say of one thing: nobody knows which is applied last where they differ. */
function agreed(all: readonly Told[], why: string): Told | undefined {
  const [first, ...others] = all;
  return others.every((other) => other === first) ? first : new Unknown(why);
}

/** What is on in one of two places is on. */
function either(one: Told, other: Told): Told {
  if (one === true || other === true) return true;
  return one instanceof Unknown ? one : other;
}

/** Reads what S3 says of buckets beside their policies. */
export class BucketReader {
  readonly #blocks = new Inhabitants<ResourceFact>();
  readonly #ownerships = new Inhabitants<ResourceFact>();
  readonly #acls = new Inhabitants<ResourceFact>();
  readonly #grants: BucketAcls;

  constructor(
    private readonly documents: Documents,
    register: Register,
  ) {
    this.#grants = new BucketAcls(documents);
    const all = [
      [BLOCK, this.#blocks],
      [OWNERSHIP, this.#ownerships],
      ['aws_s3_bucket_acl', this.#acls],
    ] as const;
    for (const [type, into] of all) {
      for (const by of documents.of(type)) into.put(register.named(by.body.bucket, by), by, by);
    }
  }

  gatesOf(fact: ResourceFact, policies: readonly AttachedPolicy[]): BucketGates {
    const set = policies.flatMap(({ key }) => this.documents.find(key) ?? []);
    const stands = [fact, ...set, ...this.#acls.of(fact.key)];
    const switches = BLOCK_SWITCHES.map((name) => [name, either(this.#ofBucket(fact, name), this.#ofAccount(fact, name))]);
    return {
      block: Object.fromEntries(switches) as BucketGates['block'],
      acls: this.#countAcls(fact),
      grants: this.#grantsOf(fact),
      isStored: stands.every((one) => this.documents.isState(one)),
    };
  }

  #ofBucket(fact: ResourceFact, name: BlockSwitch): Told {
    const [doubt] = this.#blocks.doubtsOf(fact.key);
    if (doubt !== undefined) return doubt;
    const stated = this.#blocks.of(fact.key).map(({ body }) => isOn(body[ARGUMENTS[name]]));
    return agreed(stated, `several resources set ${ARGUMENTS[name]}`) ?? NO_BLOCK;
  }

  /** An account's block that isn't in the documents counts as none, as guardrails do that aren't. */
  #ofAccount(fact: ResourceFact, name: BlockSwitch): Told {
    return this.documents.of('aws_s3_account_public_access_block').reduce((found: Told, block) => {
      const account = this.documents.findText(block.body.account_id);
      const isOwn =
        account === undefined
          ? isSamePlace(this.documents, block, fact, 'account')
          : typeof account === 'string' && fact.accountId !== undefined
            ? account === fact.accountId
            : undefined;
      const position = isOwn === false ? false : isOn(block.body[ARGUMENTS[name]]);
      const isSure = isOwn === true && block.repeated === undefined;
      return either(found, position === true && !isSure ? new Unknown(`${block.key} may be of its account`) : position);
    }, false);
  }

  /** "By default, Object Ownership is set to the Bucket owner enforced setting, and all ACLs are disabled." */
  #countAcls(fact: ResourceFact): Told {
    const [doubt] = this.#ownerships.doubtsOf(fact.key);
    if (doubt !== undefined) return doubt;
    const stated = agreed(
      this.#ownerships.of(fact.key).map(({ body }) => countsBy(body.rule)),
      'several resources set its ownership',
    );
    if (stated !== undefined) return stated;
    if (this.documents.taken(fact, OWNERSHIP).length > 0) return new Unknown('the plan takes ownership controls away');
    const hasAcl = this.#acls.of(fact.key).length > 0 || this.#acls.doubtsOf(fact.key).length > 0;
    const own = this.#grants.findOwn(fact);
    // What a state shows of grants to others is what AWS answered.
    if (own !== undefined && this.documents.isState(fact)) return true;
    return hasAcl || own !== undefined ? NO_OWNERSHIP : false;
  }

  #grantsOf(fact: ResourceFact): BucketGates['grants'] {
    const [doubt] = this.#acls.doubtsOf(fact.key);
    if (doubt !== undefined) return doubt;
    const stated = this.#acls.of(fact.key).map((by) => this.#grants.stated(by));
    const own = stated.length > 0 && this.documents.isShown(fact) ? undefined : this.#grants.findOwn(fact);
    const [first = [], ...others] = own === undefined ? stated : [...stated, own];
    return others.length === 0 ? first : new Unknown('several resources set its ACL');
  }
}

function countsBy(rule: Term | undefined): Told {
  const [only] = itemsOf(rule);
  const ownership = isTermMap(only) ? findStated(only.object_ownership) : only;
  if (ownership === 'BucketOwnerEnforced') return false;
  if (ownership === 'BucketOwnerPreferred' || ownership === 'ObjectWriter') return true;
  return new Unknown(`who owns its objects isn't known: ${describeTerm(ownership ?? null)}`);
}
