/** An attribute of one resource in the documents that are judged. */
export interface Target {
  /** `<stack>:<address>` of the resource, the instance's key included. */
  readonly key: string;
  /** The attribute by its path, `id` or `ipv6_cidr_block`. */
  readonly attribute: string;
}

/** A value that another resource will have. Several targets: it is one of theirs, and the document doesn't say which. */
export class Reference {
  constructor(readonly targets: readonly [Target, ...Target[]]) {}
}

/** A constant part of the IPv6 block that Amazon gives a VPC: `cidrsubnet(aws_vpc.x.ipv6_cidr_block, newBits, number)`. */
export class AmazonPart {
  constructor(
    readonly vpc: Target,
    readonly newBits: number,
    readonly number: number,
  ) {}
}

/** Text with values in it that only apply will tell. */
export class Template {
  constructor(readonly parts: readonly (string | Reference | Unknown)[]) {}
}

/** A value that the document doesn't tell, and why. */
export class Unknown {
  constructor(
    /** A clause for people: `known only after apply: ${…}`. */
    readonly why: string,
    /** Nobody wrote it: the provider fills it in. */
    readonly computed = false,
  ) {}
}

/** An argument of a resource, once references are followed: literals, or what stands for them. */
export type Term =
  | string
  | number
  | boolean
  | null
  | Reference
  | AmazonPart
  | Template
  | Unknown
  | readonly Term[]
  | { readonly [key: string]: Term };

/** Several values in a row. */
export function isTermList(term: Term | undefined): term is readonly Term[] {
  return Array.isArray(term);
}

/** Values by name: a nested block, a map. */
export function isTermMap(term: Term | undefined): term is Readonly<Record<string, Term>> {
  return (
    typeof term === 'object' &&
    term !== null &&
    !Array.isArray(term) &&
    !(term instanceof Reference || term instanceof AmazonPart || term instanceof Template || term instanceof Unknown)
  );
}
