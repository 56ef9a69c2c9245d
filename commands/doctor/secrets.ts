const SECRET_NAME = /secret|token|passw|credential|private|api_?key|auth/i;
/** Shorter texts are words that occur anywhere: "true" as a value must not blot out every true. */
const SHORTEST = 6;

/** What must not be printed, wherever it comes from: a last line of defence behind messages that don't carry it. */
export class Secrets {
  readonly #values = new Set<string>();

  /** Everything in the environment whose name says that it is secret. */
  static of(env: NodeJS.ProcessEnv): Secrets {
    const secrets = new Secrets();
    for (const [name, value] of Object.entries(env)) if (SECRET_NAME.test(name)) secrets.add(value);
    return secrets;
  }

  add(value: string | undefined): void {
    if (value !== undefined && value.length >= SHORTEST) this.#values.add(value);
  }

  /** The text without secrets, without the name and password in a URL, and without control characters of a terminal. */
  clean(text: string): string {
    const hidden = [...this.#values]
      .sort((a, b) => b.length - a.length)
      .reduce((rest, value) => rest.replaceAll(value, '***'), text);
    return hidden.replace(/\/\/[^\s/@]*@/g, '//***@').replace(/[^\P{Cc}\n]|\p{Bidi_Control}/gu, '\uFFFD');
  }
}
