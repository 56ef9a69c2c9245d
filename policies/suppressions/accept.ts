import type { JudgedFinding } from '../packs/judged-finding';
import type { Pack } from '../packs/pack';
import { isWithin } from './scope';
import { statedBy, type Suppression } from './suppression';

/** A finding that somebody accepted. */
export interface AcceptedFinding {
  readonly finding: JudgedFinding;
  readonly suppression: Suppression;
}

/** What suppressions do to findings. */
export interface Acceptance {
  /** Nobody accepted them. */
  readonly standing: readonly JudgedFinding[];
  readonly accepted: readonly AcceptedFinding[];
  /** What is wrong with the suppressions themselves: nothing accepts that. */
  readonly faults: readonly JudgedFinding[];
}

/** Says of suppressions what is wrong with them; they stand for no rule of Terraform, so no pack has them. */
export const EXPIRED = 'suppressions/expired';
/** See EXPIRED. */
export const UNMATCHED = 'suppressions/unmatched';

function faultOf(rule: string, suppression: Suppression, problem: string, fix: string): JudgedFinding {
  const { position, constructPath } = suppression;
  return {
    rule,
    level: 'error',
    verdict: 'violated',
    stack: '',
    ...(position === undefined ? {} : { position }),
    ...(constructPath === undefined ? {} : { constructPath }),
    problem,
    fix,
  };
}

function nameOf({ rule, scope }: Suppression): string {
  return `the suppression of ${rule} at ${JSON.stringify(scope)}`;
}

function expired(suppression: Suppression, today: string): JudgedFinding {
  const problem = `${nameOf(suppression)} ended on ${suppression.until}, and it is ${today}`;
  return faultOf(EXPIRED, suppression, problem, 'mend what it accepts, or state the reason anew with a later day');
}

/** The same suppression may stand on several resources, one construct's: it is of use where any of them needs it. */
function identityOf(suppression: Suppression): string {
  const { rule, reason, until, scope, constructPath } = suppression;
  return constructPath === undefined
    ? JSON.stringify([rule, scope, statedBy(suppression)])
    : JSON.stringify([rule, reason, until, constructPath]);
}

function unmatched(suppressions: readonly Suppression[], used: ReadonlySet<Suppression>, pack: Pack): readonly JudgedFinding[] {
  const held = new Set(pack.entries.map(({ rule }) => rule.id));
  const useful = new Set([...used].map(identityOf));
  const useless = new Map<string, Suppression>();
  for (const suppression of suppressions) {
    const identity = identityOf(suppression);
    // Of a rule that isn't held nobody knows whether it would find something.
    if (held.has(suppression.rule) && !useful.has(identity) && !useless.has(identity)) useless.set(identity, suppression);
  }
  return [...useless.values()].map((suppression) =>
    faultOf(UNMATCHED, suppression, `${nameOf(suppression)} accepts nothing`, 'take it away, or mend its rule or scope'),
  );
}

/**
 * Takes out of the findings what is accepted on a day. Every suppression has to be of use: one whose day is over, or that
 * accepts nothing, is a finding itself.
 */
export function accept(
  findings: readonly JudgedFinding[],
  suppressions: readonly Suppression[],
  pack: Pack,
  today: string,
): Acceptance {
  const valid = new Map<string, Suppression[]>();
  const over = suppressions.filter(({ until }) => until < today);
  const counting = suppressions.filter(({ until }) => until >= today);
  for (const suppression of counting) {
    const ofRule = valid.get(suppression.rule);
    if (ofRule === undefined) valid.set(suppression.rule, [suppression]);
    else ofRule.push(suppression);
  }
  const standing: JudgedFinding[] = [];
  const accepted: AcceptedFinding[] = [];
  const used = new Set<Suppression>();
  for (const finding of findings) {
    const matching = (valid.get(finding.rule) ?? []).filter(({ scope }) => isWithin(scope, finding));
    for (const suppression of matching) used.add(suppression);
    const [suppression] = matching;
    if (suppression === undefined) standing.push(finding);
    else accepted.push({ finding, suppression });
  }
  const distinct = new Map(over.map((suppression) => [identityOf(suppression), suppression]));
  const faults = [...[...distinct.values()].map((each) => expired(each, today)), ...unmatched(counting, used, pack)];
  return { standing, accepted, faults };
}
