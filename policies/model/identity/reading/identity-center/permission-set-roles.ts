import { textOf } from '../../../arns';
import { Unknown } from '../../../term';
import { describeTerm } from '../../../term-text';
import type { ResourceFact } from '../../../universe';
import type { PrincipalFact } from '../../identity-facts';
import { type Documents, findStated } from '../documents';
import type { ManagedPolicies } from '../managed-policies';
import type { Naming } from '../register';
import { Assignees } from './assignees';
import { PermissionSets, type SetRights } from './permission-sets';
import { reservedRoleOf, reservedTrustOf } from './reserved-role';

const ASSIGNMENT = 'aws_ssoadmin_account_assignment';
const UNTOLD_TAGS = new Unknown('which tags IAM Identity Center gives its roles');

/** Assignments that share a role: of one set, in one account. */
interface Shared {
  readonly by: ResourceFact;
  readonly set: Naming;
  /** @default - not told */
  readonly accountId: string | undefined;
  readonly facts: ResourceFact[];
}

/** Reads the roles that IAM Identity Center makes of permission sets in the accounts where these are assigned. */
class Roles {
  readonly #sets: PermissionSets;
  readonly #assignees: Assignees;

  constructor(
    private readonly documents: Documents,
    managed: ManagedPolicies,
  ) {
    this.#sets = new PermissionSets(documents, managed);
    this.#assignees = new Assignees(documents);
  }

  all(): readonly PrincipalFact[] {
    const shared = new Map<string, Shared>();
    for (const by of this.documents.of(ASSIGNMENT)) {
      const set = this.#sets.named(by.body.permission_set_arn, by);
      const target = this.documents.findText(by.body.target_id);
      const accountId = typeof target === 'string' && /^\d{12}$/.test(target) ? target : undefined;
      // Of all accounts that aren't told the answers are the same.
      const place = `${set.key ?? by.key} ${accountId ?? ''}`;
      const known = shared.get(place);
      if (known !== undefined) known.facts.push(by);
      else shared.set(place, { by, set, accountId, facts: [by] });
    }
    return [...shared.values()].map((one) => this.#role(one));
  }

  #role({ by, set, accountId, facts }: Shared): PrincipalFact {
    const { key } = set;
    const fact = this.documents.find(key);
    const name = fact === undefined ? textOf([new Unknown('how the permission set is called')]) : this.#sets.nameOf(fact.key);
    const { path, arn, sessions } = reservedRoleOf(by, name, accountId);
    const { policies, boundary, doubts } = key === undefined ? untoldRights(by, set) : this.#sets.rightsOf(key, accountId);
    const trust = {
      name: 'trust policy of IAM Identity Center',
      form: 'inline',
      policy: reservedTrustOf(by, accountId),
    } as const;
    const hidden = facts.flatMap((each) => this.documents.hidden(each));
    return {
      kind: 'role',
      fact: by,
      path,
      arn,
      ...(accountId === undefined ? {} : { accountId }),
      policies,
      groups: [],
      ...(boundary === undefined ? {} : { boundary }),
      trust,
      permissionSet: {
        ...(fact === undefined ? {} : { fact }),
        ...(typeof name === 'string' ? { name } : {}),
        assignments: facts.map((each) => ({ fact: each, to: this.#assignees.of(each) })),
        sessions,
      },
      tags: UNTOLD_TAGS,
      credentials: { passwords: [], accessKeys: [] },
      doubts: [...new Set([...doubts, ...hidden])],
    };
  }
}

/** Of a set that may be one of several nothing is told. */
function untoldRights(by: ResourceFact, { why }: Naming): SetRights {
  const term = findStated(by.body.permission_set_arn);
  const reason = why ?? (term === undefined ? 'it names none' : `it is ${describeTerm(term)}`);
  return { policies: [], doubts: [new Unknown(`which permission set ${by.key} assigns isn't told: ${reason}`)] };
}

/**
 * The roles that IAM Identity Center makes: one in each account for each permission set that is assigned there to anybody. No
 * resource makes them, and nobody but Identity Center changes them.
 */
export function permissionSetRoles(documents: Documents, managed: ManagedPolicies): readonly PrincipalFact[] {
  return documents.of(ASSIGNMENT).length === 0 ? [] : new Roles(documents, managed).all();
}
