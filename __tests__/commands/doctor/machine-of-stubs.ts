import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { platformOf } from '../../../commands/doctor/machine/provider-mirror';

const ROOT = join(__dirname, '..', '..', '..');

/** What a run of the command came to. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine of its own for `plinth doctor`: stubs for programs, a provider mirror, a home, the reference configuration. */
export class MachineOfStubs {
  readonly folder = mkdtempSync(join(tmpdir(), 'plinth-doctor-'));

  constructor() {
    ['bin', 'home/.aws'].forEach((name) => mkdirSync(join(this.folder, name), { recursive: true }));
    const build = join('mirror/registry.terraform.io/hashicorp/aws/6.25.0', platformOf(process.platform, process.arch));
    mkdirSync(join(this.folder, build), { recursive: true });
    cpSync(join(ROOT, 'landing-zone.yaml'), join(this.folder, 'landing-zone.yaml'));
    this.program('terraform', `echo '{"terraform_version": "1.11.4"}'`);
    this.program('python3', 'echo 3.11.7');
    this.program('openssl', 'echo OpenSSL 3.0.19');
  }

  /** A program that sh runs. */
  program(name: string, script: string): void {
    writeFileSync(join(this.folder, 'bin', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(this.folder, 'bin', name), 0o755);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Runs the built command line, in an environment of nothing but what is said. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    const own = {
      PATH: join(this.folder, 'bin'),
      HOME: join(this.folder, 'home'),
      TF_PLUGIN_MIRROR: join(this.folder, 'mirror'),
      AWS_EC2_METADATA_DISABLED: 'true',
      // Nothing listens on port 1: no call leaves this machine.
      HTTPS_PROXY: 'http://127.0.0.1:1',
    };
    const child = spawn(process.execPath, [join(ROOT, 'dist/commands/plinth.js'), 'doctor', ...args], {
      cwd: this.folder,
      env: { ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      // What a program given up leaves behind may hold the pipes open: the end of the command itself counts.
      child.once('exit', (status) => setImmediate(() => resolve({ status, stdout, stderr })));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
