/** How AWS charges for what a resource stands for. */
export interface Charged {
  readonly type: string;
  /** What people call it. */
  readonly name: string;
  /** What is charged, besides what goes through it. */
  readonly per: string;
  /** It is charged once for each of its subnets. @default false */
  readonly isForEachSubnet?: boolean;
  /** Only with this value of an argument. @default - always */
  readonly where?: { readonly argument: string; readonly is: string };
}

const HOUR = 'each hour';
const HOUR_AND_GB = 'each hour, and each GB through it';
const MONTH = 'each month';

/**
 * What costs money for being there. No prices: they differ by Region and contract, and change.
 * @source the pricing pages of the services, November 2026
 */
export const CHARGED: readonly Charged[] = [
  { type: 'aws_nat_gateway', name: 'NAT gateways', per: HOUR_AND_GB },
  {
    type: 'aws_vpc_endpoint',
    name: 'Interface endpoints, each zone counted',
    per: HOUR_AND_GB,
    isForEachSubnet: true,
    where: { argument: 'vpc_endpoint_type', is: 'Interface' },
  },
  {
    type: 'aws_vpc_endpoint',
    name: 'Gateway load balancer endpoints, each zone counted',
    per: HOUR_AND_GB,
    isForEachSubnet: true,
    where: { argument: 'vpc_endpoint_type', is: 'GatewayLoadBalancer' },
  },
  { type: 'aws_eip', name: 'Public IPv4 addresses (Elastic IP)', per: HOUR },
  { type: 'aws_ec2_transit_gateway_vpc_attachment', name: 'Transit gateway attachments', per: HOUR_AND_GB },
  { type: 'aws_ec2_transit_gateway_peering_attachment', name: 'Transit gateway peerings', per: HOUR_AND_GB },
  { type: 'aws_vpn_connection', name: 'VPN connections', per: HOUR },
  { type: 'aws_networkfirewall_firewall', name: 'Network firewalls', per: `${HOUR} for each endpoint` },
  { type: 'aws_route53_resolver_endpoint', name: 'Resolver endpoints', per: `${HOUR} for each address` },
  { type: 'aws_lb', name: 'Load balancers', per: `${HOUR}, and what they carry` },
  { type: 'aws_instance', name: 'EC2 instances', per: HOUR },
  { type: 'aws_db_instance', name: 'RDS instances', per: HOUR },
  { type: 'aws_rds_cluster_instance', name: 'RDS cluster instances', per: HOUR },
  { type: 'aws_elasticache_cluster', name: 'ElastiCache clusters', per: `${HOUR} for each node` },
  { type: 'aws_elasticache_replication_group', name: 'ElastiCache replication groups', per: `${HOUR} for each node` },
  { type: 'aws_opensearch_domain', name: 'OpenSearch domains', per: `${HOUR} for each node` },
  { type: 'aws_msk_cluster', name: 'MSK clusters', per: `${HOUR} for each broker` },
  { type: 'aws_redshift_cluster', name: 'Redshift clusters', per: `${HOUR} for each node` },
  { type: 'aws_eks_cluster', name: 'EKS clusters', per: HOUR },
  { type: 'aws_kms_key', name: 'KMS keys', per: MONTH },
  { type: 'aws_kms_replica_key', name: 'KMS replica keys', per: MONTH },
  { type: 'aws_secretsmanager_secret', name: 'Secrets', per: MONTH },
  { type: 'aws_cloudwatch_metric_alarm', name: 'CloudWatch alarms', per: MONTH },
  { type: 'aws_cloudwatch_dashboard', name: 'CloudWatch dashboards', per: MONTH },
  { type: 'aws_route53_zone', name: 'Hosted zones', per: MONTH },
  { type: 'aws_acmpca_certificate_authority', name: 'Private certificate authorities', per: MONTH },
  { type: 'aws_config_configuration_recorder', name: 'Config recorders', per: 'each change that is recorded' },
  { type: 'aws_config_config_rule', name: 'Config rules', per: 'each evaluation' },
  { type: 'aws_config_organization_managed_rule', name: 'Config rules of the organisation', per: 'each evaluation' },
  { type: 'aws_guardduty_detector', name: 'GuardDuty detectors', per: 'each event and GB that is looked at' },
  { type: 'aws_securityhub_account', name: 'Security Hub', per: 'each check and finding' },
  { type: 'aws_flow_log', name: 'Flow logs', per: 'each GB that is delivered' },
];
