import { findConditionOperator } from '../../../../model/policy/condition-operator';
import type { ConditionTest } from '../../../../model/policy/policy';
import { openText } from '../../../../model/policy/policy-json';

/** What people call the keys of trust policies. Claims of tokens are called by their own names. */
const NOUNS: Readonly<Record<string, string>> = {
  'sts:externalid': 'external id',
  'aws:multifactorauthpresent': 'MFA',
  'aws:sourceaccount': 'source account',
  'aws:sourcearn': 'source ARN',
  'aws:principalorgid': 'organisation',
  'aws:principalarn': "caller's ARN",
  'aws:sourceip': 'source address',
};
const VERBS: Readonly<Record<string, readonly [is: string, isNot: string]>> = {
  StringEquals: ['is', 'is not'],
  StringEqualsIgnoreCase: ['is', 'is not'],
  ArnEquals: ['is like', 'is not like'],
  ArnLike: ['is like', 'is not like'],
  StringLike: ['is like', 'is not like'],
  IpAddress: ['is in', 'is not in'],
  Bool: ['is', 'is not'],
};

/** What a condition is about, in a word: `sub`, `external id`. */
export function conditionNoun(key: string): string {
  const known = NOUNS[key.toLowerCase()];
  if (known !== undefined) return known;
  return /:(sub|aud|amr|oaud)$/i.exec(key)?.[1] ?? key;
}

/** A condition as a clause: `sub is organization:acme:…`, `source account is 111111111111`. */
export function conditionClause({ operator: written, key, values }: ConditionTest): string {
  const operator = findConditionOperator(written);
  const listed = values.map(openText).join(' or ');
  const verbs = operator?.quantifier === undefined ? VERBS[operator?.comparison ?? ''] : undefined;
  if (operator === undefined || verbs === undefined) return `${key} ${written} ${listed}`;
  const noun = conditionNoun(key);
  const isMfa = noun === 'MFA' && operator.comparison === 'Bool' && listed.toLowerCase() === 'true';
  const clause = isMfa ? 'it comes with MFA' : `${noun} ${verbs[operator.negated ? 1 : 0]} ${listed}`;
  return operator.ifExists ? `${clause}, or the request does not tell` : clause;
}
