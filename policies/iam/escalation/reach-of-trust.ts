import { findTextKey, mayEqual, partsOf } from '../../model/arns';
import type { PolicyText } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { Inquiry } from '../inquiry/inquiry';
import { letIn } from '../inquiry/let-in';
import type { Actor } from '../inquiry/members';

/** Whom the roles' trust policies name: who is near enough to a role to ask whether he may assume it. */
export class ReachOfTrust {
  /** Roles by the accounts that they name, `*` for those that name everybody, or somebody who isn't told. */
  readonly #byAccount = new Map<string, Set<Actor>>();
  readonly #named = new Set<string>();
  /** Texts that may name somebody without being equal to an ARN of theirs: parts of them aren't told, or they name one session. */
  readonly #open: PolicyText[] = [];
  /** All texts, by the accounts that they name, `*` where none is told. */
  readonly #texts = new Map<string, PolicyText[]>();

  constructor({ actors }: Inquiry) {
    for (const role of actors) for (const text of trusted(role)) this.#note(role, text);
  }

  #note(role: Actor, text: PolicyText): void {
    const key = findTextKey(text);
    if (key !== undefined) this.#named.add(key);
    if (typeof text !== 'string' || text.includes(':assumed-role/')) this.#open.push(text);
    const literal = partsOf(text)
      .map((part) => (typeof part === 'string' ? part : ''))
      .join('');
    const account = /(?:^|:)(\d{12})(?::|$)/.exec(literal)?.[1] ?? '*';
    const texts = this.#texts.get(account);
    if (texts === undefined) this.#texts.set(account, [text]);
    else texts.push(text);
    const roles = this.#byAccount.get(account) ?? new Set();
    roles.add(role);
    this.#byAccount.set(account, roles);
  }

  /** Whether a role names somebody directly, or everybody, or may: then no policy of its own has to allow it. */
  names({ principal: { arn, accountId }, caller }: Actor): boolean {
    const key = findTextKey(arn);
    if (this.#byAccount.has('*') || (key !== undefined && this.#named.has(key))) return true;
    const near = typeof arn === 'string' ? this.#open : this.#textsFor(accountId);
    return near.some((text) => mayEqual(text, arn) || mayEqual(text, caller.arn));
  }

  /** Texts that name an account, or may. */
  #textsFor(accountId: string | undefined): readonly PolicyText[] {
    if (accountId === undefined) return [...this.#texts.values()].flat();
    return [accountId, '*'].flatMap((account) => this.#texts.get(account) ?? []);
  }

  /** Roles that name an account, or may. */
  rolesFor(accountId: string | undefined): readonly Actor[] {
    const all =
      accountId === undefined ? [...this.#byAccount.values()] : [this.#byAccount.get(accountId), this.#byAccount.get('*')];
    return [...new Set(all.flatMap((roles) => [...(roles ?? [])]))];
  }
}

/** Whoever may be let in; one that isn't told may be anybody. */
function trusted({ principal: { trust } }: Actor): Iterable<PolicyText> {
  if (trust === undefined) return [];
  const { policy } = trust;
  return policy instanceof Unknown || policy.faults.length > 0 ? ['*'] : letIn(policy);
}
