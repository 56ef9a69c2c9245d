import { Reference, Template, type Term } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { factsOf } from '../../rule';

/** The buckets of a universe by their keys, and by their names: those are unique in the whole of AWS. */
interface Buckets {
  readonly byKey: ReadonlyMap<string, ResourceFact>;
  readonly byName: ReadonlyMap<string, ResourceFact>;
}

const indexes = new WeakMap<Universe, Buckets>();

function bucketsOf(universe: Universe): Buckets {
  const known = indexes.get(universe);
  if (known !== undefined) return known;
  const byKey = new Map<string, ResourceFact>();
  const byName = new Map<string, ResourceFact>();
  for (const bucket of factsOf(universe, 'aws_s3_bucket')) {
    byKey.set(bucket.key, bucket);
    for (const name of [bucket.body.bucket, bucket.body.id]) if (typeof name === 'string') byName.set(name, bucket);
  }
  const buckets = { byKey, byName };
  indexes.set(universe, buckets);
  return buckets;
}

/** A bucket's ARN up to its name. */
const ARN = /^arn:[\w-]+:s3:::/;
/** Behind a bucket's name in the host name by which CloudFront knows it. */
const HOST = /\.s3[.-](?:[\w-]+\.)*amazonaws\.com(?:\.cn)?$/;

/** The name in what names a bucket: its name, its ARN with or without a prefix of keys, its host name. */
function nameIn(text: string): string {
  return text.replace(ARN, '').replace(/\/.*$/, '').replace(HOST, '');
}

/** What a template names a bucket by; undefined where its name goes on with other text. */
function namingPart({ parts }: Template): string | Reference | undefined {
  const [first, ...rest] = parts;
  if (typeof first === 'string' && !ARN.test(first)) return undefined;
  const isArn = typeof first === 'string' && first.replace(ARN, '') === '';
  const [name, next] = isArn ? rest : parts;
  if (typeof name === 'string') return name.replace(ARN, '').includes('/') ? name : undefined;
  const ends = next === undefined || (typeof next === 'string' && /^(?:\/|\.s3[.-])/.test(next));
  return name instanceof Reference && ends ? name : undefined;
}

/** The bucket of the documents that an argument names, by whatever attribute; undefined where it is another or not told. */
export function findBucketNamed(universe: Universe, term: Term | undefined): ResourceFact | undefined {
  const { byKey, byName } = bucketsOf(universe);
  const naming = term instanceof Template ? namingPart(term) : term;
  if (typeof naming === 'string') return byName.get(nameIn(naming));
  if (!(naming instanceof Reference)) return undefined;
  const [{ key }, ...others] = naming.targets;
  return others.length === 0 ? byKey.get(key) : undefined;
}
