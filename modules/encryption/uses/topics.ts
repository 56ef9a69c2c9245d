import { regionalArn } from '../../core/aws/arn';
import type { Conditions, Statement } from '../../core/policy/statement';
import { checkNames, checkSomething } from './given-names';
import type { KeyUse } from './key-use';

/** Which services publish to encrypted topics. */
export interface TopicsUseProps {
  /** As policies name them: cloudwatch.amazonaws.com, events.amazonaws.com, budgets.amazonaws.com. */
  readonly publishers: readonly string[];
  /** Names of topics; a * at the end stands for any ending. @default - all of the key's account and Region */
  readonly names?: readonly string[];
}

const PUBLISHER = {
  pattern: /^[a-z0-9.-]+\.amazonaws\.com$/,
  problem: 'this is no service as policies name it',
  remedy: 'write it like "cloudwatch.amazonaws.com"; roles that publish are users of the key',
};
/** @source SNS API reference, CreateTopic, Name */
const TOPIC = {
  pattern: /^[a-zA-Z0-9_-]{1,256}(\.fifo)?\*?$/,
  problem: "a topic's name is made of letters, digits, _ and -, with a * at its end at most",
  remedy: 'write it like "security" or "alarms-*"',
};

/** EventBridge tells KMS not for whom it publishes: with a condition on the source nothing arrives. */
const WITHOUT_SOURCE = 'events.amazonaws.com';

/**
 * Services that publish to encrypted topics of the key's account and Region; AWS's own key for SNS lets none of them. The
 * encryption context names the topic, which holds EventBridge too.
 * @source SNS developer guide, "Managing Amazon SNS encryption keys and costs": compatibility with event sources
 */
export function topics({ publishers, names = ['*'] }: TopicsUseProps): KeyUse {
  return {
    statements: (place) => {
      checkSomething('topics', 'publisher', publishers);
      checkSomething('topics', 'topic', names);
      checkNames(publishers, PUBLISHER);
      checkNames(
        names.filter((name) => name !== '*'),
        TOPIC,
      );
      const arns = names.map((name) => regionalArn(place, 'sns', name));
      const context = { StringLike: { 'kms:EncryptionContext:aws:sns:topicArn': arns } };
      const statement = (Sid: string, services: readonly string[], Condition: Conditions): Statement[] =>
        services.length === 0
          ? []
          : [
              {
                Sid,
                Effect: 'Allow',
                Principal: { Service: services },
                Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
                Resource: '*',
                Condition,
              },
            ];
      const tellers = publishers.filter((service) => service !== WITHOUT_SOURCE);
      return [
        ...statement('Topics', tellers, { ...context, StringEquals: { 'aws:SourceAccount': place.accountId } }),
        ...statement(
          'TopicsOfEvents',
          publishers.filter((service) => service === WITHOUT_SOURCE),
          context,
        ),
      ];
    },
  };
}
