/** Logs that a service of AWS writes into buckets, told apart where they allow different things. */
export type LogKind = 'trail' | 'config' | 'load-balancer' | 'delivered' | 's3-access' | 'cloudfront';

/** Who writes logs into a bucket, and what says so. */
export interface LogWriter {
  readonly kind: LogKind;
  /** `<stack>:<address>` of what says so. */
  readonly key: string;
}
