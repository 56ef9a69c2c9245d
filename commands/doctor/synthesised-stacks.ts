import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a synthesised stack asks of the machine. */
export interface SynthesisedStack {
  readonly name: string;
  /** The versions of Terraform that it takes. @default - any */
  readonly requiredVersion?: string;
  /** The key of its state in a bucket. @default - its state lies elsewhere */
  readonly stateKey?: string;
}

/** The stacks of an output folder, and those that can't be read. */
export interface SynthesisedStacks {
  readonly stacks: readonly SynthesisedStack[];
  readonly unreadable: readonly string[];
}

interface StackJson {
  readonly terraform?: { readonly required_version?: unknown; readonly backend?: { readonly s3?: { readonly key?: unknown } } };
}

function stackOf(name: string, text: string): SynthesisedStack {
  const { terraform } = JSON.parse(text) as StackJson;
  const [version, key] = [terraform?.required_version, terraform?.backend?.s3?.key];
  return {
    name,
    ...(typeof version === 'string' ? { requiredVersion: version } : {}),
    ...(typeof key === 'string' ? { stateKey: key } : {}),
  };
}

/** Reads what the last synthesis left; none before the first. */
export function readSynthesisedStacks(out: string): SynthesisedStacks {
  const folder = join(out, 'stacks');
  const stacks: SynthesisedStack[] = [];
  const unreadable: string[] = [];
  for (const name of statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder).sort() : []) {
    const file = join(folder, name, 'cdk.tf.json');
    if (!existsSync(file)) continue;
    try {
      stacks.push(stackOf(name, readFileSync(file, 'utf8')));
    } catch {
      unreadable.push(name);
    }
  }
  return { stacks, unreadable };
}
