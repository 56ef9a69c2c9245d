/** One text or several, as IAM writes lists. */
export type Texts = string | readonly string[];

/** Whom a statement names: everybody, or principals by kind. */
export type PrincipalJson = '*' | Readonly<Record<string, Texts>>;

/** A statement as IAM reads it. */
export interface StatementJson {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: PrincipalJson;
  readonly NotPrincipal?: PrincipalJson;
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts | boolean | number>>>>;
}

/** A policy as IAM reads it. */
export interface PolicyJson {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: StatementJson | readonly StatementJson[];
}

/** A text or list as a list. */
export function listOf(value: Texts | boolean | number | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** The statements of a policy, of which IAM takes one without a list too. */
export function statementsOf({ Statement: statements }: PolicyJson): readonly StatementJson[] {
  return Array.isArray(statements) ? (statements as readonly StatementJson[]) : [statements as StatementJson];
}
