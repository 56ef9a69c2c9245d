import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '..', '..');

/** What a program left behind. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
}

/** Runs a program to its end. What lanes of ours say to the examples and to npm must not reach a stranger. */
export function run(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { PATH, HOME, TMPDIR } = process.env;
  const settings = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(npm_config_|.*_proxy$|ssl_)/i.test(name)),
  );
  const options = { cwd, env: { ...settings, PATH, HOME, TMPDIR, ...env }, encoding: 'utf8', timeout: 500_000 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { code: status, out: `${stdout}${stderr}` };
}

/** One file of the package. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** The package as npm packs it from what `npm run build` left. */
export interface Packed {
  readonly tarball: string;
  /** @unit bytes */
  readonly size: number;
  /** @unit bytes */
  readonly unpackedSize: number;
  readonly files: readonly PackedFile[];
}

/** A folder of this run, gone with `leave`. */
export class Stranger {
  readonly folder = mkdtempSync(join(tmpdir(), 'plinth-stranger-'));

  /** Packs this project into the folder. */
  pack(): Packed {
    // The lane has built it; the script that builds before packing is for those who publish.
    const { out } = run(ROOT, 'npm', ['pack', '--ignore-scripts', '--json', '--silent', '--pack-destination', this.folder]);
    const [packed] = JSON.parse(out) as (Omit<Packed, 'tarball'> & { readonly filename: string })[];
    if (packed === undefined) throw new Error(out);
    return { ...packed, tarball: join(this.folder, packed.filename) };
  }

  /** Makes package.json say so, and installs it by npm. */
  install(description: object): void {
    this.write('package.json', JSON.stringify({ name: 'stranger', private: true, ...description }));
    const { code, out } = run(this.folder, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline']);
    if (code !== 0) throw new Error(out);
  }

  /** The version of an installed package, and its name, which an alias hides. */
  installed(name: string): string {
    const { name: own, version } = JSON.parse(this.read(`node_modules/${name}/package.json`)) as Record<string, string>;
    return `${String(own)} ${String(version)}`;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
    return run(this.folder, command, args, env);
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The stacks below an output folder: the JSON's text by the name of the stack. */
export function stacksIn(output: string): Record<string, string> {
  const folder = join(output, 'stacks');
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name, 'cdk.tf.json'), 'utf8')]));
}

/** Short enough for a failed test to be read. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** What a jest with --json came to; a run that printed no document passed nothing. */
export function jestResult({ out }: Ran): { readonly passed: number; readonly failures: readonly string[] } {
  const { numPassedTests = 0, testResults = [] } = JSON.parse(/^\{.*\}$/m.exec(out)?.[0] ?? '{}') as {
    readonly numPassedTests?: number;
    readonly testResults?: readonly { readonly status: string; readonly message: string }[];
  };
  const failed = testResults.filter(({ status }) => status !== 'passed');
  return { passed: numPassedTests, failures: failed.map(({ message }) => message) };
}
