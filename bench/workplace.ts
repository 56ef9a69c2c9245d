import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measuredRun } from './measurement/measured-run';
import type { Usage } from './measurement/usage';
import { organizationOf, yamlOf } from './organization';
import { assertSameOutput } from './programs/same-output';

/** The compiled programs. */
const DIST = join(__dirname, '..');

type Base = 'account-stack' | 'terraform-stack';

/** A folder for configurations, their ledgers and outputs, and the programs that run in it. */
export class Workplace {
  readonly #folder = mkdtempSync(join(tmpdir(), 'plinth-bench-'));

  /** Writes the configuration and synthesises it once: then its ledger and its stacks are there. */
  prepare(accounts: number): void {
    mkdirSync(this.#place(accounts));
    writeFileSync(this.#place(accounts, 'landing-zone.yaml'), yamlOf(organizationOf(accounts)));
    measuredRun(this.#main(accounts, 'reference'));
  }

  /** @throws Error where a program to compare with makes anything else than our modules do */
  assertSame(accounts: number): void {
    this.modules(accounts);
    assertSameOutput(this.#place(accounts, 'reference'), this.#place(accounts, 'modules'));
    for (const base of ['account-stack', 'terraform-stack'] as const) {
      this.handWritten(base, accounts);
      assertSameOutput(this.#place(accounts, 'reference'), this.#place(accounts, base));
    }
  }

  /** `node dist/start.js` as `npm start` runs it: configuration, ledger, modules, rules. */
  whole(accounts: number): Usage {
    return this.#fresh(accounts, 'out', () => measuredRun(this.#main(accounts, 'out')));
  }

  /** Proofs and rules alone, over the output that `whole` has left. */
  judged(accounts: number): Usage {
    return measuredRun({ script: join(DIST, 'bench', 'programs', 'judged.js'), args: [this.#place(accounts, 'out')] });
  }

  /** Our modules alone. */
  modules(accounts: number): Usage {
    const args = [String(accounts), this.#place(accounts, 'addresses.lock.json'), this.#place(accounts, 'modules')];
    return this.#fresh(accounts, 'modules', () => measuredRun({ script: join(DIST, 'bench', 'programs', 'modules.js'), args }));
  }

  /** The same resources written one by one, on our base or on cdktf's own. */
  handWritten(base: Base, accounts: number): Usage {
    const args = [base, this.#place(accounts, 'reference', 'stacks'), this.#place(accounts, base)];
    return this.#fresh(accounts, base, () => measuredRun({ script: join(DIST, 'bench', 'programs', 'hand-written.js'), args }));
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #main(accounts: number, output: string): Parameters<typeof measuredRun>[0] {
    const env = { LANDING_ZONE: this.#place(accounts, 'landing-zone.yaml'), CDKTF_OUTDIR: this.#place(accounts, output) };
    return { script: join(DIST, 'start.js'), env };
  }

  /** Everybody writes all files anew: what finds equal ones would be measured for reading them. */
  #fresh(accounts: number, output: string, run: () => Usage): Usage {
    rmSync(this.#place(accounts, output), { recursive: true, force: true });
    return run();
  }

  #place(accounts: number, ...path: string[]): string {
    return join(this.#folder, String(accounts), ...path);
  }
}
