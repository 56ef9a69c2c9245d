import { asWritten } from '../../../modules/core/input-error';
import type { Statement } from '../../model/policy/policy';
import { isOpenKey } from '../../model/policy/policy-json';
import { actionsNamed } from '../../iam/services/actions';
import { isAnyKey, isGlobalKey, takesKey } from '../../iam/services/condition-keys';
import { policyRule } from './policy-rule';

/** Claims that IAM reads of every web identity, behind what its provider calls itself. */
const CLAIMS = new Set(['sub', 'aud', 'amr', 'oaud']);

/**
 * What is asked about the request that makes a session, and not about one of its own; and what such requests are for.
 * @source IAM user guide, "Pass session tags in AWS STS"; "Monitor and control actions taken with assumed roles"
 */
const OF_SESSIONS: readonly string[] = ['sts:tagsession', 'sts:setsourceidentity'];
const MAKE_SESSIONS: readonly string[] = ['sts:AssumeRole*', 'sts:GetFederationToken'];

function takes(text: string, key: string): boolean {
  const named = actionsNamed(text);
  return named === 'everything' || named.some((action) => takesKey(action, key));
}

/** `token.actions.githubusercontent.com:sub` of a provider that the statement names. */
function isClaimOfIssuer(key: string, { principals }: Statement): boolean {
  const colon = key.lastIndexOf(':');
  const [issuer, claim] = [key.slice(0, colon), key.slice(colon + 1)];
  if (!CLAIMS.has(claim)) return false;
  return (principals?.items ?? []).some(({ kind, text }) => {
    // A provider that only apply names may be this one.
    return kind === 'Federated' && (typeof text !== 'string' || text.replace(/^.*:oidc-provider\//, '') === issuer);
  });
}

/**
 * Which of its actions never have the key; undefined where they may be any. A pattern of an Allow is written for what comes to
 * fit it: beside an action with the key it is no fault. AWS's own policy for keys of log groups allows `kms:Describe*` so.
 * @source CloudWatch Logs user guide, "Encrypt log data in CloudWatch Logs using AWS KMS"
 */
function actionsWithout(key: string, { actions, effect }: Statement): readonly string[] | undefined {
  const astray: string[] = [];
  for (const text of actions.items) {
    // What only apply tells may be any action.
    if (typeof text !== 'string') return undefined;
    const named = actionsNamed(text);
    if (named === 'everything') return undefined;
    const isAsked =
      takes(text, key) || (OF_SESSIONS.includes(text.toLowerCase()) && MAKE_SESSIONS.some((maker) => takes(maker, key)));
    if (named.length > 0 && !isAsked) astray.push(text);
  }
  if (actions.except) return undefined;
  const isForgiven = effect === 'Allow' && astray.length < actions.items.length;
  return isForgiven ? astray.filter((text) => !/[*?]/.test(text)) : astray;
}

/** Every condition key is one that the requests have: a misspelt one never holds, or always does. */
export const knownKeys = policyRule({
  id: 'policy/known-keys',
  summary: 'Every condition key of a policy exists, and the requests for its actions have it',
  *faultsOf({ statements }) {
    for (const statement of statements) {
      for (const key of new Set(statement.conditions.map((test) => test.key))) {
        if (isOpenKey(key) || isGlobalKey(key) || isClaimOfIssuer(key, statement)) continue;
        const astray = actionsWithout(key, statement);
        if (astray === undefined ? isAnyKey(key) : astray.length === 0) continue;
        const fix = 'take a key that the service authorization reference lists for the action';
        const problems = isAnyKey(key)
          ? (astray ?? []).map((text) => `requests for ${text} have no key ${asWritten(key)}`)
          : [`AWS has no condition key ${asWritten(key)}`];
        for (const problem of problems) yield { statement, problem, fix };
      }
    }
  },
});
