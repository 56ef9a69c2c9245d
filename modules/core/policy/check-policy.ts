import { asWritten, InputError, ProblemList } from '../input-error';
import type { StatedPolicy } from './statement';
import { hasListToken, hasToken } from './tokens';

/** Where an ARN may stand, so a value that only Terraform will know. */
const ARN_PLACES = ['Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition'];

/** The statements of a policy, of which IAM takes one without a list too. */
export function statementsOf(document: StatedPolicy): readonly StatedPolicy[] {
  const { Statement: statements = [] } = document as { readonly Statement?: StatedPolicy | readonly StatedPolicy[] };
  return Array.isArray(statements) ? (statements as readonly StatedPolicy[]) : [statements as StatedPolicy];
}

/** The Sid of a statement, where it has one. */
export function sidOf({ Sid }: StatedPolicy): string | undefined {
  return typeof Sid === 'string' ? Sid : undefined;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...textsIn(inner)]);
}

function checkSids(sids: readonly string[]): void {
  for (const [i, sid] of sids.entries()) {
    if (!/^[A-Za-z0-9]+$/.test(sid)) {
      const remedy = 'say in one word of letters and digits what the statement is for';
      throw InputError.of({ problem: 'a Sid is made of letters and digits', got: asWritten(sid), remedy, code: 'LZ-POLICY-2' });
    }
    if (sids.indexOf(sid) < i) {
      const remedy = 'give each statement its own: they are ordered by it';
      throw InputError.of({ problem: 'two statements have one Sid', got: asWritten(sid), remedy, code: 'LZ-POLICY-3' });
    }
  }
}

function checkTokens(statement: StatedPolicy): void {
  for (const [place, value] of Object.entries(statement)) {
    const texts = textsIn(value);
    const list = texts.find(hasListToken);
    if (list !== undefined) {
      const remedy = 'name each ARN by itself: resource.arn, not a list of them';
      throw InputError.of({
        problem: `a list that only Terraform will know stands in ${place}`,
        got: asWritten(list),
        remedy,
        code: 'LZ-POLICY-4',
      });
    }
    const astray = ARN_PLACES.includes(place) ? undefined : texts.find(hasToken);
    if (astray === undefined) continue;
    const remedy = 'write a literal: only ARNs may be known later';
    throw InputError.of({
      problem: `a value that only Terraform will know stands in ${place}`,
      got: asWritten(astray),
      remedy,
      code: 'LZ-POLICY-5',
    });
  }
}

/** @throws InputError LZ-POLICY-2 to LZ-POLICY-5: all that is wrong with the statements */
export function checkStatements(document: StatedPolicy): void {
  const statements = statementsOf(document);
  const problems = new ProblemList();
  problems.attempt('', () => checkSids(statements.flatMap((statement) => sidOf(statement) ?? [])));
  for (const statement of statements) {
    problems.attempt('', () => checkTokens(statement));
  }
  problems.throwIfAny();
}
