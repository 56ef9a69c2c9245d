import { isTermMap, type Term } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { findLiteral, isFalse, isTrue } from '../../literal';
import { blocksOf, valuesAt } from '../../nested';
import { factsOf } from '../../rule';
import { findBucketNamed } from './bucket-named';
import { grantedWriters } from './granted-writers';
import type { LogKind, LogWriter } from './log-writer';

/** What names a bucket as the place of its logs. */
interface Source {
  readonly kind: LogKind;
  readonly type: string;
  readonly argument: string;
  /** @default - it always writes */
  readonly writes?: (fact: ResourceFact) => boolean;
}

const first = (term: Term | undefined, path: string): string | undefined => {
  const [block] = blocksOf(term);
  const literal = isTermMap(block) ? findLiteral(valuesAt(block, path)[0]) : undefined;
  return typeof literal === 'string' ? literal : undefined;
};

/** Network load balancers have their logs delivered like flow logs; application ones write them by themselves. */
const isApplication = ({ body }: ResourceFact): boolean =>
  (findLiteral(body.load_balancer_type) ?? 'application') === 'application';
const isNetwork = ({ body }: ResourceFact): boolean => findLiteral(body.load_balancer_type) === 'network';
const logs = (block: string) => (fact: ResourceFact) => isTrue(first(fact.body[block], 'enabled') ?? 'false');

const SOURCES: readonly Source[] = [
  ...['aws_lb', 'aws_alb'].flatMap((type): Source[] => [
    ...['access_logs', 'connection_logs'].map((block): Source => ({
      kind: 'load-balancer',
      type,
      argument: `${block}.bucket`,
      writes: (fact) => isApplication(fact) && logs(block)(fact),
    })),
    {
      kind: 'delivered',
      type,
      argument: 'access_logs.bucket',
      writes: (fact) => isNetwork(fact) && logs('access_logs')(fact),
    },
  ]),
  {
    kind: 'load-balancer',
    type: 'aws_elb',
    argument: 'access_logs.bucket',
    writes: ({ body }) => !isFalse(first(body.access_logs, 'enabled') ?? 'true'),
  },
  { kind: 's3-access', type: 'aws_s3_bucket_logging', argument: 'target_bucket' },
  { kind: 's3-access', type: 'aws_s3_bucket', argument: 'logging.target_bucket' },
  { kind: 'trail', type: 'aws_cloudtrail', argument: 's3_bucket_name' },
  { kind: 'config', type: 'aws_config_delivery_channel', argument: 's3_bucket_name' },
  { kind: 'delivered', type: 'aws_flow_log', argument: 'log_destination' },
  { kind: 'cloudfront', type: 'aws_cloudfront_distribution', argument: 'logging_config.bucket' },
];

const indexes = new WeakMap<Universe, ReadonlyMap<string, readonly LogWriter[]>>();

function indexOf(universe: Universe): ReadonlyMap<string, readonly LogWriter[]> {
  const known = indexes.get(universe);
  if (known !== undefined) return known;
  const index = new Map<string, LogWriter[]>();
  for (const { kind, type, argument, writes } of SOURCES) {
    for (const fact of factsOf(universe, type)) {
      if (writes?.(fact) === false) continue;
      for (const term of valuesAt(fact.body, argument)) {
        const bucket = findBucketNamed(universe, term);
        if (bucket !== undefined) index.set(bucket.key, [...(index.get(bucket.key) ?? []), { kind, key: fact.key }]);
      }
    }
  }
  indexes.set(universe, index);
  return index;
}

/** Who writes logs into a bucket: what names it as the place of its logs, and the services that its policy lets write. */
export function logWritersOf(universe: Universe, bucket: ResourceFact): readonly LogWriter[] {
  return [...(indexOf(universe).get(bucket.key) ?? []), ...grantedWriters(universe, bucket)];
}
