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
  /** How many there are isn't known (count and for_each before a plan), and why. @default - exactly one */
  readonly repeated?: Unknown;
}

/** One document: a stack's Terraform JSON, a plan or a state. */
export interface StackDocument {
  readonly name: string;
  readonly form: 'synthesised' | 'plan' | 'state';
  /** The `terraform` block; plans and states have none. */
  readonly terraform: Readonly<Record<string, Json>>;
  readonly resources: readonly ResourceFact[];
  /** What belongs to the document and isn't in it: modules before a plan, files that aren't read. @default - all is here */
  readonly opaque?: readonly Unknown[];
}

/** Everything that is judged together. */
export interface Universe {
  readonly stacks: readonly StackDocument[];
  /** What its authors meant; foreign Terraform has none. @default - none */
  readonly intent?: Intent;
}
