import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readShown } from '../../../policies/model/shown';
import { isTermList, isTermMap, Reference, type Term, Unknown } from '../../../policies/model/term';
import type { Json, StackDocument } from '../../../policies/model/universe';

/** The folder of the scenarios: Terraform in HCL, and what it shows. */
export const FOLDER = __dirname;

/**
 * One folder each. `plan.json` is `terraform show -json` of a plan of nothing that is there yet; `state.json`, where there
 * is one, of the state after an apply and a refresh on the emulator. Neither holds the timestamp, and the relevant attributes
 * are sorted: their order is by chance.
 */
export const SCENARIOS = ['access', 'counted', 'inline', 'joined', 'legacy', 'portal', 'workloads', 'zones'] as const;

/** One of the scenarios. */
export type Scenario = (typeof SCENARIOS)[number];

/** What is committed of a scenario. */
export function shown(scenario: Scenario, form: 'plan' | 'state' = 'plan'): Json {
  return JSON.parse(readFileSync(join(FOLDER, scenario, `${form}.json`), 'utf8')) as Json;
}

/** A scenario as it is read. */
export function readScenario(scenario: Scenario, form: 'plan' | 'state' = 'plan'): StackDocument {
  return readShown(scenario, shown(scenario, form));
}

function brief(term: Term): unknown {
  if (term instanceof Reference) {
    return `-> ${term.targets.map(({ key, attribute }) => `${key.slice(key.indexOf(':') + 1)}.${attribute}`).join(' | ')}`;
  }
  if (term instanceof Unknown) return term.computed ? 'computed' : `? ${term.why}`;
  if (isTermList(term)) return term.map(brief);
  if (!isTermMap(term)) return term;
  const said = Object.entries(term).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(said.map(([name, value]) => [name, brief(value)]));
}

/** An argument in short: `-> address.attribute | …` for references, `? why`, `computed`, literals as they are. */
export function argument({ resources }: StackDocument, address: string, name: string): unknown {
  const fact = resources.find((resource) => resource.address === address);
  const term = fact?.body[name];
  return term === undefined ? undefined : brief(term);
}
