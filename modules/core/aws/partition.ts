/** How Regions of all partitions but `aws` begin. @source AWS SDKs, partitions.json ("regionRegex") */
const BEGINNINGS = {
  'cn-': 'aws-cn',
  'us-gov-': 'aws-us-gov',
  'eusc-': 'aws-eusc',
  'us-iso-': 'aws-iso',
  'us-isob-': 'aws-iso-b',
  'eu-isoe-': 'aws-iso-e',
  'us-isof-': 'aws-iso-f',
} as const;

/** The partition that a region belongs to: the second part of every ARN. */
export function partitionOf(region: string): 'aws' | (typeof BEGINNINGS)[keyof typeof BEGINNINGS] {
  return Object.entries(BEGINNINGS).find(([beginning]) => region.startsWith(beginning))?.[1] ?? 'aws';
}

/** The second part of an ARN, as part of a pattern. */
export const PARTITION = `(?:${['aws', ...Object.values(BEGINNINGS)].join('|')})`;
