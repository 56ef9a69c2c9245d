import { arnOf, canonical } from '../../arns';
import type { PolicyText } from '../../policy/policy';
import { isTermMap, type Term, Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { AttachedPolicy, CredentialFact, PrincipalFact } from '../identity-facts';
import { Attachments } from './attachments';
import { Belongings } from './belongings';
import { type Documents, findStated } from './documents';
import { permissionSetRoles } from './identity-center/permission-set-roles';
import { ManagedPolicies } from './managed-policies';
import { Memberships } from './memberships';
import { Register } from './register';

type Kind = PrincipalFact['kind'];

const KINDS: readonly Kind[] = ['user', 'role', 'group'];

/** Users, roles and groups with all that is attached to them, those among them that IAM Identity Center makes. */
export class Principals {
  readonly #registers: Readonly<Record<Kind, Register>>;
  readonly #managed: ManagedPolicies;
  readonly #belongings: Belongings;
  readonly #memberships: Memberships;

  constructor(private readonly documents: Documents) {
    const register = (kind: Kind): Register => new Register(documents, documents.of(`aws_iam_${kind}`), [], 'account');
    this.#registers = { user: register('user'), role: register('role'), group: register('group') };
    this.#managed = new ManagedPolicies(documents);
    this.#belongings = new Belongings(documents, this.#registers);
    new Attachments(documents, this.#managed, this.#belongings).read();
    this.#memberships = new Memberships(documents, this.#registers);
  }

  all(): readonly PrincipalFact[] {
    const passwords = this.#credentialsOf('aws_iam_user_login_profile');
    const accessKeys = this.#credentialsOf('aws_iam_access_key');
    const made = KINDS.flatMap((kind) =>
      this.documents.of(`aws_iam_${kind}`).map((fact) => {
        const credentials = { passwords: passwords.get(fact.key) ?? [], accessKeys: accessKeys.get(fact.key) ?? [] };
        return this.#principal(kind, fact, credentials);
      }),
    );
    return [...made, ...permissionSetRoles(this.documents, this.#managed)];
  }

  #principal(kind: Kind, fact: ResourceFact, credentials: PrincipalFact['credentials']): PrincipalFact {
    const { key, accountId, body } = fact;
    const { universe } = this.documents;
    const groups = kind === 'user' ? this.#memberships.groupsOf(key) : [];
    const holders = [key, ...groups];
    const boundary = findStated(body.permissions_boundary);
    const hidden = [...new Set([fact, ...groups.flatMap((group) => this.documents.find(group) ?? [])])];
    return {
      kind,
      fact,
      ...(typeof body.name === 'string' && body.name !== '' ? { name: body.name } : {}),
      path: this.documents.findText(body.path) ?? '/',
      arn: canonical(arnOf(fact), universe),
      ...(accountId === undefined ? {} : { accountId }),
      policies: holders.flatMap((holder) => this.#belongings.policiesOf(holder)),
      groups,
      ...(boundary === undefined ? {} : { boundary: this.#managed.named(boundary, fact) }),
      ...(kind === 'role' ? { trust: this.#trustOf(fact) } : {}),
      tags: tagsOf(fact, this.documents),
      credentials,
      doubts: [
        ...holders.flatMap((holder) => this.#belongings.doubtsOf(holder)),
        ...this.#memberships.doubtsOf(key),
        ...hidden.flatMap((each) => this.documents.hidden(each)),
      ],
    };
  }

  #trustOf(fact: ResourceFact): AttachedPolicy {
    const policy =
      this.documents.findPolicy(fact, 'assume_role_policy') ?? new Unknown(`${fact.key} doesn't say who may assume it`);
    return { name: `trust policy of ${fact.address}`, form: 'inline', key: fact.key, policy };
  }

  /** Credentials by the users that they may belong to. */
  #credentialsOf(type: string): ReadonlyMap<string, readonly CredentialFact[]> {
    const found = new Map<string, CredentialFact[]>();
    for (const by of this.documents.of(type)) {
      const { key, maybe } = this.#registers.user.named(by.body.user, by);
      const credential = { key: by.key, certain: key !== undefined && by.repeated === undefined };
      for (const user of key === undefined ? maybe : [key]) found.set(user, [...(found.get(user) ?? []), credential]);
    }
    return found;
  }
}

/** Plans and states tell all tags, those of the provider among them; what is synthesised tells the resource's own. */
function tagsOf({ body }: ResourceFact, documents: Documents): Readonly<Record<string, PolicyText>> | Unknown {
  const all = findStated(body.tags_all);
  const term: Term = isTermMap(all) ? all : (findStated(body.tags) ?? {});
  if (!isTermMap(term)) return term instanceof Unknown ? term : new Unknown("its tags aren't told");
  const texts = Object.entries(term).map(([name, value]) => [name, documents.findText(value) ?? ''] as const);
  return Object.fromEntries(texts);
}
