import { findStated } from '../argument';
import { blocksOf } from '../nested';
import type { Finding, Rule, Verdict } from '../rule';
import { type Change, changesOf, isMade } from './change/change';
import { argumentFindings, isUntold, lossFindings } from './change/comparison';
import { openedBy } from './change/open-policy';

const ID = 'plan/public-data';
const BUCKET_BLOCKS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
const CANNED = ['authenticated-read', 'public-read', 'public-read-write'];
const SHARED = { argument: 'shared_accounts', open: ['all'] };
const STATE = { argument: 'state', open: ['unblocked'] };
const ACL = { argument: 'acl', open: CANNED };

/** What has a public address where it asks for one. */
export const PUBLIC_MACHINES: readonly string[] = [
  'aws_db_instance',
  'aws_dms_replication_instance',
  'aws_mq_broker',
  'aws_neptune_cluster_instance',
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_redshift_cluster',
  'aws_redshiftserverless_workgroup',
];

/** Switches that keep the public out, by what has them. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  aws_s3_account_public_access_block: BUCKET_BLOCKS,
  aws_s3_bucket_public_access_block: BUCKET_BLOCKS,
};

/** What keeps the public out for as long as it is there. */
export const PUBLIC_GUARDS: readonly string[] = [
  'aws_ebs_snapshot_block_public_access',
  'aws_ec2_image_block_public_access',
  ...Object.keys(BLOCKS),
];

/** Arguments that say who may see something, and the words for everybody. */
const WORDS: Readonly<Record<string, { readonly argument: string; readonly open: readonly string[] }>> = {
  aws_ami_launch_permission: { argument: 'group', open: ['all'] },
  aws_db_cluster_snapshot: SHARED,
  aws_db_snapshot: SHARED,
  aws_ebs_snapshot_block_public_access: STATE,
  aws_ec2_image_block_public_access: STATE,
  aws_s3_bucket: ACL,
  aws_s3_bucket_acl: ACL,
};

const POLICIES: Readonly<Record<string, readonly string[]>> = { aws_s3_bucket: ['policy'], aws_s3_bucket_policy: ['policy'] };

function shown(change: Change, argument: string): Verdict | undefined {
  const will = isMade(change) ? findStated(change.will(argument)) : undefined;
  return isUntold(will) ? 'unknown' : will === true ? 'violated' : undefined;
}

function unblocked(change: Change, argument: string): Verdict | undefined {
  if (!isMade(change)) return undefined;
  const will = change.will(argument);
  return isUntold(will) ? 'unknown' : will === true ? undefined : 'violated';
}

function openTo(change: Change, argument: string): Verdict | undefined {
  const will = isMade(change) ? findStated(change.will(argument)) : undefined;
  const open = WORDS[change.planned.type]?.open ?? [];
  if (blocksOf(will).some((word) => typeof word === 'string' && open.includes(word))) return 'violated';
  return isUntold(will) ? 'unknown' : undefined;
}

/** No plan gives data to everybody. */
export const publicData: Rule = {
  id: ID,
  summary: 'No plan makes a database, snapshot or bucket public',
  judge: (universe): readonly Finding[] => {
    const guards = changesOf(universe, PUBLIC_GUARDS);
    const judge = (
      judged: Readonly<Record<string, readonly string[]>>,
      compare: (change: Change, argument: string) => Verdict | undefined,
      say: (argument: string) => { readonly problem: string; readonly fix: string },
    ): readonly Finding[] => argumentFindings(ID, changesOf(universe, Object.keys(judged)), judged, compare, say);
    return [
      ...judge(Object.fromEntries(PUBLIC_MACHINES.map((type) => [type, ['publicly_accessible']])), shown, (argument) => ({
        problem: 'it has a public address',
        fix: `set ${argument} = false`,
      })),
      ...lossFindings(
        ID,
        guards,
        'nothing keeps what lies behind it from the public',
        'keep it for as long as anything lies behind it',
      ),
      ...judge(BLOCKS, unblocked, (argument) => ({ problem: `${argument} is false`, fix: `set ${argument} = true` })),
      ...judge(
        Object.fromEntries(Object.entries(WORDS).map(([type, { argument }]) => [type, [argument]])),
        openTo,
        (argument) => ({
          problem: `${argument} names everybody`,
          fix: 'name the accounts that need it',
        }),
      ),
      ...judge(
        POLICIES,
        (change, argument) => (isMade(change) ? openedBy(universe, change.will(argument)) : undefined),
        () => ({
          problem: 'its policy lets everybody in',
          fix: 'name principals, or confine them by aws:PrincipalOrgID',
        }),
      ),
    ];
  },
};
