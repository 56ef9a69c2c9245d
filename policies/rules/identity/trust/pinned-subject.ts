import { identityFactsOf } from '../../../model/identity/reading';
import { findConditionOperator } from '../../../model/policy/condition-operator';
import type { ConditionTest, NamedPrincipal, Statement } from '../../../model/policy/policy';
import { Template, Unknown } from '../../../model/term';
import { describeTerm } from '../../../model/term-text';
import type { ResourceFact } from '../../../model/universe';
import { patternCovers } from '../../../iam/granting/text-cover';
import { type Finding, findingOn, type Rule } from '../../rule';
import { findClaimFault, findSubjectFault, type SubjectFault } from './subject';

const ID = 'identity/trust/pinned-subject';
const FIX = 'compare the sub of the token with StringEquals: "repo:ORG/REPO:ref:refs/heads/main"';

const ACTION = 'sts:assumerolewithwebidentity';

/** Claims that say whose a token is as well as its subject does. @source IAM user guide, "Keys for AWS web identity federation" */
const OWNING_CLAIMS =
  /^(token\.actions\.githubusercontent\.com:(repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref)|app\.terraform\.io:(terraform_organization_id|terraform_workspace_id|terraform_project_id)|gitlab\.com:(project_id|namespace_id|project_path|namespace_path))$/i;
/** Identity providers whose audience is the one application that may ask. */
const OWNING_AUDIENCE =
  /^(cognito-identity\.amazonaws\.com:aud|accounts\.google\.com:(aud|oaud|sub)|graph\.facebook\.com:(app_id|id)|www\.amazon\.com:(app_id|user_id))$/i;

/** Whether a statement lets web identities in. */
function admitsWebIdentity({ effect, actions, principals }: Statement): boolean {
  if (effect === 'Deny' || principals === undefined) return false;
  const named = actions.items.some((action) => action instanceof Template || patternCovers(action.toLowerCase(), ACTION));
  return named !== actions.except && (principals.except || principals.items.some(isWebIdentity));
}

/** A provider of SAML is none. */
function isWebIdentity({ kind, text }: NamedPrincipal): boolean {
  return kind === 'Federated' && !describeTerm(text).includes(':saml-provider/');
}

/** Whether a claim is surely in the token: of the provider that is named, `sub` is. */
function isCertainlyThere(issuer: string, { principals }: Statement): boolean {
  return principals?.except === false && principals.items.every(({ text }) => typeof text === 'string' && text.endsWith(issuer));
}

/** What a condition says of whose token it has to be; undefined where it says nothing of that. */
function judgeTest({ operator: written, key, values }: ConditionTest, statement: Statement): SubjectFault | 'pinned' | undefined {
  const operator = findConditionOperator(written);
  if (operator === undefined || operator.negated || operator.comparison === 'Null') return undefined;
  const isLiteral = operator.comparison === 'StringEquals' || operator.comparison === 'StringEqualsIgnoreCase';
  if (!isLiteral && operator.comparison !== 'StringLike') return undefined;
  // Without the claim these hold for every token.
  const isIdle = operator.ifExists || operator.quantifier === 'ForAllValues';
  // To StringEquals wildcards are letters, and variables are not.
  const isPattern = !isLiteral || values.some((value) => typeof value === 'string' && value.includes('${'));
  if (OWNING_CLAIMS.test(key) || OWNING_AUDIENCE.test(key)) {
    if (isIdle) return undefined;
    return findClaimFault(key, { values, isPattern }) ?? 'pinned';
  }
  if (!/:sub$/i.test(key)) return undefined;
  const issuer = key.slice(0, -':sub'.length).toLowerCase();
  if (isIdle && !isCertainlyThere(issuer, statement)) return undefined;
  return findSubjectFault(issuer, { values, isPattern }) ?? 'pinned';
}

function judgeStatement(fact: ResourceFact, statement: Statement): readonly Finding[] {
  if (!admitsWebIdentity(statement)) return [];
  const said = statement.conditions.map((test) => judgeTest(test, statement));
  if (said.includes('pinned')) return [];
  const faults = said.filter((one) => one !== undefined && one !== 'pinned');
  // All tests have to hold: one that may be narrow makes the others matter less.
  const fault = faults.find(({ doubt }) => doubt !== undefined) ?? faults[0];
  if (fault === undefined) return [findingOn(ID, fact, "whose token it is isn't asked: no condition compares its sub", FIX)];
  if (fault.doubt === undefined) return [findingOn(ID, fact, fault.problem, FIX)];
  return [findingOn(ID, fact, `${fault.problem}: ${fault.doubt.why}`, FIX, 'unknown')];
}

/** Who comes with a token of GitHub or HCP Terraform comes from one's own repository or workspace, and no stranger's. */
export const pinnedSubject: Rule = {
  id: ID,
  summary: 'Roles for web identities say whose token it has to be',
  judge: (universe) =>
    identityFactsOf(universe)
      .policies.filter(({ kind }) => kind === 'trust')
      .flatMap(({ fact, policy }): readonly Finding[] => {
        if (!(policy instanceof Unknown)) return policy.statements.flatMap((statement) => judgeStatement(fact, statement));
        return [findingOn(ID, fact, `whom it trusts isn't known: ${policy.why}`, FIX, 'unknown')];
      }),
};
