import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { environmentPlace } from '../../sandbox/environment';
import { findProviderSource } from '../../sandbox/plugin-mirror';
import { attempt } from '../attempt';
import type { Check } from '../check';
import type { SynthesisedStacks } from '../synthesised-stacks';
import { environmentCheck } from './emulator-environment';
import { emulatorCheck, emulatorUnchecked } from './emulator-start';
import { nodeCheck } from './node';
import { askingWithin } from './program';
import { providerCheck } from './provider';
import { platformOf } from './provider-mirror';
import { opensslCheck, pythonCheck } from './python';
import { readRegistry } from './registry';
import { terraformCheck } from './terraform';
import { certificatesCheck, fileChecks, proxyCheck } from './variables';

/** What the machine is looked at with. */
export interface MachineFacts {
  /** The directory of this project. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly synthesised: SynthesisedStacks;
  /** Whether the emulator is started. */
  readonly emulator: boolean;
  /** @unit seconds */
  readonly timeLimitSeconds: number;
}

/** What runs here: Node, Terraform with its provider, and what the emulator needs. */
export async function machineChecks({ root, env, synthesised, emulator, timeLimitSeconds }: MachineFacts): Promise<Check[]> {
  const ask = askingWithin(timeLimitSeconds, env);
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const place = await environmentPlace(root);
  const [terraform, provider, python, openssl, environment] = await Promise.all([
    terraformCheck(ask, synthesised),
    providerCheck({
      source: findProviderSource(env),
      platform: platformOf(process.platform, process.arch),
      registry: () => attempt(timeLimitSeconds, (signal) => readRegistry(env, signal)),
    }),
    pythonCheck(ask),
    opensslCheck(ask),
    environmentCheck(ask, place, readFileSync(join(root, 'emulator', 'requirements.txt'), 'utf8')),
  ]);
  // Alone: it is the one that keeps a core busy.
  const start = emulatorUnchecked(environment, emulator) ?? (await emulatorCheck({ root, python: place.python }));
  const machine = [nodeCheck(process.version, engines.node), terraform, provider, python, openssl, environment, start];
  return [...machine, proxyCheck(env), certificatesCheck(env), ...fileChecks(env)];
}
