import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, runChild } from './child';
import { OperationError } from '../../modules/core/operation-error';

/** Whether stacks are to live, or to be ready for their destruction. */
export type Lifecycle = 'living' | 'closing';

/** Writes the stacks, order.json and intent.json into a directory; files are replaced, folders stay. */
export type Synthesise = (output: string, lifecycle: Lifecycle, signal: AbortSignal) => Promise<void>;

/** The synthesis wrote nothing, for findings (exit code 1) or a wrong configuration (2); its words are the message. */
export class SynthesisRefused extends Error {
  constructor(
    words: string,
    readonly exitCode: 1 | 2,
  ) {
    super(words);
    this.name = 'SynthesisRefused';
  }
}

/** moto's home account, where nothing names a management account. */
const HOME_ACCOUNT = '123456789012';

/** The synthesis of this project, in a process of its own as `cdktf synth` runs it. */
export function synthesisOf(root: string, configuration: string | undefined): Synthesise {
  return async (output, lifecycle, signal) => {
    const env = {
      ...process.env,
      CDKTF_OUTDIR: output,
      ...(configuration === undefined ? {} : { LANDING_ZONE: configuration }),
      ...(lifecycle === 'closing' ? { PLINTH_LIFECYCLE: 'closing' } : {}),
    };
    const result = await runChild(process.execPath, [join(root, 'dist', 'start.js')], {
      cwd: root,
      env,
      timeLimitSeconds: 600,
      signal,
    });
    const words = lastLines(result.stderr || result.stdout, 60);
    if (result.exitCode === 1 || result.exitCode === 2) throw new SynthesisRefused(words, result.exitCode);
    if (result.exitCode !== 0) throw failure(result.exitCode, words);
  };
}

/** The account that Terraform starts from, and assumes the roles of all others from. */
export async function managementAccount(output: string): Promise<string> {
  const file = join(output, 'intent.json');
  if (!existsSync(file)) return HOME_ACCOUNT;
  const intent = JSON.parse(await readFile(file, 'utf8')) as { organization?: { managementAccount?: string } };
  return intent.organization?.managementAccount ?? HOME_ACCOUNT;
}

/**
 * Keeps the state of a stack in the working tree where its own backend is elsewhere: an override file beside the
 * stack's, which stays as it was synthesised.
 * @source Terraform documentation, Override Files, "Merging terraform Blocks"
 */
export async function keepStateHere(output: string, stack: string): Promise<string> {
  const directory = join(output, 'stacks', stack);
  const json = JSON.parse(await readFile(join(directory, 'cdk.tf.json'), 'utf8')) as {
    terraform?: { backend?: { local?: unknown } };
  };
  if (json.terraform?.backend?.local === undefined) {
    const backend = { local: { path: join('..', '..', '..', 'terraform.state', `${stack}.tfstate`) } };
    await writeFile(join(directory, 'sandbox_override.tf.json'), JSON.stringify({ terraform: { backend } }));
  }
  return directory;
}

function failure(exitCode: number, words: string): OperationError {
  return new OperationError({
    subject: 'synthesis',
    problem: `ended with exit code ${exitCode}:\n${words}\n`,
    remedy: 'run `npm run build` if the sources changed, then `npm start` to see it alone',
    code: 'LZ-SANDBOX-6',
  });
}
