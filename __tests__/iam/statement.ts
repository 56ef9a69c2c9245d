import { conditionHolds } from './condition';
import { isLike, wildcards } from './pattern';
import { listOf, type PolicyJson, type StatementJson, statementsOf } from './policy-json';
import { contextOf, type Request } from './request';
import { patternOf } from './variables';

const PARTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

function actionMatches({ Action: action, NotAction: notAction }: StatementJson, { action: asked }: Request): boolean {
  const isOne = (text: string): boolean => isLike(wildcards(text.toLowerCase()), asked.toLowerCase());
  return notAction === undefined ? listOf(action).some(isOne) : !listOf(notAction).some(isOne);
}

/** Trust policies name no resource: the role that they hang on is meant. */
function resourceMatches(statement: StatementJson, version: string, request: Request): boolean {
  const { Resource: resource, NotResource: notResource } = statement;
  const context = contextOf(request);
  const isOne = (text: string): boolean => {
    const pattern = patternOf(text, version, context);
    return pattern !== undefined && isLike(pattern, request.resource);
  };
  if (notResource !== undefined) return !listOf(notResource).some(isOne);
  return resource === undefined || listOf(resource).some(isOne);
}

/** The statements of a policy that are about the request, whoever asks. */
export function applying(policy: PolicyJson, request: Request, effect: 'Allow' | 'Deny'): readonly StatementJson[] {
  // A policy that doesn't say is of the old version, as AWS reads it.
  const { Version: version = '2008-10-17' } = policy;
  return statementsOf(policy).filter((statement) => {
    const astray = Object.keys(statement).find((part) => !PARTS.includes(part));
    if (astray !== undefined) throw new Error(`IAM knows no ${astray} in a statement`);
    return (
      statement.Effect === effect &&
      actionMatches(statement, request) &&
      resourceMatches(statement, version, request) &&
      conditionHolds(statement, version, contextOf(request))
    );
  });
}
