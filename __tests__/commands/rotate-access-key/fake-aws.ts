import type { Account, AccountFor, AccountKey } from '../../../commands/rotate-access-key/account/account';
import { CallFailure, type Failure } from '../../../commands/rotate-access-key/account/call-failure';
import { Credential } from '../../../commands/rotate-access-key/profile/credential';
import type { Pair } from './aws-folder';

/** A key with its secret. */
interface HeldKey extends Pair {
  active: boolean;
  readonly createdAt: Date;
  used: boolean;
}

/** What becomes of a call: it fails so, before or after AWS did it. */
export interface Mishap extends Omit<Failure, 'action'> {
  readonly afterwards?: true;
}

/** The IAM of one user, in memory. */
export class FakeAws {
  /** Who asked what, in order: `AKIA… CreateAccessKey`. */
  readonly calls: string[] = [];
  readonly keys: HeldKey[] = [];
  arn: string;
  /** Keys that IAM doesn't know yet. */
  readonly unknown = new Set<string>();
  /** Says what goes wrong; `nth` counts calls of the action. */
  mishap: (action: string, nth: number) => Mishap | undefined = () => undefined;
  /** Called at each call, before it is answered. */
  onCall: (action: string) => void = () => undefined;
  /** How long an answer takes. */
  slow = 0;
  #made = 0;

  constructor(
    pair: Pair,
    readonly user = 'alice',
  ) {
    this.arn = `arn:aws:iam::111111111111:user/${user}`;
    this.add(pair, { used: true });
  }

  add(pair: Pair, { used = false, active = true, createdAt = new Date() } = {}): void {
    this.keys.push({ ...pair, active, createdAt, used });
  }

  /** The actions without who asked. */
  get actions(): string[] {
    return this.calls.map((call) => call.split(' ')[1]!);
  }

  get listed(): string[] {
    return this.keys.map(({ id, active }) => `${id} ${active ? 'active' : 'inactive'}`);
  }

  readonly accountFor: AccountFor = (by) => this.#accountOf(by);

  async #call<T>(by: Credential, action: string, work: () => T): Promise<T> {
    await Promise.resolve();
    this.calls.push(`${by.id} ${action}`);
    this.onCall(action);
    const nth = this.actions.filter((it) => it === action).length;
    const fail = (failure: Omit<Failure, 'action'>): never => {
      const service = ['GetCallerIdentity', 'GetSessionToken'].includes(action) ? 'sts' : 'iam';
      throw new CallFailure({ action: `${service}:${action}`, ...failure });
    };
    const mishap = this.mishap(action, nth);
    if (mishap !== undefined && mishap.afterwards !== true) fail(mishap);
    const key = this.keys.find(({ id }) => id === by.id);
    const secret = by.revealSecret();
    const isSession = by.id.startsWith('ASIA');
    const known = isSession || (key?.active === true && key.secret === secret && !this.unknown.has(by.id));
    if (!known) fail({ reason: 'InvalidClientTokenId', words: 'The security token is invalid.', status: 403 });
    if (key !== undefined) key.used = true;
    const result = work();
    if (this.slow > 0) await new Promise((resolve) => setTimeout(resolve, this.slow));
    if (mishap !== undefined) fail(mishap);
    return result;
  }

  #accountOf(by: Credential): Account {
    const gone = (id: string): never => {
      throw new CallFailure({ action: 'iam', reason: 'NoSuchEntity', words: `no ${id}`, status: 404 });
    };
    const indexOf = (id: string): number => {
      const index = this.keys.findIndex((key) => key.id === id);
      return index === -1 ? gone(id) : index;
    };
    return {
      whoAmI: () => this.#call(by, 'GetCallerIdentity', () => ({ account: '111111111111', arn: this.arn })),
      openSession: () => this.#call(by, 'GetSessionToken', () => new Credential('ASIASESSION', 'session', 'token')),
      listKeys: () =>
        this.#call(by, 'ListAccessKeys', (): AccountKey[] =>
          this.keys.map(({ id, active, createdAt }) => ({ id, active, createdAt })),
        ),
      createKey: () =>
        this.#call(by, 'CreateAccessKey', () => {
          if (this.keys.length > 1) {
            throw new CallFailure({ action: 'iam:CreateAccessKey', reason: 'LimitExceeded', words: 'two', status: 409 });
          }
          const pair = { id: `AKIAMADE00000000000${String((this.#made += 1))}`, secret: `made/secret${String(this.#made)}` };
          this.add(pair);
          return new Credential(pair.id, pair.secret);
        }),
      disableKey: (_user, id) => this.#call(by, 'UpdateAccessKey', () => void (this.keys[indexOf(id)]!.active = false)),
      deleteKey: (_user, id) => this.#call(by, 'DeleteAccessKey', () => void this.keys.splice(indexOf(id), 1)),
      isUsed: (id) => this.#call(by, 'GetAccessKeyLastUsed', () => this.keys[indexOf(id)]!.used),
    };
  }
}
