import { buckets } from './uses/buckets';
import { cloudTrail } from './uses/cloud-trail';
import { config } from './uses/config';
import { flowLogDelivery } from './uses/flow-log-delivery';
import { logGroups } from './uses/log-groups';
import { parameters } from './uses/parameters';
import { sessionManager } from './uses/session-manager';
import { topics } from './uses/topics';

export type { BucketsUseProps } from './uses/buckets';
export type { CloudTrailUseProps } from './uses/cloud-trail';
export type { KeyUse } from './uses/key-use';
export type { LogGroupsUseProps } from './uses/log-groups';
export type { ParametersUseProps } from './uses/parameters';
export type { SessionManagerUseProps } from './uses/session-manager';
export type { SourceAccountsProps } from './uses/source-accounts';
export type { TopicsUseProps } from './uses/topics';

/** Factories of uses, as nouns: each gives what AWS's documentation asks for, on the conditions that it allows. */
export const KeyUses = {
  buckets,
  cloudTrail,
  config,
  flowLogDelivery,
  logGroups,
  parameters,
  sessionManager,
  topics,
} as const;
