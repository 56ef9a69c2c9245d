import { canonical, findTextKey, mayEqual, textOf } from '../../../arns';
import { ByAccount } from '../../../by-account';
import type { PolicyText } from '../../../policy/policy';
import { openText } from '../../../policy/policy-json';
import { isTermMap, Reference, type Term, Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy } from '../../identity-facts';
import { type Documents, itemsOf } from '../documents';
import type { ManagedPolicies } from '../managed-policies';
import type { SetPolicy } from './set-policy';

interface Candidate {
  readonly fact: ResourceFact;
  readonly name: PolicyText;
  /** Equal to that of whatever surely is the same name. @default - a part of the name may be anything */
  readonly key: string | undefined;
  readonly path: PolicyText;
}

/**
 * Customer managed policies as permission sets name them: by name and path, of which each account has its own.
 * @source IAM Identity Center user guide, "Use IAM policies in permission sets": "create those policies in advance in each
 * account", "a case-sensitive match", "permissions don't have to be an exact match between accounts"
 */
export class CustomerPolicies {
  readonly #candidates = new ByAccount<Candidate>();

  constructor(
    private readonly documents: Documents,
    private readonly managed: ManagedPolicies,
  ) {
    for (const fact of documents.of('aws_iam_policy')) {
      const name = canonical(textOf([new Reference([{ key: fact.key, attribute: 'name' }])]), documents.universe);
      const path = documents.findText(fact.body.path) ?? '/';
      this.#candidates.add(fact.accountId, { fact, name, key: findTextKey(name), path });
    }
  }

  /** What the first `customer_managed_policy_reference` of some blocks names. */
  referred(blocks: Term | undefined, by: ResourceFact): SetPolicy {
    const [block] = itemsOf(blocks);
    const { name: named, path: below } = isTermMap(block) ? block : {};
    const path = this.documents.findText(below) ?? '/';
    const name = this.documents.findText(named) ?? textOf([new Unknown(`${by.key} names no policy`)]);
    const called = `${openText(path)}${openText(name)}`.slice(1);
    return { identity: `customer ${called}`, name: called, in: (accountId) => this.#of(name, path, called, accountId) };
  }

  #of(name: PolicyText, path: PolicyText, called: string, accountId: string | undefined): AttachedPolicy {
    const untold = (why: string): AttachedPolicy => {
      return { name: called, form: 'managed', policy: new Unknown(`what the policy ${called} allows isn't told: ${why}`) };
    };
    if (accountId === undefined) return untold("the account whose policy it is isn't told");
    const key = findTextKey(name);
    const [only, ...others] = this.#candidates
      .of(accountId)
      .filter((each) => key !== undefined && each.key === key && each.path === path);
    // An account has one policy of a name.
    if (only !== undefined && others.length === 0 && only.fact.repeated === undefined) return this.managed.own(only.fact);
    const like = this.#candidates.near(accountId).find((each) => mayEqual(each.name, name) && mayEqual(each.path, path));
    return untold(like === undefined ? `account ${accountId} has none in the documents` : `it may be ${like.fact.key}`);
  }
}
