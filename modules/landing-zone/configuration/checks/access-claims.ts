import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';

const VERBS = ['allowed', 'denied'] as const;
const ACTION = /^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/;
/** `service:name` of a condition key, a tag's name with slashes and spaces included. */
const KEY = /^[A-Za-z0-9.-]+:.+$/;

/** Who may do what: what is claimed of it is checked as far as its form goes; the proof says what stands for it. */
export function checkAccessClaims(inspection: Inspection): void {
  for (const { path } of inspection.entries(['claims'])) {
    const verbs = VERBS.filter((verb) => inspection.read([...path, verb]) !== undefined);
    if (verbs.length !== 1) {
      inspection.refuse(path, {
        problem: 'a claim about access says allowed or denied',
        got: verbs.length === 0 ? '{}' : verbs.join(' and '),
        remedy: 'write one claim for each',
        code: 'LZ-CFG-66',
      });
    }
    for (const verb of verbs) checkClaim(inspection, [...path, verb]);
  }
}

function textsAt(inspection: Inspection, path: Path): readonly (readonly [Path, string])[] {
  const text = inspection.readText(path);
  if (text !== undefined) return [[path, text]];
  return (inspection.readTexts(path) ?? []).map((each, at): [Path, string] => [[...path, at], each]);
}

function checkClaim(inspection: Inspection, path: Path): void {
  for (const field of ['principal', 'resource']) {
    const text = inspection.readText([...path, field]);
    if (text?.trim() !== '') continue;
    inspection.refuse([...path, field], {
      problem: `the ${field} is empty`,
      got: asWritten(text),
      remedy: field === 'principal' ? 'name somebody, or any' : 'name a resource, or *',
      code: 'LZ-CFG-67',
    });
  }
  for (const [at, text] of textsAt(inspection, [...path, 'action'])) {
    if (ACTION.test(text)) continue;
    inspection.refuse(at, {
      problem: 'this is not an action',
      got: asWritten(text),
      remedy: 'write the service and the action, like "s3:DeleteObject"',
      code: 'LZ-CFG-68',
    });
  }
  const named = inspection.names([...path, 'context']).map((key): [Path, string] => [[...path, 'context', key], key]);
  for (const [at, text] of [...named, ...textsAt(inspection, [...path, 'withoutContext'])]) {
    if (KEY.test(text)) continue;
    inspection.refuse(at, {
      problem: 'this is not a condition key',
      got: asWritten(text),
      remedy: 'write the service and the key, like "aws:MultiFactorAuthPresent"',
      code: 'LZ-CFG-69',
    });
  }
}
