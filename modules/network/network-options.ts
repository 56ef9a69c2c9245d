/** How many NAT gateways a network has. */
export type NatMode = 'none' | 'single' | 'one-per-zone';

/** What a tier may reach, and be reached from. */
export type TierKind = 'public' | 'private' | 'isolated';

/** One VPC endpoint. */
export type EndpointOptions =
  | { readonly type: 'gateway'; readonly policy?: PolicyDocument }
  | {
      readonly type: 'interface';
      /** The tier whose subnets hold its network interfaces. */
      readonly tier: string;
      readonly policy?: PolicyDocument;
    };

/** An IAM policy document as JSON. @default - everything, for principals of the own account only */
export type PolicyDocument = Readonly<Record<string, unknown>>;

/** Where flow logs go. */
export interface FlowLogOptions {
  /** @default {retentionDays: 365} unless s3 is given; false for none */
  readonly cloudwatch?: false | { readonly retentionDays?: number; readonly kmsKeyArn?: string };
  /** @default - none */
  readonly s3?: { readonly bucketArn: string; readonly parquet?: boolean };
  /** Why there are none: required where neither is wanted. @default - */
  readonly accept?: string;
}

/** DHCP options of a VPC. */
export interface DhcpOptions {
  readonly domainName?: string;
  readonly domainNameServers?: readonly string[];
  readonly ntpServers?: readonly string[];
}
