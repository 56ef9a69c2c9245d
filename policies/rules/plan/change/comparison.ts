import { isTermList, isTermMap, type Term } from '../../../model/term';
import type { Finding, Verdict } from '../../rule';
import { type Change, findFormer, findingOnChange, lossBy, told } from './change';

/** Whether any part of an argument is told only by the apply. */
export function isUntold(term: Term | undefined): boolean {
  if (isTermList(term)) return term.some(isUntold);
  if (isTermMap(term)) return Object.values(term).some(isUntold);
  return typeof term === 'object' && term !== null;
}

/** Whether two values are the same, whatever order their names stand in. */
export function isSame(one: Term | undefined, other: Term | undefined): boolean {
  if (isTermList(one) && isTermList(other)) {
    return one.length === other.length && one.every((element, index) => isSame(element, other[index]));
  }
  if (!isTermMap(one) || !isTermMap(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]));
}

/** How a switch that was on will be; undefined where it wasn't on or stays so. */
export function switchedOff(change: Change, argument: string): Verdict | undefined {
  if (findFormer(change)?.[argument] !== true) return undefined;
  const will = change.will(argument);
  return isUntold(will) ? 'unknown' : will === true ? undefined : 'violated';
}

/** How an argument that was set will be; undefined where it wasn't set or stays as it was. */
export function movedFrom(change: Change, argument: string): Verdict | undefined {
  const was = findFormer(change)?.[argument];
  const isUnset = was === undefined || was === null || was === '' || was === false;
  if (isUnset || (isTermList(was) && was.length === 0)) return undefined;
  const will = change.will(argument);
  return isUntold(will) ? 'unknown' : isSame(will ?? null, was) ? undefined : 'violated';
}

/**
 * How a measure of an argument will be; undefined where it stays as large, or where there is no former one.
 * @param measure of what is written, and of what is left out
 */
export function lessened(measure: (term: Term | undefined) => number, change: Change, argument: string): Verdict | undefined {
  const former = findFormer(change);
  if (former === undefined) return undefined;
  const will = change.will(argument);
  if (isUntold(will)) return 'unknown';
  return measure(will) < measure(former[argument]) ? 'violated' : undefined;
}

/** A finding for what is lost, with what goes with it; none where it stays. */
export function lossFindings(rule: string, changes: readonly Change[], loss: string, fix: string): readonly Finding[] {
  return changes.flatMap((change) => {
    const lost = lossBy(change);
    return lost === undefined ? [] : [findingOnChange(rule, change, `the plan ${lost}, and ${loss}`, fix)];
  });
}

/** A finding for each argument of which a comparison tells something. */
export function argumentFindings(
  rule: string,
  changes: readonly Change[],
  judged: Readonly<Record<string, readonly string[]>>,
  compare: (change: Change, argument: string) => Verdict | undefined,
  say: (argument: string) => { readonly problem: string; readonly fix: string },
): readonly Finding[] {
  return changes.flatMap((change) =>
    (judged[change.planned.type] ?? []).flatMap((argument) => {
      const verdict = compare(change, argument);
      const { problem, fix } = say(argument);
      return verdict === undefined ? [] : [findingOnChange(rule, change, told(verdict, problem), fix, verdict)];
    }),
  );
}
