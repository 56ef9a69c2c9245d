import type { LandingZoneInput } from '../landing-zone';

/** What a bucket of the landing zone holds: ten letters at most, so that its name fits with the longest organisation. */
export type BucketUse = 'access' | 'cloudfront' | 'config' | 'elb' | 'flow' | 'sessions' | 'trail';

/** The account that holds the logs of all others, by name. */
export function findArchive({ accounts }: LandingZoneInput): string | undefined {
  return Object.entries(accounts).find(([, { baseline }]) => baseline === 'archive')?.[0];
}

/** The name of a bucket of an account, known before it is there. */
export function bucketNameOf(input: LandingZoneInput, account: string, region: string, use: BucketUse): string {
  return [input.organization.name, input.accounts[account]?.id ?? '', region, use].join('-');
}
