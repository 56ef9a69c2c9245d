import { house as called } from '../catalogue';
import type { Control } from '../control';

/** What no catalogue asks for. */
export const house: readonly Control[] = [
  {
    id: 'described-rules',
    title: 'Every security-group rule says why it is there',
    ids: called('described-rules'),
    answers: [{ by: 'rule', rule: 'network/described-rules' }],
  },
  {
    id: 'public-ingress',
    title: 'Nothing but public tiers is reached from the internet',
    ids: called('public-ingress'),
    answers: [{ by: 'rule', rule: 'exposure/public-ingress-outside-public-tiers' }],
  },
  {
    id: 'used-endpoints',
    title: 'Every endpoint is used',
    ids: called('used-endpoints'),
    answers: [{ by: 'rule', rule: 'network/unused-endpoint' }],
  },
  {
    id: 'network-quotas',
    title: 'Network ACLs and security groups stay within their quotas',
    ids: called('network-quotas'),
    answers: [
      { by: 'rule', rule: 'network/acl-quota' },
      { by: 'rule', rule: 'network/group-rule-quota' },
    ],
  },
  {
    id: 'plain-addresses',
    title: 'Addresses are literals and do not overlap',
    ids: called('plain-addresses'),
    answers: [
      { by: 'rule', rule: 'network/literal-addresses' },
      { by: 'rule', rule: 'network/disjoint-subnets' },
    ],
  },
  {
    id: 'declared-state',
    title: 'Every stack says where its state lies',
    ids: called('declared-state'),
    answers: [{ by: 'rule', rule: 'terraform/declared-backend' }],
  },
  {
    id: 'no-secrets',
    title: 'No secret stands in the Terraform, or comes into its state',
    ids: called('no-secrets'),
    answers: [
      { by: 'rule', rule: 'secrets/no-literal-password' },
      { by: 'rule', rule: 'secrets/no-secret-in-clear' },
      { by: 'rule', rule: 'secrets/secret-parameter-in-state' },
    ],
  },
  {
    id: 'policy-texts',
    title: 'Every policy is one, and does what it seems to do',
    ids: called('policy-texts'),
    answers: [
      { by: 'rule', rule: 'policy/grammar' },
      { by: 'rule', rule: 'policy/readable' },
      { by: 'rule', rule: 'policy/known-actions' },
      { by: 'rule', rule: 'policy/known-resources' },
      { by: 'rule', rule: 'policy/known-keys' },
      { by: 'rule', rule: 'policy/known-principals' },
      { by: 'rule', rule: 'policy/size' },
      { by: 'rule', rule: 'policy/variables-version' },
      { by: 'rule', rule: 'policy/effective-statements' },
      { by: 'rule', rule: 'policy/for-all-values' },
    ],
  },
  {
    id: 'log-delivery',
    title: 'Buckets of logs are what their services can write to',
    ids: called('log-delivery'),
    answers: [
      { by: 'rule', rule: 'storage/log-delivery' },
      { by: 'rule', rule: 'storage/lifecycle-days' },
    ],
  },
  {
    id: 'key-uses',
    title: 'Keys are kept, and let in the services that need them',
    ids: called('key-uses'),
    answers: [
      { by: 'rule', rule: 'encryption/key-deletion-window' },
      { by: 'rule', rule: 'encryption/log-group-key' },
      { by: 'rule', rule: 'encryption/topic-key-for-services' },
    ],
  },
  {
    id: 'log-retention',
    title: 'Log groups say how long they keep',
    ids: called('log-retention'),
    answers: [{ by: 'rule', rule: 'logging/log-group-retention' }],
  },
  {
    id: 'federated-trust',
    title: 'Federated identities are pinned, services act for one account, and sessions end',
    ids: called('federated-trust'),
    answers: [
      { by: 'rule', rule: 'identity/trust/pinned-subject' },
      { by: 'rule', rule: 'identity/trust/pinned-source' },
      { by: 'rule', rule: 'identity/trust/session-length' },
    ],
  },
  {
    id: 'tls-policy',
    title: 'Listeners take no outdated TLS',
    ids: called('tls-policy'),
    answers: [{ by: 'rule', rule: 'delivery/load-balancer/tls-policy' }],
  },
  {
    id: 'kept-by-plans',
    title: 'Plans destroy nothing that holds data, and nothing that networks stand on',
    ids: called('kept-by-plans'),
    answers: [
      { by: 'rule', rule: 'plan/stateful' },
      { by: 'rule', rule: 'plan/foundations' },
    ],
  },
  {
    id: 'watched-by-plans',
    title: 'Plans switch off no detection, and let nobody out of the guardrails',
    ids: called('watched-by-plans'),
    answers: [
      { by: 'rule', rule: 'plan/detection' },
      { by: 'rule', rule: 'plan/guardrails' },
    ],
  },
  {
    id: 'closed-by-plans',
    title: 'Plans open no trust to everybody',
    ids: called('closed-by-plans'),
    answers: [{ by: 'rule', rule: 'plan/open-trust' }],
  },
  {
    id: 'proven-flows',
    title: 'Networks do what their authors state, all of it and nothing else',
    ids: called('proven-flows'),
    answers: [
      { by: 'proof', rule: 'reachability/claims' },
      { by: 'proof', rule: 'reachability/flows' },
      { by: 'proof', rule: 'reachability/undeclared' },
      { by: 'proof', rule: 'reachability/wide-rules' },
      { by: 'proof', rule: 'reachability/needless-rules' },
    ],
  },
  {
    id: 'proven-access',
    title: 'Those who must be able to do something are, and nobody else',
    ids: called('proven-access'),
    answers: [{ by: 'proof', rule: 'access/claims' }],
  },
];
