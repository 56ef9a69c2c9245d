import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { mayMeet } from '../companions';
import { factsOf } from '../rule';

/** Settings of one type by the account and Region that they are made for. */
interface Settings {
  readonly placed: ReadonlyMap<string, readonly ResourceFact[]>;
  readonly all: readonly ResourceFact[];
}

const known = new WeakMap<Universe, Map<string, Settings>>();

/** Account and Region; where one isn't told, those of the stack's own provider. */
function scopeOf({ accountId, region, stack }: ResourceFact): string {
  const told = accountId !== undefined && region !== undefined;
  return `${accountId ?? '?'} ${region ?? '?'}${told ? '' : ` ${stack}`}`;
}

function settingsOf(universe: Universe, type: string): Settings {
  const ofUniverse = known.get(universe) ?? new Map<string, Settings>();
  known.set(universe, ofUniverse);
  let settings = ofUniverse.get(type);
  if (settings === undefined) {
    const all = [...factsOf(universe, type)];
    const placed = new Map<string, ResourceFact[]>();
    for (const fact of all) placed.set(scopeOf(fact), [...(placed.get(scopeOf(fact)) ?? []), fact]);
    settings = { placed, all };
    ofUniverse.set(type, settings);
  }
  return settings;
}

/** Whether a setting of the account and Region says so for a resource, or why that can't be told. */
export function isSetFor(
  universe: Universe,
  resource: ResourceFact,
  type: string,
  says: (setting: ResourceFact) => boolean | Unknown,
): boolean | Unknown {
  const { placed, all } = settingsOf(universe, type);
  const own = placed.get(scopeOf(resource)) ?? [];
  const answers = own.map((setting) => setting.repeated ?? says(setting));
  if (answers.includes(true)) return true;
  const unknown = answers.find((answer) => answer instanceof Unknown);
  if (unknown !== undefined || own.length > 0) return unknown ?? false;
  const { accountId, region } = resource;
  if (accountId !== undefined && region !== undefined) {
    const vague = all.find(
      (setting) => (setting.accountId === undefined || setting.region === undefined) && mayMeet(setting, resource),
    );
    return vague === undefined ? false : new Unknown(`${vague.key} may be for its account and Region`);
  }
  const near = all.find((setting) => mayMeet(setting, resource) && says(setting) !== false);
  return near === undefined ? false : new Unknown(`${near.key} may be for its account and Region`);
}
