import { checkSomething } from './given-names';
import type { KeyUse } from './key-use';
import { principalsStatement } from './principals';

/** Who takes part in encrypted sessions. */
export interface SessionManagerUseProps {
  /** Roles and users that start sessions. */
  readonly people: readonly string[];
  /** Roles of the instances. */
  readonly instances: readonly string[];
}

/**
 * Sessions of Session Manager, encrypted end to end: who starts one makes a data key, and the agent on the instance decrypts
 * it, both by calls of their own and with the session's id in the encryption context. The logs of sessions are buckets or log
 * groups like others.
 * @source Systems Manager user guide, "Turn on KMS key encryption of session data (console)", "Sample IAM policies for Session Manager"
 */
export function sessionManager({ people, instances }: SessionManagerUseProps): KeyUse {
  return {
    statements: ({ region }) => {
      checkSomething('sessionManager', 'people to start sessions', people);
      checkSomething('sessionManager', 'instances to hold them', instances);
      const Condition = { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:ssm:SessionId' } };
      const start = ['kms:GenerateDataKey'];
      return [
        ...principalsStatement({ Sid: 'StartSessions', principals: people, Action: start, Condition }, region),
        ...principalsStatement({ Sid: 'HoldSessions', principals: instances, Action: ['kms:Decrypt'], Condition }, region),
      ];
    },
  };
}
