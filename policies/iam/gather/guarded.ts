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
  readonly byArn: ReadonlyMap<string, GuardedResource>;
  /** Those of whose ARN a part isn't told, by service. */
  readonly open: ReadonlyMap<string, readonly GuardedResource[]>;
}

const indexes = new WeakMap<IdentityFacts, Index>();

function indexOf(facts: IdentityFacts): Index {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const open = new Map<string, GuardedResource[]>();
  for (const resource of facts.resources) {
    if (typeof resource.arn === 'string') continue;
    const ofService = open.get(resource.service);
    if (ofService === undefined) open.set(resource.service, [resource]);
    else ofService.push(resource);
  }
  const byArn = new Map(facts.resources.map((resource) => [findTextKey(resource.arn) ?? resource.fact.key, resource]));
  const index = { byArn, open };
  indexes.set(facts, index);
  return index;
}

/** The ARNs that an ARN may lie inside of: itself first, then shorter and shorter ones. */
function* above(text: PolicyText): Generator<readonly [PolicyText, string]> {
  yield [text, ''];
  const parts = partsOf(text);
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at];
    if (typeof part !== 'string') {
      yield [textOf(parts.slice(0, at + 1)), '?'];
      continue;
    }
    for (let cut = part.length - 1; cut > 0; cut--) {
      if (part[cut] === '/' || part[cut] === ':') yield [textOf([...parts.slice(0, at), part.slice(0, cut)]), part.slice(cut)];
    }
    yield [textOf(parts.slice(0, at)), part];
  }
}

/** Finds whose policy guards an ARN. */
export function guardedBy(facts: IdentityFacts, arn: PolicyText): GuardedMatch {
  const { byArn, open } = indexOf(facts);
  for (const [text, rest] of above(arn)) {
    const key = findTextKey(text);
    const found = key === undefined ? undefined : byArn.get(key);
    if (found !== undefined && (rest === '' || INSIDE[found.service]?.test(rest) === true)) return { found, maybe: [] };
  }
  const service = findArnParts(arn)?.service;
  const ofService = service === undefined ? [] : (open.get(service) ?? []);
  return { maybe: ofService.filter((one) => mayEqual(one.arn, arn)) };
}
