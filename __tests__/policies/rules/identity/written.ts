import type { Json } from '../../../../policies/model/universe';

/** A statement, as it is written. */
export type Written = Readonly<Record<string, Json>>;

/** A policy of these statements, as text. */
export function policy(...statements: readonly Written[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** An Allow of some actions, on everything unless it says otherwise. */
export function allow(action: Json, rest: Written = {}): Written {
  return { Effect: 'Allow', Action: action, Resource: '*', ...rest };
}

/** A Deny of some actions on everything, unless it says otherwise. */
export function deny(action: Json, rest: Written = {}): Written {
  return { Effect: 'Deny', Action: action, Resource: '*', ...rest };
}

/** A trust policy for somebody. */
export function trust(principal: Json, condition?: Json, action = 'sts:AssumeRole'): string {
  return policy({
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition === undefined ? {} : { Condition: condition }),
  });
}

/** A trust policy for tokens of an issuer: GitHub's, unless it says otherwise. */
export function tokens(condition?: Json, issuer = 'token.actions.githubusercontent.com'): string {
  const provider = { Federated: `arn:aws:iam::111111111111:oidc-provider/${issuer}` };
  return trust(provider, condition, 'sts:AssumeRoleWithWebIdentity');
}

/** The provider of account 111111111111, so that it is known whose everything is. */
export const OWN_ACCOUNT = { aws: { region: 'eu-west-1', allowed_account_ids: ['111111111111'] } };
