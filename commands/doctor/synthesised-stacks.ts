import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a synthesised stack asks of the machine. */
export interface SynthesisedStack {
  readonly name: string;
  /** The versions of Terraform that it takes. @default - any */
  readonly requiredVersion?: string;
  /** The key of its state in a bucket. @default - its state lies elsewhere */
  readonly stateKey?: string;
  /** A file that puts another backend over it, as a bootstrap does. @default - none */
  readonly override?: string;
}

/** The stacks of an output folder, and those that can't be read. */
export interface SynthesisedStacks {
  readonly stacks: readonly SynthesisedStack[];
  readonly unreadable: readonly string[];
}

interface StackJson {
  readonly terraform?: { readonly required_version?: unknown; readonly backend?: { readonly s3?: { readonly key?: unknown } } };
}

function hasBackend(file: string): boolean {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as StackJson).terraform?.backend !== undefined;
  } catch {
    return false;
  }
}

/** @source Terraform documentation, Override Files */
function overrideIn(folder: string): string | undefined {
  const files = readdirSync(folder).filter((name) => /(^|_)override\.tf\.json$/.test(name));
  return files.find((name) => hasBackend(join(folder, name)));
}

function stackOf(name: string, folder: string): SynthesisedStack {
  const { terraform } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as StackJson;
  const override = overrideIn(folder);
  const [version, key] = [terraform?.required_version, terraform?.backend?.s3?.key];
  return {
    name,
    ...(typeof version === 'string' ? { requiredVersion: version } : {}),
    ...(typeof key === 'string' ? { stateKey: key } : {}),
    ...(override === undefined ? {} : { override }),
  };
}

/** Reads what the last synthesis left; none before the first. */
export function readSynthesisedStacks(out: string): SynthesisedStacks {
  const folder = join(out, 'stacks');
  const stacks: SynthesisedStack[] = [];
  const unreadable: string[] = [];
  for (const name of statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder).sort() : []) {
    if (!existsSync(join(folder, name, 'cdk.tf.json'))) continue;
    try {
      stacks.push(stackOf(name, join(folder, name)));
    } catch {
      unreadable.push(name);
    }
  }
  return { stacks, unreadable };
}
