import { rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Load balancers, containers and functions. */
export const delivery: readonly Control[] = [
  {
    id: 'elb-redirect',
    title: 'Plain HTTP is redirected',
    ids: catalogue('', 'ELB.1'),
    answers: rules('delivery/load-balancer/https-redirect'),
  },
  {
    id: 'elb-drop-headers',
    title: 'Invalid headers are dropped',
    ids: catalogue('', 'ELB.4'),
    answers: rules('delivery/load-balancer/invalid-headers'),
  },
  {
    id: 'elb-deletion-protection',
    title: 'Load balancers are protected from deletion',
    ids: catalogue('', 'ELB.6'),
    answers: rules('delivery/load-balancer/deletion-protection'),
  },
  {
    id: 'elb-desync',
    title: 'Desynchronised requests are refused',
    ids: catalogue('', 'ELB.12'),
    answers: rules('delivery/load-balancer/desync-mode'),
  },
  {
    id: 'elb-zones',
    title: 'Load balancers stand in several zones',
    ids: catalogue('', 'ELB.13'),
    answers: rules('delivery/load-balancer/zones'),
  },
  {
    id: 'ecs-host-network',
    title: 'Tasks in the host network run as a user of their own',
    ids: catalogue('', 'ECS.1'),
    answers: rules('delivery/container/own-network', 'delivery/container/named-user'),
  },
  {
    id: 'ecs-task-public-address',
    title: 'Services give tasks no public address',
    ids: catalogue('', 'ECS.2'),
    answers: rules('delivery/container/private-address'),
  },
  {
    id: 'ecs-host-processes',
    title: 'Tasks do not share the processes of the host',
    ids: catalogue('', 'ECS.3'),
    answers: rules('delivery/container/own-processes'),
  },
  {
    id: 'ecs-privileged',
    title: 'Containers are not privileged',
    ids: catalogue('', 'ECS.4'),
    answers: rules('delivery/container/unprivileged'),
  },
  {
    id: 'ecs-read-only-root',
    title: 'Containers cannot write to their root file system',
    ids: catalogue('', 'ECS.5'),
    answers: rules('delivery/container/read-only-root'),
  },
  {
    id: 'ecs-container-secrets',
    title: 'Containers get no secret in their environment',
    ids: catalogue('', 'ECS.8'),
    answers: rules('delivery/container/secret-environment'),
  },
  {
    id: 'ecs-container-logging',
    title: 'Containers write logs',
    ids: catalogue('', 'ECS.9'),
    answers: rules('delivery/container/log-driver'),
  },
  {
    id: 'ecs-fargate-version',
    title: 'Fargate is of the latest version',
    ids: catalogue('', 'ECS.10'),
    answers: rules('delivery/container/fargate-platform'),
  },
  {
    id: 'ecs-container-insights',
    title: 'Clusters report container insights',
    ids: catalogue('', 'ECS.12'),
    answers: rules('delivery/container/container-insights'),
  },
  {
    id: 'ecr-scan',
    title: 'Images are scanned',
    ids: catalogue('', 'ECR.1'),
    answers: rules('delivery/repository/image-scan'),
  },
  {
    id: 'ecr-immutable',
    title: 'Tags of images are immutable',
    ids: catalogue('', 'ECR.2'),
    answers: rules('delivery/repository/immutable-tags'),
  },
  {
    id: 'ecr-lifecycle',
    title: 'Images have a lifecycle',
    ids: catalogue('', 'ECR.3'),
    answers: rules('delivery/repository/image-expiry'),
  },
  {
    id: 'lambda-runtimes',
    title: 'Runtimes are supported',
    ids: catalogue('', 'Lambda.2'),
    answers: rules('delivery/function/supported-runtime'),
  },
];
