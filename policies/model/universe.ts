import type { Intent } from '../../modules/core/intent';
import type { Term, Unknown } from './term';

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One resource, or one instance of it, as the documents describe it. */
export interface ResourceFact {
  /** `<stack>:<address>`: what it is called throughout. */
  readonly key: string;
  readonly stack: string;
  /** `<type>.<name>`, with module and instance key as Terraform writes them: `module.vpc.aws_subnet.app["a"]`. */
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  /** Its arguments, references followed. */
  readonly body: Readonly<Record<string, Term>>;
  /** The account that its provider works in. @default - not told */
  readonly accountId?: string;
  /** The Region that its provider works in. @default - not told */
  readonly region?: string;
  /** Where it was made in code, if the JSON says so. @default - not told */
  readonly constructPath?: string;
  /** What code accepts of the findings on it, as it stands in the JSON. @default - nothing */
  readonly accepted?: Json;
  /** How many there are isn't known (count and for_each before a plan), and why. @default - exactly one */
  readonly repeated?: Unknown;
}

/** What a plan does to something. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  /** As Terraform writes them: `delete` and `create`, in either order, are a replacement. */
  readonly actions: readonly string[];
  /** Its arguments as they are now. @default - it isn't there yet */
  readonly before?: Readonly<Record<string, Term>>;
  /** It is an object that an earlier apply left behind, beside the one that the address now means. */
  readonly isDeposed: boolean;
}

/** One document: a stack's Terraform JSON, a plan or a state. */
export interface StackDocument {
  readonly name: string;
  readonly form: 'synthesised' | 'plan' | 'state';
  /** The `terraform` block; plans and states have none. */
  readonly terraform: Readonly<Record<string, Json>>;
  readonly resources: readonly ResourceFact[];
  /** The files that it was read from, as they were found. @default - it was read from no file */
  readonly files?: readonly string[];
  /** What a plan does to what is there, and what it makes; what stays as it is isn't among it. @default - it is no plan */
  readonly changes?: readonly PlannedChange[];
  /**
   * What was written, expressions not followed: the files of a document, of plans and states what they tell beside their
   * resources. @default - nothing of the kind
   */
  readonly roots?: readonly Readonly<Record<string, Json>>[];
  /** What belongs to the document and isn't in it: modules before a plan, files that aren't read. @default - all is here */
  readonly opaque?: readonly Unknown[];
}

/** Everything that is judged together. */
export interface Universe {
  readonly stacks: readonly StackDocument[];
  /** What its authors meant; foreign Terraform has none. @default - none */
  readonly intent?: Intent;
}
