import { type Action, type Change, documentDifference, planDifference, readDocuments } from '../../../policies/difference';

/** Changes of two differences that say another thing of one address. */
export interface Agreement {
  /** Of which both say the same. */
  readonly agreed: number;
  /** Of which what is written doesn't tell. */
  readonly unknown: readonly string[];
  /** Of which both say something else. */
  readonly contradicted: readonly string[];
}

/** What a plan says of what is only written otherwise: nothing. */
function actionsOf(changes: readonly Change[]): Map<string, Action> {
  const resources = changes.filter(({ type, action }) => type !== 'output' && action !== 'rewritten');
  return new Map(resources.map(({ stack, address, action }) => [`${stack}:${address}`, action]));
}

/**
 * Holds what two synths tell against what Terraform plans. Only what was planned is held: of a stack that is gone nobody
 * makes a plan.
 */
export function agreementOf(before: string, after: string, plans: string): Agreement {
  const planned = readDocuments(plans);
  const names = new Set(planned.map(({ name }) => name));
  const done = actionsOf(planDifference(planned, plans).changes);
  const written = documentDifference(readDocuments(before), readDocuments(after)).changes.filter(({ stack }) => names.has(stack));
  const said = actionsOf(written);
  const keys = [...new Set([...done.keys(), ...said.keys()])].sort();
  const other = keys.filter((key) => said.get(key) !== done.get(key));
  const unknown = other.filter((key) => said.get(key) === 'unknown');
  return {
    agreed: keys.length - other.length,
    unknown,
    contradicted: other
      .filter((key) => said.get(key) !== 'unknown')
      .map((key) => `${key}: written ${said.get(key) ?? 'same'}, planned ${done.get(key) ?? 'same'}`),
  };
}
