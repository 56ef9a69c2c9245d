/** One text or several, as IAM writes lists. */
export type OneOrMore = string | readonly string[];

/** Whom a statement of a resource policy is about. */
export type Principal = '*' | NamedPrincipal;

/** Principals by their kind, in IAM's own words. */
export interface NamedPrincipal {
  /** Accounts, roles, users, sessions. Left out: none. */
  readonly AWS?: OneOrMore;
  /** Left out: none. */
  readonly Service?: OneOrMore;
  /** Identity providers. Left out: none. */
  readonly Federated?: OneOrMore;
  /** Left out: none. */
  readonly CanonicalUser?: OneOrMore;
}

/** Operator → condition key → values; all must hold. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;

/** One statement, in IAM's own words. */
export interface Statement {
  /** What it is for, in letters and digits: statements are ordered by it, so it must be the only one of its policy. */
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  /** Left out in policies of identities. */
  readonly Principal?: Principal;
  /** Left out where NotAction says it. */
  readonly Action?: OneOrMore;
  /** Left out where Action says it. */
  readonly NotAction?: OneOrMore;
  /** Left out in trust policies, or where NotResource says it. */
  readonly Resource?: OneOrMore;
  /** Left out where Resource says it. */
  readonly NotResource?: OneOrMore;
  /** Left out: without condition. */
  readonly Condition?: Conditions;
}

/** A policy as somebody else wrote it, in a configuration file for example. */
export type StatedPolicy = Readonly<Record<string, unknown>>;
