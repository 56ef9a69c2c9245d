import { asWritten } from '../../modules/core/input-error';
import { Unknown } from '../model/term';
import type { ResourceFact, Universe } from '../model/universe';
import { findLiteral } from './literal';
import { valuesAt } from './nested';
import { factsOf, type Finding, findingOn, type Rule } from './rule';

/** What an argument has to be on resources of some types. */
export interface Setting {
  readonly types: readonly string[];
  /** By its path through blocks: `multi_az`, `access_logs.enabled`. */
  readonly argument: string;
  /** Whether a value will do, as text, `true` and `7` among them; or why that can't be told. */
  readonly accepts: (text: string) => boolean | Unknown;
  /** What holds where nobody sets it, or why that can't be told. */
  readonly otherwise: string | Unknown | ((fact: ResourceFact, universe: Universe) => string | Unknown);
  /** An imperative clause: `set multi_az = true`. */
  readonly fix: string;
  /**
   * What the setting isn't for: true where something else decides, unknown where that can't be told.
   * @default - it is for every resource of these types
   */
  readonly spares?: (fact: ResourceFact, universe: Universe) => boolean | Unknown;
}

/** A rule of settings alone. */
export interface SettingRule {
  readonly id: string;
  readonly summary: string;
  readonly settings: readonly Setting[];
}

/** Numbers and switches as they are, other texts in quotes. */
function plain(text: string): string {
  return /^(\d+|true|false)$/.test(text) ? text : asWritten(text);
}

function judgeSetting(rule: string, setting: Setting, fact: ResourceFact, universe: Universe): readonly Finding[] {
  const { argument, accepts, otherwise, fix } = setting;
  const spared = setting.spares?.(fact, universe) ?? false;
  if (spared === true) return [];
  const findings = new Map<string, Finding>();
  const find = (problem: string, doubt?: Unknown): void => {
    const whole = doubt === undefined ? problem : `${problem}: ${doubt.why}`;
    findings.set(whole, findingOn(rule, fact, whole, fix, doubt === undefined ? 'violated' : 'unknown'));
  };
  for (const value of valuesAt(fact.body, argument)) {
    const literal = findLiteral(value);
    const meant = literal ?? (typeof otherwise === 'function' ? otherwise(fact, universe) : otherwise);
    if (meant instanceof Unknown) {
      find(`${argument} ${literal === undefined ? 'is left out' : "isn't known"}`, meant);
      continue;
    }
    const accepted = accepts(meant);
    if (accepted === true) continue;
    const shown = literal === undefined ? `is left out, which means ${meant}` : `is ${plain(meant)}`;
    find(
      `${argument} ${shown}`,
      [accepted, spared].find((doubt) => doubt instanceof Unknown),
    );
  }
  return [...findings.values()];
}

/** Holds arguments against what they have to be, a finding for each that isn't. */
export function judgeSettings(rule: string, settings: readonly Setting[], universe: Universe): readonly Finding[] {
  return settings.flatMap((setting) =>
    [...factsOf(universe, ...setting.types)].flatMap((fact) => judgeSetting(rule, setting, fact, universe)),
  );
}

/** Makes a rule that holds arguments against what they have to be. */
export function settingRule({ id, summary, settings }: SettingRule): Rule {
  return { id, summary, judge: (universe) => judgeSettings(id, settings, universe) };
}
