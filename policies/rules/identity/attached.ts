import { canonical, factsByKey, findTextOf, partsOf } from '../../model/arns';
import { isTermList, Reference, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { factsOf } from '../rule';

/** A managed policy that a resource attaches to somebody. */
export interface Attached {
  readonly by: ResourceFact;
  /** The name of AWS's own policy, with its path; undefined for all others, unknown where it can't be told. */
  readonly awsName: string | Unknown | undefined;
}

/** Where attachments name policies. */
const ARGUMENTS: readonly (readonly [type: string, argument: string])[] = [
  ['aws_iam_user_policy_attachment', 'policy_arn'],
  ['aws_iam_group_policy_attachment', 'policy_arn'],
  ['aws_iam_role_policy_attachment', 'policy_arn'],
  ['aws_iam_policy_attachment', 'policy_arn'],
  ['aws_iam_user_policy_attachments_exclusive', 'policy_arns'],
  ['aws_iam_group_policy_attachments_exclusive', 'policy_arns'],
  ['aws_iam_role_policy_attachments_exclusive', 'policy_arns'],
  ['aws_iam_role', 'managed_policy_arns'],
  ['aws_ssoadmin_managed_policy_attachment', 'managed_policy_arn'],
];

/** The partition is what `data.aws_partition` tells: it may be open. */
const AWS_POLICY = /^arn:[^:]*:iam::aws:policy\/(.+)$/;

/** A policy that a data source looks up by its name alone may be AWS's: customers' names are their own. */
function findLookedUp(term: Term, universe: Universe): string | Unknown | undefined {
  if (!(term instanceof Reference) || term.targets.length > 1) return undefined;
  const fact = factsByKey(universe).get(term.targets[0].key);
  if (fact?.mode !== 'data' || fact.type !== 'aws_iam_policy' || typeof fact.body.arn === 'string') return undefined;
  const { name } = fact.body;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function awsNameOf(term: Term, universe: Universe): string | Unknown | undefined {
  const looked = findLookedUp(term, universe);
  if (looked !== undefined) return looked;
  const given = findTextOf(term);
  if (given === undefined) return new Unknown(describeTerm(term));
  const text = canonical(given, universe);
  const parts = partsOf(text);
  const flat = parts.map((part) => (typeof part === 'string' ? part : '\u0000')).join('');
  const name = AWS_POLICY.exec(flat)?.[1];
  if (name !== undefined && !name.includes('\u0000')) return name;
  // A hole in front, or behind AWS's path, may be anything; one that a resource of the documents fills is its own.
  const open = parts.find((part) => part instanceof Unknown);
  return open instanceof Unknown && (name !== undefined || flat.startsWith('\u0000')) ? open : undefined;
}

/** Every attachment of a managed policy, by whatever resource. */
export function attachedPolicies(universe: Universe): readonly Attached[] {
  return ARGUMENTS.flatMap(([type, argument]) =>
    [...factsOf(universe, type)].flatMap((by) => {
      const stated = findStated(by.body[argument]);
      const arns = isTermList(stated) ? stated : [stated];
      return arns.flatMap((arn) => (arn === undefined ? [] : [{ by, awsName: awsNameOf(arn, universe) }]));
    }),
  );
}
