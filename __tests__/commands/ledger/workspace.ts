import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ledgerCommand } from '../../../commands/ledger';

const CONFIGURATION = `organization: { name: acme, management_account: "111111111111", home_region: eu-west-1, regions: [eu-west-1] }
backend: { kind: local }
addresses: { pool: 10.0.0.0/16, reserved_ranges: [10.0.0.0/20] }
networks:
  shop: { zones: [a], tiers: { app: { kind: private } }, flow_logs: { cloudwatch: false, accept: a test } }
accounts:
  management: { id: "111111111111", unit: root }
  dev: { id: "333333333333", unit: workloads, networks: { shop: { cidr: 10.0.16.0/20 } } }
`;

/** What a run of the command printed and answered. */
export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | undefined;
}

/** A folder with a configuration and perhaps a ledger. */
export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), 'plinth-ledger-'));

  constructor(ledger?: string) {
    this.write('landing-zone.yaml', CONFIGURATION);
    if (ledger !== undefined) this.write('addresses.lock.json', ledger);
  }

  path(name: string): string {
    return join(this.root, name);
  }

  write(name: string, text: string): void {
    writeFileSync(this.path(name), text);
  }

  get ledger(): string {
    return readFileSync(this.path('addresses.lock.json'), 'utf8');
  }

  run(...args: string[]): Run {
    let [out, err] = ['', ''];
    let code: number | undefined;
    const terminal = {
      out: (text: string) => {
        out += text;
      },
      err: (text: string) => {
        err += text;
      },
      exit: (exitCode: number) => {
        code = exitCode;
      },
    };
    ledgerCommand(terminal).parse([...args, '--config', this.path('landing-zone.yaml')], { from: 'user' });
    return { out, err, code };
  }

  /** Runs git with an identity and without the machine's own settings. */
  git(...args: string[]): string {
    const env = {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    };
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Commits a ledger on a branch that begins at main. */
  commit(branch: string, ledger: string): void {
    this.git('checkout', '-q', '-B', branch, 'main');
    this.write('addresses.lock.json', ledger);
    this.git('commit', '-qam', branch);
  }

  /** A repository whose main branch has this ledger, merged line by line. */
  static repository(ledger: string): Workspace {
    const workspace = new Workspace(ledger);
    workspace.write('.gitattributes', 'addresses.lock.json merge=union\n');
    workspace.git('init', '-q', '-b', 'main');
    workspace.git('add', '.');
    workspace.git('commit', '-qm', 'main');
    return workspace;
  }
}

export function file(...lines: string[]): string {
  return `{\n${lines.map((line) => `  ${line},\n`).join('')}  "~": ""\n}\n`;
}
