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

  constructor(private readonly universe: Universe) {
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
    return (ROOT.exec(name) ?? ACCOUNT_OF_ARN.exec(name))?.[1] ?? factsByKey(this.universe).get(name)?.accountId;
  }

  /** A name without what only its account has in it: two that are equal mean the same in two accounts. */
  alike(name: string): string {
    if (ROOT.test(name)) return 'root user';
    if (/^\d{12}$/.test(name)) return 'account';
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
