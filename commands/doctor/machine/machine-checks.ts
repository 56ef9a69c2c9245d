import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { environmentPlace } from '../../sandbox/environment';
import { findProviderSource } from '../../sandbox/plugin-mirror';
import { attempt } from '../attempt';
import type { Check } from '../check';
import type { SynthesisedStacks } from '../synthesised-stacks';
import { environmentCheck } from './emulator-environment';
import { emulatorCheck, emulatorUnchecked } from './emulator-start';
import { nodeCheck } from './node';
import { type Ask, askingWithin } from './program';
import { providerCheck } from './provider';
import { platformOf } from './provider-mirror';
import { opensslCheck, pythonCheck } from './python';
import { readRegistry } from './registry';
import { terraformCheck } from './terraform';
import { certificatesCheck, fileChecks, proxyCheck } from './variables';

/** What the machine is looked at with. */
export interface MachineFacts {
  /** The directory of the package: package.json, and in the repository emulator/. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly synthesised: SynthesisedStacks;
  /** Whether the emulator is started. */
  readonly emulator: boolean;
  /** @unit seconds */
  readonly timeLimitSeconds: number;
}

/** What the emulator needs; it is part of the repository, and nothing of it is in the package. */
async function emulatorChecks({ root, emulator }: MachineFacts, ask: Ask): Promise<Check[]> {
  const requirements = join(root, 'emulator', 'requirements.txt');
  if (!existsSync(requirements)) return [];
  const place = await environmentPlace(root);
  const [python, openssl, environment] = await Promise.all([
    pythonCheck(ask),
    opensslCheck(ask),
    environmentCheck(ask, place, readFileSync(requirements, 'utf8')),
  ]);
  // Alone: it is the one that keeps a core busy.
  const start = emulatorUnchecked(environment, emulator) ?? (await emulatorCheck({ root, python: place.python }));
  return [python, openssl, environment, start];
}

/** What runs here: Node, Terraform with its provider, and what the emulator needs. */
export async function machineChecks(facts: MachineFacts): Promise<Check[]> {
  const { root, env, synthesised, timeLimitSeconds } = facts;
  const ask = askingWithin(timeLimitSeconds, env);
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const [terraform, provider] = await Promise.all([
    terraformCheck(ask, synthesised),
    providerCheck({
      source: findProviderSource(env),
      platform: platformOf(process.platform, process.arch),
      registry: () => attempt(timeLimitSeconds, (signal) => readRegistry(env, signal)),
    }),
  ]);
  const machine = [nodeCheck(process.version, engines.node), terraform, provider, ...(await emulatorChecks(facts, ask))];
  return [...machine, proxyCheck(env), certificatesCheck(env), ...fileChecks(env)];
}
