/** Things by the account that they are in. An organisation has many of one name; of some no document tells whose they are. */
export class ByAccount<T> {
  readonly #all: T[] = [];
  readonly #byAccount = new Map<string | undefined, T[]>();

  add(accountId: string | undefined, thing: T): void {
    this.#all.push(thing);
    const known = this.#byAccount.get(accountId);
    if (known === undefined) this.#byAccount.set(accountId, [thing]);
    else known.push(thing);
  }

  get all(): readonly T[] {
    return this.#all;
  }

  /** Those that are told to be of an account; with undefined those of which nothing is told. */
  of(accountId: string | undefined): readonly T[] {
    return this.#byAccount.get(accountId) ?? [];
  }

  /** Those that may be of an account: of one that isn't told, all. */
  near(accountId: string | undefined): readonly T[] {
    return accountId === undefined ? this.#all : [...this.of(accountId), ...this.of(undefined)];
  }
}
