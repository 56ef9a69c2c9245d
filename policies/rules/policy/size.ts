import { LONGEST_ARN, type PolicyKind as SizedKind, policySizeLimit } from '../../../modules/core/policy/policy-size';
import type { PolicyKind, StatedPolicy } from '../../model/identity/identity-facts';
import { identityFactsOf } from '../../model/identity/reading';
import { Template, Unknown } from '../../model/term';
import { findIdentity } from '../argument';
import { type Finding, findingOn, type Rule } from '../rule';

const ID = 'policy/size';
const FIX = 'split it, or name resources by a pattern and an organisation instead of accounts';

/** Whose limit a policy has. Resource policies of other services have limits of their own, which nobody has listed here. */
const SIZED: Readonly<Partial<Record<PolicyKind, SizedKind>>> = {
  managed: 'managed',
  'inline-user': 'user',
  'inline-group': 'group',
  'inline-role': 'role',
  trust: 'trust',
  'permission-set': 'role',
  scp: 'service-control',
  rcp: 'resource-control',
  bucket: 'bucket',
  key: 'key',
  endpoint: 'endpoint',
};

/** Kinds of which all of one identity count together, by the argument that names it. */
const SHARED: Readonly<Partial<Record<PolicyKind, string>>> = {
  'inline-user': 'user',
  'inline-group': 'group',
  'inline-role': 'role',
};

/** How long a policy is at least, and at most. @unit characters */
interface Size {
  readonly least: number;
  readonly most: number;
}

/** Guardrails count white space, all others don't. @source IAM user guide, "IAM and AWS STS quotas" */
function withoutSpace(text: string, kind: PolicyKind): number {
  return kind === 'scp' || kind === 'rcp' ? text.length : text.replaceAll(/\s+/g, '').length;
}

/** Undefined where the text isn't in the document: a data source's, which nobody has written out. */
function sizeOf({ kind, fact, argument, policy }: StatedPolicy): Size | undefined {
  if (policy instanceof Unknown) return undefined;
  const term = policy.source ?? fact.body[argument];
  if (typeof term === 'string') {
    const size = withoutSpace(term, kind);
    return { least: size, most: size };
  }
  if (!(term instanceof Template)) return undefined;
  const literal = term.parts.filter((part) => typeof part === 'string');
  const least = withoutSpace(literal.join(''), kind);
  return { least, most: least + (term.parts.length - literal.length) * LONGEST_ARN };
}

/** Policies whose sizes count together: those of one identity, or one alone. */
function sharedSizes(policies: readonly StatedPolicy[]): readonly (readonly [StatedPolicy, Size])[] {
  const sums = new Map<string, [StatedPolicy, Size]>();
  for (const stated of policies) {
    const size = sizeOf(stated);
    if (size === undefined || SIZED[stated.kind] === undefined) continue;
    const { kind, fact, argument } = stated;
    const owner = SHARED[kind] === undefined ? undefined : (findIdentity(fact.body[SHARED[kind]]) ?? fact.key);
    const name = owner === undefined ? `${fact.key} ${argument}` : `${fact.stack} ${kind} ${owner}`;
    const [, before] = sums.get(name) ?? [stated, { least: 0, most: 0 }];
    sums.set(name, [stated, { least: before.least + size.least, most: before.most + size.most }]);
  }
  return [...sums.values()];
}

/** No policy is longer than AWS takes it: an apply would fail halfway. Inline policies of one identity count together. */
export const size: Rule = {
  id: ID,
  summary: 'Policies are no longer than AWS takes them',
  judge: (universe) => {
    const findings: Finding[] = [];
    for (const [{ kind, fact, argument }, { least, most }] of sharedSizes(identityFactsOf(universe).policies)) {
      const sized = SIZED[kind];
      const limit = sized === undefined ? Infinity : policySizeLimit(sized);
      if (most <= limit) continue;
      const certain = least > limit;
      const length = certain || least === most ? String(least) : `${String(least)} to ${String(most)}`;
      const together = SHARED[kind] === undefined ? '' : `, all inline policies of one ${SHARED[kind]} together`;
      const problem = `${argument} has ${length} characters, and AWS takes ${String(limit)}${together}`;
      findings.push(findingOn(ID, fact, problem, FIX, certain ? 'violated' : 'unknown'));
    }
    return findings;
  },
};
