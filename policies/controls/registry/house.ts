import { proofs, rules } from '../answers';
import { house as called } from '../catalogue';
import type { Control } from '../control';

/** What no catalogue asks for. */
export const house: readonly Control[] = [
  {
    id: 'described-rules',
    title: 'Every security-group rule says why it is there',
    ids: called('described-rules'),
    answers: rules('network/described-rules'),
  },
  {
    id: 'public-ingress',
    title: 'Nothing but public tiers is reached from the internet',
    ids: called('public-ingress'),
    answers: rules('exposure/public-ingress-outside-public-tiers'),
  },
  {
    id: 'used-endpoints',
    title: 'Every endpoint is used',
    ids: called('used-endpoints'),
    answers: rules('network/unused-endpoint'),
  },
  {
    id: 'network-quotas',
    title: 'Network ACLs and security groups stay within their quotas',
    ids: called('network-quotas'),
    answers: rules('network/acl-quota', 'network/group-rule-quota'),
  },
  {
    id: 'plain-addresses',
    title: 'Addresses are literals and do not overlap',
    ids: called('plain-addresses'),
    answers: rules('network/literal-addresses', 'network/disjoint-subnets'),
  },
  {
    id: 'declared-state',
    title: 'Every stack says where its state lies',
    ids: called('declared-state'),
    answers: rules('terraform/declared-backend'),
  },
  {
    id: 'no-secrets',
    title: 'No secret stands in the Terraform, or comes into its state',
    ids: called('no-secrets'),
    answers: rules('secrets/no-literal-password', 'secrets/no-secret-in-clear', 'secrets/secret-parameter-in-state'),
  },
  {
    id: 'policy-texts',
    title: 'Every policy is one, and does what it seems to do',
    ids: called('policy-texts'),
    answers: rules(
      'policy/grammar',
      'policy/readable',
      'policy/known-actions',
      'policy/known-resources',
      'policy/known-keys',
      'policy/known-principals',
      'policy/size',
      'policy/variables-version',
      'policy/effective-statements',
      'policy/for-all-values',
    ),
  },
  {
    id: 'log-delivery',
    title: 'Buckets of logs are what their services can write to',
    ids: called('log-delivery'),
    answers: rules('storage/log-delivery', 'storage/lifecycle-days'),
  },
  {
    id: 'key-uses',
    title: 'Keys are kept, and let in the services that need them',
    ids: called('key-uses'),
    answers: rules('encryption/key-deletion-window', 'encryption/log-group-key', 'encryption/topic-key-for-services'),
  },
  {
    id: 'log-retention',
    title: 'Log groups say how long they keep',
    ids: called('log-retention'),
    answers: rules('logging/log-group-retention'),
  },
  {
    id: 'federated-trust',
    title: 'Federated identities are pinned, services act for one account, and sessions end',
    ids: called('federated-trust'),
    answers: rules('identity/trust/pinned-subject', 'identity/trust/pinned-source', 'identity/trust/session-length'),
  },
  {
    id: 'tls-policy',
    title: 'Listeners take no outdated TLS',
    ids: called('tls-policy'),
    answers: rules('delivery/load-balancer/tls-policy'),
  },
  {
    id: 'kept-by-plans',
    title: 'Plans destroy nothing that holds data, and nothing that networks stand on',
    ids: called('kept-by-plans'),
    answers: rules('plan/stateful', 'plan/foundations'),
  },
  {
    id: 'watched-by-plans',
    title: 'Plans switch off no detection, and let nobody out of the guardrails',
    ids: called('watched-by-plans'),
    answers: rules('plan/detection', 'plan/guardrails'),
  },
  {
    id: 'closed-by-plans',
    title: 'Plans open no trust to everybody',
    ids: called('closed-by-plans'),
    answers: rules('plan/open-trust'),
  },
  {
    id: 'proven-flows',
    title: 'Networks do what their authors state, all of it and nothing else',
    ids: called('proven-flows'),
    answers: proofs(
      'reachability/claims',
      'reachability/flows',
      'reachability/undeclared',
      'reachability/wide-rules',
      'reachability/needless-rules',
    ),
  },
  {
    id: 'proven-access',
    title: 'Those who must be able to do something are, and nobody else',
    ids: called('proven-access'),
    answers: proofs('access/claims'),
  },
];
