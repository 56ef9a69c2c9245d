import { dnsSuffixOf, partitionOf } from '../../../modules/core/aws/partition';
import type { PolicyText } from '../policy/policy';
import { Reference, Unknown } from '../term';
import type { ResourceFact, Universe } from '../universe';
import { ID_IS } from './arn-forms';
import { arnOf, holeOf } from './arn-of';
import { findTextOf, partsOf, textOf, type TextPart } from './text';

/** How far names of names are followed: a document that goes in circles isn't one. */
const DEPTH = 8;

const indexes = new WeakMap<Universe, ReadonlyMap<string, ResourceFact>>();

/** Every resource by its key. */
export function factsByKey(universe: Universe): ReadonlyMap<string, ResourceFact> {
  const known = indexes.get(universe);
  if (known !== undefined) return known;
  const index = new Map(universe.stacks.flatMap(({ resources }) => resources.map((fact) => [fact.key, fact])));
  indexes.set(universe, index);
  return index;
}

/** What `data.aws_partition` says, by the attribute. */
const OF_PARTITION: Readonly<Record<string, (region: string) => string>> = {
  partition: partitionOf,
  id: partitionOf,
  dns_suffix: dnsSuffixOf,
  reverse_dns_prefix: (region) => dnsSuffixOf(region).split('.').reverse().join('.'),
};

/** What data sources say of the place that their provider works in. A Region that is asked for by name or endpoint is another. */
function findPlace({ type, accountId, region, body }: ResourceFact, attribute: string): string | undefined {
  if (type === 'aws_caller_identity') return ['account_id', 'id'].includes(attribute) ? accountId : undefined;
  if (type === 'aws_region' && ['name', 'id', 'region'].includes(attribute)) {
    const { name = null, endpoint = null } = body;
    return name === null && endpoint === null ? region : typeof name === 'string' ? name : undefined;
  }
  return type === 'aws_partition' && region !== undefined ? OF_PARTITION[attribute]?.(region) : undefined;
}

/** What an attribute comes to; undefined where nobody tells. */
function findMeaning(fact: ResourceFact, attribute: string): PolicyText | undefined {
  const place = findPlace(fact, attribute);
  if (place !== undefined) return place;
  const told = fact.body[attribute];
  const text = told === '' || told instanceof Unknown ? undefined : findTextOf(told);
  if (text !== undefined) return text;
  if (attribute === 'arn') return arnOf(fact);
  const instead = attribute === 'id' && fact.mode === 'managed' ? ID_IS[fact.type] : undefined;
  return instead === undefined ? undefined : textOf([holeOf(fact, instead)]);
}

/**
 * A text with its references to resources of the documents followed to what their names, accounts and Regions come to:
 * `<aws_s3_bucket.logs.arn>/*` is `arn:aws:s3:::acme-logs/*`. What stays open is the same reference for the same thing, by
 * whatever attribute it was named.
 */
export function canonical(text: PolicyText, universe: Universe, depth = DEPTH): PolicyText {
  const facts = factsByKey(universe);
  const parts = partsOf(text).flatMap((part): readonly TextPart[] => {
    if (!(part instanceof Reference) || depth === 0) return [part];
    const [target, ...others] = part.targets;
    const fact = others.length > 0 ? undefined : facts.get(target.key);
    const meant = fact && findMeaning(fact, target.attribute);
    return meant === undefined ? [part] : partsOf(canonical(meant, universe, depth - 1));
  });
  return textOf(parts);
}
