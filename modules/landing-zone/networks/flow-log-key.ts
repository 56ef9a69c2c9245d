import { CustomerKey, KeyUses } from '../../encryption';
import type { FlowLogOptions } from '../../network';
import type { AccountStack } from '../../terraform';

/** Whether flow logs go to a log group that names no key. */
export function needsKey({ cloudwatch }: FlowLogOptions): boolean {
  return cloudwatch !== undefined && cloudwatch !== false && cloudwatch.kmsKeyArn === undefined;
}

/** One key for the log groups of all networks of a stack: CloudWatch Logs' own can be read by whoever reads the group. */
export function defineFlowLogKey(stack: AccountStack, organization: string, closing: boolean): CustomerKey {
  return new CustomerKey(stack, 'flow-logs', {
    alias: `alias/${organization}/flow-logs`,
    description: 'Encrypts the flow logs of VPCs',
    uses: [KeyUses.logGroups({ names: ['/vpc/*'] })],
    closing,
  });
}

/** The same flow logs under a key. */
export function withKey(flowLogs: FlowLogOptions, kmsKeyArn: string): FlowLogOptions {
  return { ...flowLogs, cloudwatch: { ...flowLogs.cloudwatch, kmsKeyArn } };
}
