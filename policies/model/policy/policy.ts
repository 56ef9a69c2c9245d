import type { Template } from '../term';

/**
 * A text in a policy as far as the documents tell it. Where only apply will tell a part of it, a `Template`: its literal
 * parts are certain, and two equal references in it are equal texts. IAM's own variables (`${aws:username}`) and wildcards
 * stand in the literal parts, as IAM reads them: Terraform's escapes are undone.
 */
export type PolicyText = string | Template;

/** What an element of a statement lists: that it holds for these, or for all others. */
export interface Listed<T> {
  readonly except: boolean;
  readonly items: readonly T[];
}

/** One who is named: `AWS: arn:aws:iam::111111111111:root`. `*` alone is `{ kind: 'AWS', text: '*' }`, as AWS reads it. */
export interface NamedPrincipal {
  readonly kind: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly text: PolicyText;
}

/** One comparison of a condition; all of a statement have to hold. */
export interface ConditionTest {
  /** As written, with its set operator and `IfExists`: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** As written: `aws:PrincipalOrgID`. What only apply tells stands in it as `<…>`: `isOpenKey`. */
  readonly key: string;
  readonly values: readonly PolicyText[];
}

/** A statement of a policy. */
export interface Statement {
  /** Its place in the policy, counted from 0. */
  readonly index: number;
  /** What only apply tells stands in it as `<…>`. @default - it has none */
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** @default - a policy of an identity, which names nobody */
  readonly principals?: Listed<NamedPrincipal>;
  readonly actions: Listed<PolicyText>;
  /** @default - a trust policy, which names no resource */
  readonly resources?: Listed<PolicyText>;
  readonly conditions: readonly ConditionTest[];
}

/** A policy that can be read. What makes it invalid for AWS is told in `faults`, and its statements can't be relied on. */
export interface Policy {
  /** As AWS reads it: a policy that doesn't say is of the old version, which expands no variables. */
  readonly version: '2012-10-17' | '2008-10-17';
  readonly statements: readonly Statement[];
  /** What isn't as the grammar of policies has it, a clause each: `statement 2 has neither Action nor NotAction`. */
  readonly faults: readonly string[];
  /**
   * The document as written, for what counts its characters. @default - parts of it are known only after apply
   */
  readonly source?: string;
}
