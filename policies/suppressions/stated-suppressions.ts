import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, ProblemList } from '../../modules/core/input-error';
import { isRecord, listOf } from '../model/json';
import type { ResourceFact, Universe } from '../model/universe';
import { findStated } from '../../modules/core/suppression-fields';
import { statedBy, type Suppression } from './suppression';

/** What code accepted on a resource; scope is the resource itself. */
function ofResource({ key, accepted }: ResourceFact, problems: ProblemList): readonly Suppression[] {
  return listOf(accepted).flatMap((entry) => {
    const { rule, reason, until, by } = isRecord(entry) ? entry : {};
    const stated = findStated({ rule, scope: key, reason, until }, (_, fault) => {
      problems.add({ ...fault, subject: `${key}, accepted in code` });
    });
    if (stated === undefined) return [];
    return [{ ...stated, ...(typeof by === 'string' ? { constructPath: by } : {}) }];
  });
}

/**
 * Every suppression that a universe carries: of its intent.json, and of its code.
 * @throws InputError LZ-CHECK-2 and LZ-CHECK-3 what code stated wrongly
 */
export function suppressionsOf({ intent, stacks }: Universe): readonly Suppression[] {
  const problems = new ProblemList();
  const coded = stacks.flatMap(({ resources }) => resources.flatMap((fact) => ofResource(fact, problems)));
  problems.throwIfAny();
  return [...(intent?.suppressions ?? []), ...coded];
}

/**
 * Refuses suppressions of rules that nobody holds, in whatever pack: a slip of the pen would accept nothing.
 * @throws InputError LZ-CHECK-7
 */
export function refuseUnknownRules(suppressions: readonly Suppression[], known: ReadonlySet<string>): void {
  const problems = new ProblemList();
  for (const suppression of suppressions) {
    if (known.has(suppression.rule)) continue;
    problems.add({
      subject: statedBy(suppression),
      problem: 'a rule is suppressed that does not exist',
      got: asWritten(suppression.rule),
      remedy: suggestName(suppression.rule, known),
      code: 'LZ-CHECK-7',
    });
  }
  problems.throwIfAny();
}
