import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findLiteral, isTrue } from '../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { literalsAt, partsOf } from './bucket/bucket-parts';
import { type BucketFault, bucketRule, missing } from './bucket/bucket-rule';

const ID = 'storage/block-public-access';
const FIX = 'set block_public_acls, ignore_public_acls, block_public_policy and restrict_public_buckets to true';
const SWITCHES = ['block_public_acls', 'ignore_public_acls', 'block_public_policy', 'restrict_public_buckets'] as const;

/** A switch that is off where nobody sets it: on, off, or why that isn't known. */
type Position = boolean | Unknown;

function positionOf(literal: string | Unknown | undefined): Position {
  return literal instanceof Unknown ? literal : literal !== undefined && isTrue(literal);
}

/** A switch by its name. */
interface Switch {
  readonly name: string;
  readonly position: Position;
}

/** What to say of switches that may be off. */
function openFault(switches: readonly Switch[]): readonly BucketFault[] {
  const open = switches.filter(({ position }) => position instanceof Unknown);
  const [why] = open.flatMap(({ position }) => (position instanceof Unknown ? [position.why] : []));
  if (why === undefined) return [];
  const names = open.map(({ name }) => name).join(', ');
  return [{ problem: `whether ${names} is on isn't known: ${why}`, verdict: 'unknown' }];
}

/** What is on in one of two places is on. */
function either(one: Position, other: Position): Position {
  if (one === true || other === true) return true;
  return one instanceof Unknown ? one : other;
}

function accountOf({ body, accountId }: ResourceFact): string | undefined {
  const stated = findLiteral(body.account_id);
  return typeof stated === 'string' ? stated : stated instanceof Unknown ? undefined : accountId;
}

/** What the account's own block says of a switch; unknown where it may be another account's. */
function ofAccount(universe: Universe, bucket: ResourceFact, name: string): Position {
  let found: Position = false;
  for (const block of factsOf(universe, 'aws_s3_account_public_access_block')) {
    const account = accountOf(block);
    if (account !== undefined && bucket.accountId !== undefined && account !== bucket.accountId) continue;
    const certain = account !== undefined && account === bucket.accountId && block.repeated === undefined;
    const position = positionOf(findLiteral(block.body[name]));
    if (position === true && !certain) found = either(found, new Unknown(`${block.key} may be of its account`));
    else found = either(found, position);
  }
  return found;
}

function judgeBucket(bucket: ResourceFact, universe: Universe): readonly BucketFault[] {
  const { stated, doubts } = partsOf(universe, bucket, { type: 'aws_s3_bucket_public_access_block' });
  const positions = SWITCHES.map((name) => {
    const [own = false, ...more] = stated.flatMap((part) => literalsAt(part, name).map(positionOf));
    // Of two that disagree nobody knows which is applied last.
    const settled = more.every((other) => other === own) ? own : new Unknown(`several resources set ${name}`);
    return { name, position: either(settled, ofAccount(universe, bucket, name)) };
  });
  const off = positions.filter(({ position }) => position === false).map(({ name }) => name);
  if (stated.length === 0 && off.length > 0) return [missing('nothing blocks public access to it', doubts)];
  const listed = off.map((name) => `${name} is off`).join(', ');
  if (off.length > 0) return [{ problem: listed, ...(stated[0] === undefined ? {} : { on: bucket }) }];
  return openFault(positions);
}

function judgeAccount(block: ResourceFact): readonly Finding[] {
  const positions = SWITCHES.map((name) => ({ name, position: positionOf(findLiteral(block.body[name])) }));
  const off = positions.filter(({ position }) => position === false).map(({ name }) => `${name} is off`);
  if (off.length > 0) return [findingOn(ID, block, off.join(', '), FIX)];
  return openFault(positions).map(({ problem }) => findingOn(ID, block, problem, FIX, 'unknown'));
}

const ofBuckets = bucketRule({
  id: ID,
  summary: 'Public access to buckets is blocked, of each or of the account',
  fix: FIX,
  judgeBucket,
});

/** No ACL and no policy opens a bucket to the world. */
export const blockPublicAccess: Rule = {
  ...ofBuckets,
  judge: (universe) => [
    ...ofBuckets.judge(universe),
    ...[...factsOf(universe, 'aws_s3_account_public_access_block')].flatMap(judgeAccount),
  ],
};
