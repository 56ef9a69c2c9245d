import { REGION } from '../../../../modules/core/aws/region';
import { partsOf } from '../../../model/arns';
import { identityFactsOf } from '../../../model/identity/reading';
import type { PolicyKind } from '../../../model/identity/identity-facts';
import { findConditionOperator } from '../../../model/policy/condition-operator';
import type { ConditionTest, PolicyText, Statement } from '../../../model/policy/policy';
import { Unknown } from '../../../model/term';
import { describeTerm } from '../../../model/term-text';
import type { ResourceFact } from '../../../model/universe';
import { isNarrowed } from '../../granting/function-permission';
import { every, isNarrowPattern, narrows } from '../../../iam/granting/narrowing';
import { statementName } from '../../granting/public-grant';
import { findLiteral } from '../../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';

const ID = 'identity/trust/pinned-source';
const FIX = 'compare aws:SourceAccount, aws:SourceArn or aws:SourceOrgID with what is yours';

/**
 * Services that anybody in the world can make act on a resource whose policy lets them, and that tell for whom they act.
 * @source "The confused deputy problem", IAM user guide, and the pages of each service on its resource policies
 */
const DEPUTIES: ReadonlySet<string> = new Set([
  'apigateway.amazonaws.com',
  'budgets.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'cloudwatch.amazonaws.com',
  'codestar-notifications.amazonaws.com',
  'cognito-idp.amazonaws.com',
  'config.amazonaws.com',
  'costalerts.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'elasticloadbalancing.amazonaws.com',
  'events.amazonaws.com',
  'guardduty.amazonaws.com',
  'inspector2.amazonaws.com',
  'iot.amazonaws.com',
  'logging.s3.amazonaws.com',
  'logs.amazonaws.com',
  's3.amazonaws.com',
  'scheduler.amazonaws.com',
  'secretsmanager.amazonaws.com',
  'ses.amazonaws.com',
  'sns.amazonaws.com',
]);

const KINDS: readonly PolicyKind[] = ['resource', 'bucket', 'key'];

/** What a service encrypts for somebody names it: `kms:EncryptionContext:aws:logs:arn`. */
const ENCRYPTION_CONTEXT = /^kms:encryptioncontext:/i;

const REGIONAL = new RegExp(`^([\\w-]+)\\.${REGION}\\.amazonaws\\.com$`);

/** A service by its name without a Region, whichever that is: `logs.eu-west-1.amazonaws.com` is `logs`. */
function isDeputy(text: PolicyText): boolean {
  const written = partsOf(text).map((part) => (typeof part === 'string' ? part : 'eu-west-1'));
  return DEPUTIES.has(written.join('').replace(REGIONAL, '$1.amazonaws.com'));
}

function pinsSource(test: ConditionTest): boolean | undefined {
  const operator = findConditionOperator(test.operator);
  if (operator === undefined || !ENCRYPTION_CONTEXT.test(test.key)) return narrows(test);
  if (operator.negated || operator.ifExists || operator.quantifier === 'ForAllValues' || operator.comparison === 'Null') {
    return false;
  }
  return operator.comparison === 'StringEquals' ? true : every(test.values.map(isNarrowPattern));
}

function judgeStatement(fact: ResourceFact, argument: string, statement: Statement): readonly Finding[] {
  const { effect, principals, conditions } = statement;
  if (effect === 'Deny' || principals?.except !== false) return [];
  const services = principals.items.flatMap(({ kind, text }) =>
    kind === 'Service' && isDeputy(text) ? [typeof text === 'string' ? text : describeTerm(text)] : [],
  );
  const pins = conditions.map(pinsSource);
  if (services.length === 0 || pins.includes(true)) return [];
  const who = [...new Set(services)].sort().join(', ');
  const name = `${statementName(statement)} of ${argument}`;
  if (!pins.includes(undefined)) return [findingOn(ID, fact, `${name} lets ${who} act for anybody`, FIX)];
  const problem = `${name} may let ${who} act for anybody: whether its condition says for whom isn't known`;
  return [findingOn(ID, fact, problem, FIX, 'unknown')];
}

/** A permission of a function is a statement too. */
function judgePermission(fact: ResourceFact): readonly Finding[] {
  const principal = findLiteral(fact.body.principal);
  if (typeof principal !== 'string' || !isDeputy(principal)) return [];
  const narrowed = isNarrowed(fact);
  if (narrowed === true) return [];
  if (narrowed === false) return [findingOn(ID, fact, `it lets ${principal} call the function for anybody`, FIX)];
  return [findingOn(ID, fact, `it may let ${principal} call the function for anybody: ${narrowed.why}`, FIX, 'unknown')];
}

/** A service that acts for everybody acts on one's resources only for oneself. */
export const pinnedSource: Rule = {
  id: ID,
  summary: 'Services act on resources only for those who are named',
  judge: (universe) => [
    ...identityFactsOf(universe)
      .policies.filter(({ kind }) => KINDS.includes(kind))
      .flatMap(({ fact, argument, policy }) =>
        policy instanceof Unknown ? [] : policy.statements.flatMap((statement) => judgeStatement(fact, argument, statement)),
      ),
    ...[...factsOf(universe, 'aws_lambda_permission')].flatMap(judgePermission),
  ],
};
