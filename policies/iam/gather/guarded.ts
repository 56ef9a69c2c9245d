import { findTextKey, mayEqual, partsOf, textOf } from '../../model/arns';
import type { GuardedResource, IdentityFacts } from '../../model/identity/identity-facts';
import type { PolicyText } from '../../model/policy/policy';
import { findArnParts } from './arn-parts';

/** What may follow a resource's ARN in the ARN of something that its policy guards too. */
const INSIDE: Readonly<Record<string, RegExp>> = {
  s3: /^\//,
  lambda: /^:/,
  logs: /^:/,
  dynamodb: /^\//,
  kinesis: /^\//,
  es: /^\//,
};

/** The resource of the documents that an ARN is of, and those that it may be of. */
export interface GuardedMatch {
  /** @default - none of the documents is surely the one */
  readonly found?: GuardedResource;
  readonly maybe: readonly GuardedResource[];
}

interface Index {
  /** Several have one ARN where documents contradict each other. */
  readonly byArn: ReadonlyMap<string | undefined, readonly GuardedResource[]>;
  /** Those of whose ARN a part isn't told, by service. */
  readonly open: ReadonlyMap<string | undefined, readonly GuardedResource[]>;
}

const indexes = new WeakMap<IdentityFacts, Index>();

function put(into: Map<string, GuardedResource[]>, key: string, resource: GuardedResource): void {
  const known = into.get(key) ?? [];
  into.set(key, known);
  known.push(resource);
}

function indexOf(facts: IdentityFacts): Index {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const byArn = new Map<string, GuardedResource[]>();
  const open = new Map<string, GuardedResource[]>();
  for (const resource of facts.resources) {
    put(byArn, findTextKey(resource.arn) ?? resource.fact.key, resource);
    if (typeof resource.arn !== 'string') put(open, resource.service, resource);
  }
  const index = { byArn, open };
  indexes.set(facts, index);
  return index;
}

/** The ARNs that an ARN may lie inside of, with what follows them: itself first. */
function* above(text: PolicyText): Generator<readonly [PolicyText, string]> {
  yield [text, ''];
  const parts = partsOf(text);
  for (const [at, part] of parts.entries()) {
    if (typeof part !== 'string') continue;
    for (const { index } of part.matchAll(/[/:]/g)) {
      yield [textOf([...parts.slice(0, at), part.slice(0, index)]), part.slice(index)];
    }
  }
}

/** Finds whose policy guards an ARN. */
export function guardedBy(facts: IdentityFacts, arn: PolicyText): GuardedMatch {
  const { byArn, open } = indexOf(facts);
  for (const [text, rest] of above(arn)) {
    const [found, ...others] = byArn.get(findTextKey(text)) ?? [];
    if (found === undefined || (rest !== '' && INSIDE[found.service]?.test(rest) !== true)) continue;
    return others.length === 0 ? { found, maybe: [] } : { maybe: [found, ...others] };
  }
  const ofService = open.get(findArnParts(arn)?.service) ?? [];
  return { maybe: ofService.filter((one) => mayEqual(one.arn, arn)) };
}
