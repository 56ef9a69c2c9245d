import { Reference, type Term } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findLiteral } from '../literal';
import { blocksOf, valuesAt } from '../nested';
import { factsOf, findingOn, type Rule } from '../rule';

const ID = 'encryption/topic-key-for-services';
/** The key of AWS, whose policy nobody can change. */
const AWS_KEY = /(?:^|:)alias\/aws\/sns$/;

/** What sends to topics by itself, and the arguments that name them. */
const SENDERS = [
  ['aws_cloudwatch_metric_alarm', ['alarm_actions', 'ok_actions', 'insufficient_data_actions']],
  ['aws_cloudwatch_composite_alarm', ['alarm_actions', 'ok_actions', 'insufficient_data_actions']],
  ['aws_cloudwatch_event_target', ['arn']],
  ['aws_s3_bucket_notification', ['topic.topic_arn']],
] as const;

/** What a topic is surely named by: its key, or its ARN. */
function nameIn(term: Term): string | undefined {
  if (!(term instanceof Reference)) return typeof term === 'string' ? term : undefined;
  const [{ key }, ...others] = term.targets;
  return others.length === 0 ? key : undefined;
}

/** Who sends to a topic, by what names it. */
function sendersOf(universe: Universe): ReadonlyMap<string, ResourceFact> {
  const senders = new Map<string, ResourceFact>();
  for (const [type, paths] of SENDERS) {
    for (const fact of factsOf(universe, type)) {
      const arns = paths.flatMap((path) => valuesAt(fact.body, path)).flatMap(blocksOf);
      for (const name of arns.flatMap((arn) => nameIn(arn) ?? [])) senders.set(name, fact);
    }
  }
  return senders;
}

/** An alarm whose topic the service can't encrypt for is never heard, and nothing says so. */
export const topicKeyForServices: Rule = {
  id: ID,
  summary: 'Topics that services send to have a key that they may use',
  judge: (universe) => {
    const senders = sendersOf(universe);
    return [...factsOf(universe, 'aws_sns_topic')].flatMap((topic) => {
      const key = findLiteral(topic.body.kms_master_key_id);
      const { arn } = topic.body;
      const sender = senders.get(topic.key) ?? (typeof arn === 'string' ? senders.get(arn) : undefined);
      if (sender === undefined || typeof key !== 'string' || !AWS_KEY.test(key)) return [];
      const problem = `${sender.address} can't send to it: nobody can let services use ${key}`;
      return [findingOn(ID, topic, problem, 'set kms_master_key_id to a key whose policy lets the service use it')];
    });
  },
};
