import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import type { EnvironmentPlace } from '../../sandbox/environment';
import { type Check, notChecked, ok, problem, type Subject, warning } from '../check';
import type { Ask } from './program';

const ENVIRONMENT: Subject = { id: 'emulator-environment', title: "emulator's environment" };

/** `moto[all,proxy]==5.2.1` as name and version. */
function pinOf(requirements: string): { readonly name: string; readonly version: string } | undefined {
  const [, name, version] = /^\s*([\w.-]+)(?:\[[^\]]*\])?==(\S+)/m.exec(requirements) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

function leftovers(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('building-')) : [];
}

/** The environment where there is no interpreter in its place. */
function unmade({ folder }: EnvironmentPlace): Check {
  const shown = `${basename(dirname(folder))}/${basename(folder)}`;
  if (existsSync(folder)) {
    return problem(ENVIRONMENT, {
      found: `${shown} is there without its Python`,
      remedy: `delete ${shown}; the next npm run sandbox makes it anew`,
    });
  }
  const [half] = leftovers(dirname(folder));
  if (half !== undefined) {
    return warning(ENVIRONMENT, {
      found: `half made: ${half} was left behind, or is being made now`,
      remedy: `unless a sandbox is running, delete ${basename(dirname(folder))}/${half}; npm run sandbox makes it anew`,
    });
  }
  return notChecked(ENVIRONMENT, 'not made yet', 'npm run sandbox makes it, once, with packages from the Python package index');
}

/** Whether the emulator's environment is whole: its Python runs and holds what the requirements pin. */
export async function environmentCheck(ask: Ask, place: EnvironmentPlace, requirements: string): Promise<Check> {
  if (!existsSync(place.python)) return unmade(place);
  const pin = pinOf(requirements);
  if (pin === undefined) return notChecked(ENVIRONMENT, 'the requirements pin no package');
  const question = `import importlib.metadata; print(importlib.metadata.version(${JSON.stringify(pin.name)}))`;
  const answer = await ask(place.python, '-c', question);
  const found = answer.kind === 'answered' && answer.exitCode === 0 ? answer.stdout.trim() : undefined;
  if (found === pin.version) return ok(ENVIRONMENT, `${pin.name} ${found}`);
  const shown = `${basename(dirname(place.folder))}/${basename(place.folder)}`;
  return problem(ENVIRONMENT, {
    found: found === undefined ? `${shown} has no usable ${pin.name}` : `${pin.name} ${found}`,
    expected: `${pin.name} ${pin.version}`,
    remedy: `delete ${shown}; the next npm run sandbox makes it anew`,
  });
}
