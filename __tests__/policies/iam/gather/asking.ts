import { callerOf, contextOf, policySetFor, resourceOf } from '../../../../policies/iam/gather';
import type { PolicySet } from '../../../../policies/iam/policy-set';
import type { AccessRequest, ContextValue } from '../../../../policies/iam/request';
import { identityFactsOf } from '../../../../policies/model/identity/reading';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { resource, universeOf } from '../../model/network/documents';

/** A request as people put it, and who has a say in it. */
export interface Asked {
  readonly set: PolicySet;
  readonly request: AccessRequest;
}

export const ALICE = resource('aws_iam_user.alice', { name: 'alice', tags: { Team: 'core' } });
export const APP = resource('aws_iam_role.app', {
  name: 'app',
  assume_role_policy: allowing('sts:AssumeRole', { Principal: '*' }),
});
export const BUCKET = resource('aws_s3_bucket.b', { bucket: 'acme' });
export const KEY = resource('aws_kms_key.k', {});

/** Asks of some resources: who, which action, about what. */
export function ask(
  facts: readonly ResourceFact[],
  [who, action, what]: readonly [string, string, string],
  given: Readonly<Record<string, ContextValue>> = {},
): Asked {
  const universe = universeOf(facts);
  const identity = identityFactsOf(universe);
  const caller = callerOf(identity, who);
  const { arn, accountId } = resourceOf(universe, what);
  const context = contextOf(identity, caller, new Map(Object.entries(given)));
  const owner = accountId === undefined ? {} : { resourceAccountId: accountId };
  const request = { caller, action, resource: arn, context, ...owner };
  return { set: policySetFor(identity, request), request };
}

export const names = (policies: readonly { readonly name: string }[]): readonly string[] => policies.map(({ name }) => name);
export const whys = ({ set }: Asked): readonly string[] => set.doubts.map(({ why }) => why);
