import { findSetName } from '../../../iam/inquiry/called';
import { Inquiry } from '../../../iam/inquiry/inquiry';
import type { Actor } from '../../../iam/inquiry/members';
import { factsByKey } from '../../../model/arns';
import type { Universe } from '../../../model/universe';

const ROOT = /^root user of (\d{12})$/;
const ACCOUNT_OF_ARN = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/;

/** Of which account something is, and how it would be called in another one: an organisation has much a thousand times. */
export class Places {
  readonly #nameById = new Map<string, string>();
  /** What is left of a stack's name without its account's. */
  readonly #restOfStack = new Map<string, string>();
  readonly #stacksOf = new Map<string, string[]>();
  /** Of permission sets the accounts aren't those in which they are made. */
  readonly #assigned: ReadonlyMap<string, Actor>;

  constructor(private readonly universe: Universe) {
    const { actors } = Inquiry.of(universe);
    this.#assigned = new Map(actors.flatMap((actor) => (findSetName(actor.principal) === undefined ? [] : [[actor.key, actor]])));
    for (const { name, account, accountId } of universe.intent?.stacks ?? []) {
      this.#nameById.set(accountId, account);
      if (name.startsWith(`${account}-`)) this.#restOfStack.set(name, name.slice(account.length + 1));
      this.#stacksOf.set(accountId, [...(this.#stacksOf.get(accountId) ?? []), name]);
    }
  }

  /** What people call an account. @returns its id where nobody tells */
  accountName(id: string): string {
    const name = this.#nameById.get(id);
    return name === undefined ? id : `${name} (${id})`;
  }

  /** The account of a resource by its key, a root user, an account or an ARN; undefined where nobody tells. */
  findAccount(name: string): string | undefined {
    if (/^\d{12}$/.test(name)) return name;
    const assigned = this.#assigned.get(name);
    if (assigned !== undefined) return assigned.principal.accountId;
    return (ROOT.exec(name) ?? ACCOUNT_OF_ARN.exec(name))?.[1] ?? factsByKey(this.universe).get(name)?.accountId;
  }

  /** A name without what only its account has in it: two that are equal mean the same in two accounts. */
  alike(name: string): string {
    if (ROOT.test(name)) return 'root user';
    if (/^\d{12}$/.test(name)) return 'account';
    const assigned = this.#assigned.get(name);
    if (assigned !== undefined) return findSetName(assigned.principal) ?? name;
    const colon = name.indexOf(':');
    const rest = this.#restOfStack.get(name.slice(0, colon));
    return rest === undefined ? name : `<account>-${rest}${name.slice(colon)}`;
  }

  /** A text of an account's own without the account's id and the names of its stacks. */
  withoutAccount(text: string, accountId: string | undefined): string {
    if (accountId === undefined) return text;
    let left = text.replaceAll(accountId, '<account>');
    for (const stack of this.#stacksOf.get(accountId) ?? []) {
      left = left.replaceAll(stack, `<account>-${this.#restOfStack.get(stack) ?? stack}`);
    }
    return left;
  }
}
