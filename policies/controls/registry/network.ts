import { resources, rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Networks. */
export const network: readonly Control[] = [
  {
    id: 'acl-admin-ports',
    title: 'Network ACLs open no administration port to the internet',
    ids: catalogue('5.1 5.1 5.2 6.2', 'EC2.21'),
    answers: rules('exposure/acl-admin-ports'),
  },
  {
    id: 'group-admin-ports',
    title: 'Security groups open no administration port to the internet',
    ids: catalogue('5.2 5.2/5.3 5.3/5.4 6.3/6.4', 'EC2.13 EC2.14'),
    answers: rules('exposure/admin-ports-from-internet', 'exposure/latent-openings', 'plan/open-groups'),
  },
  {
    id: 'group-high-risk-ports',
    title: 'Security groups open no high-risk port to the internet',
    ids: catalogue('', 'EC2.19'),
    answers: rules('exposure/high-risk-ports', 'exposure/latent-openings'),
  },
  {
    id: 'default-group-closed',
    title: 'Default security groups let nothing through',
    ids: catalogue('5.3 5.4 5.5 6.5', 'EC2.2'),
    answers: [...rules('network/default-group-closed'), ...resources('aws_default_security_group')],
  },
  {
    id: 'peering-routes',
    title: 'Routes to peerings reach no more than needed',
    ids: catalogue('5.4 5.5 5.6 6.6'),
    answers: rules('network/peering-routes-narrow'),
  },
  {
    id: 'cifs',
    title: 'CIFS is not open to the internet',
    ids: catalogue('- - 5.1.2 6.1.2'),
    answers: rules('exposure/cifs-from-internet', 'exposure/latent-openings'),
  },
  {
    id: 'vpc-endpoints',
    title: 'VPC endpoints are used',
    ids: catalogue('- - - 6.8', 'EC2.10'),
    answers: [...rules('network/ec2-endpoint'), ...resources('aws_vpc_endpoint')],
  },
  {
    id: 'no-automatic-public-address',
    title: 'Subnets give no public address by themselves',
    ids: catalogue('', 'EC2.15'),
    answers: rules('exposure/no-automatic-public-address'),
  },
  {
    id: 'unused-acl',
    title: 'No network ACL is unused',
    ids: catalogue('', 'EC2.16'),
    answers: rules('network/unused-acl'),
  },
  {
    id: 'transit-auto-accept',
    title: 'Transit gateways accept no attachment by themselves',
    ids: catalogue('', 'EC2.23'),
    answers: rules('network/transit-auto-accept'),
  },
];
