import { isTermMap, type Term, Unknown } from '../../../model/term';
import { describeTerm } from '../../../model/term-text';
import type { ResourceFact, Universe } from '../../../model/universe';
import { companionsOf } from '../../companions';
import { findLiteral } from '../../literal';
import { blocksOf, valuesAt } from '../../nested';

/** Where a part of a bucket's settings is stated. */
export interface BucketPart {
  readonly fact: ResourceFact;
  /** The arguments of the resource, or the block inside the bucket. */
  readonly body: Term;
}

/** A part of a bucket's settings, as far as it is stated. */
export interface BucketParts {
  readonly stated: readonly BucketPart[];
  /** What may state it besides: nothing is surely missing then. */
  readonly doubts: readonly string[];
}

/** How a part is stated: by a resource of its own, or by a block inside the bucket, as providers before 4.0 had it. */
export interface BucketPartForm {
  readonly type: string;
  /** @default - there was never one */
  readonly block?: string;
}

/**
 * A part of a bucket's settings. A resource of its own counts before a block inside the bucket, which plans and states
 * also have where it is only read back.
 */
export function partsOf(universe: Universe, bucket: ResourceFact, { type, block }: BucketPartForm): BucketParts {
  const { known, doubts } = companionsOf(universe, bucket, { type, argument: 'bucket', of: 'aws_s3_bucket', names: ['bucket'] });
  if (known.length > 0) return { stated: known.map((fact) => ({ fact, body: fact.body })), doubts };
  const inside: Term | undefined = block === undefined ? undefined : bucket.body[block];
  return { stated: blocksOf(inside).map((body) => ({ fact: bucket, body })), doubts };
}

/** The values at a path inside of a part; a part that isn't known has one that isn't. */
export function literalsAt({ body }: BucketPart, path: string): readonly (string | Unknown | undefined)[] {
  if (isTermMap(body)) return valuesAt(body, path).map(findLiteral);
  return [body instanceof Unknown ? body : new Unknown(`known only after apply: ${describeTerm(body)}`)];
}
