import { Unknown } from '../../../model/term';
import type { ResourceFact } from '../../../model/universe';
import { isNarrowed } from '../../granting/function-permission';
import { findLiteral } from '../../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';

const ID = 'delivery/function/named-callers';

function judgePermission(fact: ResourceFact): readonly Finding[] {
  const { principal: named, function_url_auth_type: urlAuth } = fact.body;
  const principal = findLiteral(named);
  const fix = 'name an account, role or service in principal, or narrow it by principal_org_id or source_arn';
  const narrowed = isNarrowed(fact);
  if (principal === undefined || narrowed === true) return [];
  if (principal instanceof Unknown) {
    return [findingOn(ID, fact, `whom it admits isn't known: ${principal.why}`, fix, 'unknown')];
  }
  if (!/^(\*|arn:[^:]*:iam::\*.*)$/.test(principal)) return [];
  const url = findLiteral(urlAuth);
  const whom = url === 'NONE' ? 'anybody who knows the URL' : 'every AWS account';
  if (narrowed === false) return [findingOn(ID, fact, `it lets ${whom} call the function`, fix)];
  return [findingOn(ID, fact, `it may let ${whom} call the function: ${narrowed.why}`, fix, 'unknown')];
}

function judgeUrl(fact: ResourceFact): readonly Finding[] {
  const type = findLiteral(fact.body.authorization_type);
  const fix = 'set authorization_type = "AWS_IAM"';
  if (type instanceof Unknown) return [findingOn(ID, fact, `authorization_type isn't known: ${type.why}`, fix, 'unknown')];
  return type === 'NONE' ? [findingOn(ID, fact, 'anybody may call the function by its URL', fix)] : [];
}

/** Nobody calls a function who isn't named: no account of strangers, no URL without a signature. */
export const namedCallers: Rule = {
  id: ID,
  summary: 'Functions are called only by those who are named',
  judge: (universe) => [
    ...[...factsOf(universe, 'aws_lambda_permission')].flatMap(judgePermission),
    ...[...factsOf(universe, 'aws_lambda_function_url')].flatMap(judgeUrl),
  ],
};
