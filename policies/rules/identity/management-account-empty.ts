import { identityFactsOf } from '../../model/identity/reading';
import type { ResourceFact, Universe } from '../../model/universe';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'identity/management-account-empty';
const FIX = 'make it in an account of its own';

/** What applications run in, on and with. */
const WORKLOADS: readonly string[] = [
  'aws_vpc',
  'aws_instance',
  'aws_spot_instance_request',
  'aws_autoscaling_group',
  'aws_lightsail_instance',
  'aws_lambda_function',
  'aws_ecs_cluster',
  'aws_ecs_service',
  'aws_eks_cluster',
  'aws_batch_compute_environment',
  'aws_apprunner_service',
  'aws_elastic_beanstalk_environment',
  'aws_lb',
  'aws_alb',
  'aws_elb',
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_docdb_cluster',
  'aws_neptune_cluster',
  'aws_redshift_cluster',
  'aws_elasticache_cluster',
  'aws_elasticache_replication_group',
  'aws_opensearch_domain',
  'aws_emr_cluster',
  'aws_sagemaker_notebook_instance',
  'aws_cloudfront_distribution',
];

/** The account that the documents call so: by intent, or since the organisation is made there. */
function managementAccountOf(universe: Universe): string | undefined {
  return universe.intent?.organization.managementAccount ?? identityFactsOf(universe).managementAccount;
}

/** Stacks that make the organisation without saying in which account. */
function stacksOfOrganization(universe: Universe): ReadonlySet<string> {
  const made = [...factsOf(universe, 'aws_organizations_organization')].filter(({ accountId }) => accountId === undefined);
  return new Set(made.map(({ stack }) => stack));
}

/** The management account, which no guardrail limits, runs nothing but the organisation. */
export const managementAccountEmpty: Rule = {
  id: ID,
  summary: 'Nothing runs in the management account',
  judge: (universe) => {
    const account = managementAccountOf(universe);
    const beside = stacksOfOrganization(universe);
    const judgeOne = (fact: ResourceFact): readonly Finding[] => {
      if (account !== undefined && fact.accountId === account) {
        return [findingOn(ID, fact, `it stands in the management account ${account}`, FIX)];
      }
      if (fact.accountId !== undefined || !beside.has(fact.stack)) return [];
      return [findingOn(ID, fact, 'it may stand in the management account: its stack makes the organisation', FIX, 'unknown')];
    };
    return [...factsOf(universe, ...WORKLOADS)].flatMap(judgeOne);
  },
};
