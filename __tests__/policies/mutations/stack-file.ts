import { readFileSync, writeFileSync } from 'node:fs';

/** A block of Terraform JSON. */
export type Body = Record<string, unknown>;

interface PolicyJson {
  Version: string;
  Statement: Body[];
}

interface Document {
  terraform: Body;
  resource: Record<string, Record<string, Body>>;
}

function place(address: string): [string, string] {
  const [type = '', name = ''] = address.split('.');
  return [type, name];
}

/** A stack's Terraform JSON, to be changed. */
export class StackFile {
  readonly #document: Document;

  constructor(private readonly file: string) {
    this.#document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  }

  body(address: string): Body {
    const [type, name] = place(address);
    const body = this.#document.resource[type]?.[name];
    if (body === undefined) throw new Error(`the reference has no ${address}`);
    return body;
  }

  /** Gives a resource other arguments beside those that it has. */
  change(address: string, body: Body): void {
    Object.assign(this.body(address), body);
  }

  add(address: string, body: Body): void {
    const [type, name] = place(address);
    this.#document.resource[type] = { ...this.#document.resource[type], [name]: body };
  }

  remove(address: string): void {
    this.body(address);
    const [type, name] = place(address);
    Reflect.deleteProperty(this.#document.resource[type] ?? {}, name);
  }

  /** Changes what `terraform` says. */
  settings(change: (terraform: Body) => void): void {
    change(this.#document.terraform);
  }

  /** Changes the policy in an argument. */
  policy(address: string, argument: string, change: (policy: PolicyJson) => void): void {
    const policy = JSON.parse(String(this.body(address)[argument])) as PolicyJson;
    change(policy);
    this.change(address, { [argument]: JSON.stringify(policy) });
  }

  /** Puts something else in the place of the statement with a Sid, or takes it out. */
  statement(address: string, argument: string, sid: string, change: (statement: Body) => Body | undefined): void {
    this.policy(address, argument, (policy) => {
      if (!policy.Statement.some(({ Sid }) => Sid === sid)) throw new Error(`the policy of ${address} has no ${sid}`);
      policy.Statement = policy.Statement.flatMap((one): readonly Body[] => {
        if (one.Sid !== sid) return [one];
        const changed = change(one);
        return changed === undefined ? [] : [changed];
      });
    });
  }

  write(): void {
    writeFileSync(this.file, JSON.stringify(this.#document));
  }
}
