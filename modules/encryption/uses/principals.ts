import { readPrincipal } from '../../core/aws/arn';
import { ProblemList } from '../../core/input-error';
import type { Conditions, Statement } from '../../core/policy/statement';

/** What roles, users and accounts get by a use. */
export interface PrincipalsAllowance {
  readonly Sid: string;
  readonly principals: readonly string[];
  readonly Action: readonly string[];
  readonly Condition: Conditions;
}

/**
 * The statement for principals, none where there are none: a statement without principals is no statement.
 * @throws InputError LZ-ARN-n all that name no principal
 */
export function principalsStatement(allowance: PrincipalsAllowance, region: string): Statement[] {
  const { Sid, principals, Action, Condition } = allowance;
  const problems = new ProblemList();
  const arns = principals.flatMap((text) => problems.attempt('', () => readPrincipal(text, region).arn) ?? []);
  problems.throwIfAny();
  if (arns.length === 0) return [];
  return [{ Sid, Effect: 'Allow', Principal: { AWS: arns }, Action, Resource: '*', Condition }];
}
