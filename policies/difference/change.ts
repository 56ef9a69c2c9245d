import type { Value } from './values/value';

/**
 * What becomes of a resource. `removed` is destroyed; `forgotten` stays in AWS and leaves Terraform's state; `moved` and
 * `imported` are nothing else than that; `rewritten` is another text of which Terraform does nothing; `unknown` may be a
 * replacement, and `why` says what isn't known.
 */
export const ACTIONS = [
  'replaced',
  'removed',
  'unknown',
  'changed',
  'added',
  'imported',
  'forgotten',
  'moved',
  'rewritten',
] as const;

/** One of them. */
export type Action = (typeof ACTIONS)[number];

/** What a reviewer should see first: what is lost, then what guards, then everything else. */
export const RANKS = ['loss', 'security', 'rest'] as const;

/** One of them. */
export type Rank = (typeof RANKS)[number];

/** A statement of a policy that is there before or after only, or of which an element is another one. */
export interface StatementChange {
  readonly action: 'added' | 'removed' | 'changed';
  /** Its Sid, or its place: `statement "ReadLogs"`, `statement 2`. */
  readonly name: string;
  /** As it was; of a changed one the elements that differ. @default - it is new */
  readonly before?: Readonly<Record<string, unknown>>;
  /** As it will be; of a changed one the elements that differ. @default - it is gone */
  readonly after?: Readonly<Record<string, unknown>>;
}

/** An argument that is another one. */
export interface AttributeChange {
  /** With blocks and places in lists: `route[0].cidr_block`. */
  readonly path: string;
  /** @default - it wasn't there */
  readonly before?: Value;
  /** @default - it isn't there any more */
  readonly after?: Value;
  /** Of a policy: its statements, one by one. @default - it is no policy */
  readonly statements?: readonly StatementChange[];
}

/** What becomes of one resource, or one instance of it. */
export interface Change {
  readonly stack: string;
  readonly address: string;
  /** Of outputs `output`. */
  readonly type: string;
  readonly action: Action;
  readonly rank: Rank;
  /** It says who gets in, who may do what, or who watches; whatever its rank is. */
  readonly isSecurity: boolean;
  /** The address that it had. @default - it has the one that it had */
  readonly from?: string;
  /** The id by which it is taken into the state. @default - it isn't imported */
  readonly importedAs?: string;
  readonly attributes: readonly AttributeChange[];
  /** The arguments that force a replacement. @default - nothing is replaced, or it isn't told by what */
  readonly forcedBy?: readonly string[];
  /** What is to be said of it: why it isn't known, that it is tainted, that it is left behind. @default - nothing */
  readonly why?: string;
}

/** What can't be told of a whole stack. */
export interface Doubt {
  readonly stack: string;
  readonly why: string;
}

/** Where a difference comes from: a plan tells what Terraform will do; two documents are compared. */
export type Source = 'plan' | 'documents';

/** Everything that differs, what is lost first. */
export interface Difference {
  readonly source: Source;
  readonly changes: readonly Change[];
  readonly doubts: readonly Doubt[];
  /** How many there are of each action; they add up to `changes`. */
  readonly counts: Readonly<Record<Action, number>>;
}
