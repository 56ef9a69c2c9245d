import { regionalArn } from '../../core/aws/arn';
import { regionalService } from '../service-names';
import { checkNames, checkSomething } from './given-names';
import type { KeyUse } from './key-use';

/** Which log groups a key encrypts. */
export interface LogGroupsUseProps {
  /** Names of log groups; a * at the end stands for any ending. @default - all of the key's account and Region */
  readonly names?: readonly string[];
}

/** @source CloudWatch Logs API reference, CreateLogGroup, logGroupName */
const FORM = {
  pattern: /^[a-zA-Z0-9_/.#-]{1,511}\*?$/,
  problem: "a log group's name is made of letters, digits and _ - / . #, with a * at its end at most",
  remedy: 'write it like "/acme/shop" or "/acme/*"',
};

/**
 * CloudWatch Logs, for log groups of the key's account and Region. The encryption context is all that tells one group from
 * another; it carries no key state requests, so AWS's `kms:Describe*` in the same statement never takes effect and is left out.
 * @source CloudWatch Logs user guide, "Encrypt log data in CloudWatch Logs using AWS KMS", step 2
 */
export function logGroups({ names = ['*'] }: LogGroupsUseProps = {}): KeyUse {
  return {
    statements: (place) => {
      checkSomething('logGroups', 'log group', names);
      checkNames(
        names.filter((name) => name !== '*'),
        FORM,
      );
      return [
        {
          Sid: 'LogGroups',
          Effect: 'Allow',
          Principal: { Service: regionalService('logs', place.region) },
          Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
          Resource: '*',
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': names.map((name) => regionalArn(place, 'logs', `log-group:${name}`)),
            },
          },
        },
      ];
    },
  };
}
