import type { StatedPolicy } from '../core/policy/statement';

/** How many NAT gateways a network has. */
export type NatMode = 'none' | 'single' | 'one-per-zone';

/** What a tier may reach, and be reached from. */
export type TierKind = 'public' | 'private' | 'isolated';

/** One VPC endpoint: a gateway that routes lead to, or interfaces in the subnets of a tier. */
export type EndpointOptions = GatewayEndpointOptions | InterfaceEndpointOptions;

/** What every endpoint has. */
interface AnyEndpointOptions {
  /** Who may do what by way of it. @default - everything, for principals of the own account only */
  readonly policy?: StatedPolicy;
}

/** A gateway endpoint: S3 and DynamoDB have one. */
export interface GatewayEndpointOptions extends AnyEndpointOptions {
  readonly type: 'gateway';
}

/** An interface endpoint, behind a security group of its own. */
export interface InterfaceEndpointOptions extends AnyEndpointOptions {
  readonly type: 'interface';
  /** The tier whose subnets hold its network interfaces. */
  readonly tier: string;
}

/** Where flow logs go: to CloudWatch Logs, to S3, or to both. */
export interface FlowLogOptions {
  /** false for none. @default - kept 365 days, unless s3 is given */
  readonly cloudwatch?: false | CloudWatchFlowLogOptions;
  /** @default - not to S3 */
  readonly s3?: S3FlowLogOptions;
  /** Why there are no flow logs: required where neither is wanted. @default - none */
  readonly accept?: string;
}

/** Flow logs in CloudWatch Logs. */
export interface CloudWatchFlowLogOptions {
  /** @default 365 @unit days */
  readonly retentionDays?: number;
  /** The key that encrypts the log group. @default - CloudWatch Logs' own */
  readonly kmsKeyArn?: string;
}

/** Flow logs in a bucket, which may stand in another account. */
export interface S3FlowLogOptions {
  readonly bucketArn: string;
  /** Parquet in Hive partitions by hour, instead of text. @default false */
  readonly parquet?: boolean;
}

/** DHCP options of a VPC. */
export interface DhcpOptions {
  /** @default - Amazon's, by region */
  readonly domainName?: string;
  /** @default - Amazon's */
  readonly domainNameServers?: readonly string[];
  /** @default - none: instances use Amazon's time service */
  readonly ntpServers?: readonly string[];
}
