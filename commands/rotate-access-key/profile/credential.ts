/** What the SDK's clients take. */
export interface SdkCredential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A key pair, or the keys of a session. Its secret parts are private fields: no log, inspection or JSON shows them. */
export class Credential {
  readonly id: string;
  readonly #secret: string;
  readonly #token: string | undefined;

  constructor(id: string, secret: string, token?: string) {
    this.id = id;
    this.#secret = secret;
    this.#token = token;
  }

  /** The secret in clear text, for the one file it belongs into. */
  revealSecret(): string {
    return this.#secret;
  }

  forSdk(): SdkCredential {
    const token = this.#token === undefined ? {} : { sessionToken: this.#token };
    return { accessKeyId: this.id, secretAccessKey: this.#secret, ...token };
  }

  isSameAs(other: Credential): boolean {
    return this.id === other.id && this.#secret === other.#secret;
  }

  /** A text of somebody else's without the secrets, should they stand in it. */
  redact(text: string): string {
    return [this.#secret, this.#token].reduce<string>(
      (clean, secret) => (secret === undefined || secret === '' ? clean : clean.replaceAll(secret, '***')),
      text,
    );
  }
}
