import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../../../main';
import { judge, type JudgedFinding, network, readUniverse, type Universe } from '../../../../policies';

type Body = Record<string, unknown>;

/** A stack's Terraform, to be changed. */
export interface Stack {
  /** Gives a resource other arguments beside those that it has. */
  change(address: string, body: Body): void;
  add(address: string, body: Body): void;
  remove(address: string): void;
}

/** Changes the network stacks of `dev`, `network` and `prod`. */
export type Mutate = (stacks: Readonly<Record<'dev' | 'network' | 'prod', Stack>>) => void;

interface Terraform {
  readonly resource: Record<string, Record<string, Body>>;
}

function place(address: string): [string, string] {
  const [type = '', name = ''] = address.split('.');
  return [type, name];
}

/** A file of Terraform JSON that is written with each change. */
class StackFile implements Stack {
  readonly #terraform: Terraform;

  constructor(private readonly file: string) {
    this.#terraform = JSON.parse(readFileSync(file, 'utf8')) as Terraform;
  }

  change(address: string, body: Body): void {
    this.add(address, { ...this.#body(address), ...body });
  }

  add(address: string, body: Body): void {
    const [type, name] = place(address);
    this.#terraform.resource[type] = { ...this.#terraform.resource[type], [name]: body };
    writeFileSync(this.file, JSON.stringify(this.#terraform));
  }

  remove(address: string): void {
    this.#body(address);
    const [type, name] = place(address);
    Reflect.deleteProperty(this.#terraform.resource[type] ?? {}, name);
    writeFileSync(this.file, JSON.stringify(this.#terraform));
  }

  #body(address: string): Body {
    const [type, name] = place(address);
    const body = this.#terraform.resource[type]?.[name];
    if (body === undefined) throw new Error(`the reference has no ${address}`);
    return body;
  }
}

/** The reference organisation, synthesised once and changed as often as is wanted. */
export class Reference {
  readonly #folder = mkdtempSync(join(tmpdir(), 'plinth-mutations-'));
  readonly #written = join(this.#folder, 'reference');

  constructor() {
    const { findings } = synth({ config: 'landing-zone.yaml', out: this.#written, frozen: false, lifecycle: 'living' });
    if (findings.some(({ level }) => level === 'error')) throw new Error('the reference has errors before anything is changed');
  }

  /** As it was synthesised. */
  universe(): Universe {
    return readUniverse(this.#written);
  }

  /** What the proofs say of the reference with the change. */
  findingsAfter(mutate: Mutate): readonly JudgedFinding[] {
    return judge(this.changed(mutate), network).findings;
  }

  /** The reference with the change. */
  changed(mutate: Mutate): Universe {
    const changed = join(this.#folder, 'changed');
    rmSync(changed, { recursive: true, force: true });
    cpSync(this.#written, changed, { recursive: true });
    const stack = (account: string): Stack =>
      new StackFile(join(changed, 'stacks', `${account}-eu-west-1-network`, 'cdk.tf.json'));
    mutate({ dev: stack('dev'), network: stack('network'), prod: stack('prod') });
    return readUniverse(changed);
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
