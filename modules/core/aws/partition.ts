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

/** What names of hosts end with, where it isn't `amazonaws.com`. @source AWS SDKs, partitions.json ("dnsSuffix") */
const DNS_SUFFIXES: Readonly<Partial<Record<ReturnType<typeof partitionOf>, string>>> = {
  'aws-cn': 'amazonaws.com.cn',
  'aws-eusc': 'amazonaws.eu',
  'aws-iso': 'c2s.ic.gov',
  'aws-iso-b': 'sc2s.sgov.gov',
  'aws-iso-e': 'cloud.adc-e.uk',
  'aws-iso-f': 'csp.hci.ic.gov',
};

/** What the names of the hosts of a region end with, and most service principals: `amazonaws.com`. */
export function dnsSuffixOf(region: string): string {
  return DNS_SUFFIXES[partitionOf(region)] ?? 'amazonaws.com';
}

/** The second part of an ARN, as part of a pattern. */
export const PARTITION = `(?:${['aws', ...Object.values(BEGINNINGS)].join('|')})`;
