import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { companionsOf } from '../companions';
import { blocksOf } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'delivery/front-end-logging';

/** Types of front ends, the block that logs, and what to write there. */
const BLOCKS: Readonly<Record<string, readonly [block: string, fix: string]>> = {
  aws_cloudfront_distribution: ['logging_config', 'add logging_config, or an aws_cloudwatch_log_delivery_source for its ARN'],
  aws_api_gateway_stage: ['access_log_settings', 'add access_log_settings with the ARN of a log group'],
  aws_apigatewayv2_stage: ['access_log_settings', 'add access_log_settings with the ARN of a log group'],
};

/** CloudFront's newer way: a delivery source names the distribution. */
const DELIVERY = {
  type: 'aws_cloudwatch_log_delivery_source',
  argument: 'resource_arn',
  of: 'aws_cloudfront_distribution',
  names: [],
};

function judgeFrontEnd(fact: ResourceFact, universe: Universe): readonly Finding[] {
  const [block, fix] = BLOCKS[fact.type] ?? ['', ''];
  const written = blocksOf(fact.body[block]);
  const open = written.find((one) => one instanceof Unknown);
  if (written.length > 0 && open === undefined) return [];
  const delivered = companionsOf(universe, fact, DELIVERY);
  if (fact.type === DELIVERY.of && delivered.known.length > 0) return [];
  const whys = [...(open instanceof Unknown ? [open.why] : []), ...(fact.type === DELIVERY.of ? delivered.doubts : [])];
  if (whys.length === 0) return [findingOn(ID, fact, `nothing logs who calls it: ${block} is left out`, fix)];
  return [findingOn(ID, fact, `whether anything logs who calls it isn't known: ${whys.join('; ')}`, fix, 'unknown')];
}

/** Every front end logs who calls it: CloudFront and API Gateway; load balancers have a rule of their own. */
export const frontEndLogging: Rule = {
  id: ID,
  summary: 'CloudFront and API Gateway write access logs',
  judge: (universe) => [...factsOf(universe, ...Object.keys(BLOCKS))].flatMap((fact) => judgeFrontEnd(fact, universe)),
};
