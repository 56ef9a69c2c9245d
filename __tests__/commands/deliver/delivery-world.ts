import { EventEmitter } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { deliverCommand } from '../../../commands/deliver';

/** What a run of the command left behind. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const roles = (account: string, stack: string): object => ({
  plan: `arn:aws:iam::${account}:role/plinth/plan-${stack}`,
  apply: `arn:aws:iam::${account}:role/plinth/apply-${stack}`,
});

/** Three stacks, the second of which writes to another account too, and one that an administrator applies. */
const ORDER = { waves: [['shop-global-delivery'], ['hub-network', 'hub-logging'], ['shop-network']] };
const ROLES = {
  'hub-network': { own: roles('222222222222', 'hub-network'), others: {} },
  'hub-logging': { own: roles('222222222222', 'hub-logging'), others: {} },
  'shop-network': {
    own: roles('333333333333', 'shop-network'),
    others: { HUB: roles('222222222222', 'shop-network') },
  },
};

/** A synthesis that is to be delivered, and a program that stands in for Terraform where it fails or says what it sees. */
export class DeliveryWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'deliver-'));
  readonly out = join(this.folder, 'cdktf.out');
  readonly tokenFile = join(this.folder, 'id-token');
  readonly signals = new EventEmitter();
  readonly #bin = join(this.folder, 'bin');
  /** Called with everything that is said, while it is said. */
  onWords: (text: string) => void = () => undefined;

  constructor() {
    mkdirSync(this.#bin);
    mkdirSync(this.out);
    this.write('order.json', ORDER);
    this.write('roles.json', ROLES);
    for (const stack of ORDER.waves.flat()) mkdirSync(join(this.out, 'stacks', stack), { recursive: true });
    writeFileSync(this.tokenFile, 'a token');
  }

  /** Puts a document into the output. */
  write(name: string, document: object): void {
    writeFileSync(join(this.out, name), JSON.stringify(document));
  }

  /** Has a stack write to accounts and Regions. */
  provide(stack: string, ...places: readonly (readonly [account: string, region: string])[]): void {
    const aws = places.map(([account, region]) => ({ region, allowed_account_ids: [account] }));
    this.write(join('stacks', stack, 'cdk.tf.json'), { provider: { aws } });
  }

  /** What is run instead of Terraform, with the arguments of Terraform; `$1` is the verb. */
  terraform(script: string): void {
    const file = join(this.#bin, 'terraform');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  async deliver(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    const run = { status: -1, stdout: '', stderr: '' };
    const terminal = {
      out: (text: string): void => void (run.stdout += text),
      err: (text: string): void => {
        run.stderr += text;
        this.onWords(text);
      },
      exit: (status: number): void => void (run.status = status),
    };
    const path = [this.#bin, process.env.PATH ?? ''].join(delimiter);
    const surroundings = { env: { PATH: path, ...env }, terminal, signals: this.signals };
    const plans = args[0] === 'drift' || args[0] === 'gate' ? [] : ['--plans', join(this.folder, 'plans')];
    await deliverCommand(surroundings).parseAsync([...args, '--out', this.out, ...plans], { from: 'user' });
    return run;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
