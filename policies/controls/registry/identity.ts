import { resources, rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Users, roles and policies. */
export const identity: readonly Control[] = [
  {
    id: 'password-length',
    title: 'Passwords have at least 14 characters',
    ids: catalogue('1.8 1.8 1.7 2.8', 'IAM.7 IAM.10'),
    answers: rules('identity/password-policy'),
  },
  {
    id: 'password-reuse',
    title: 'Passwords are not used again',
    ids: catalogue('1.9 1.9 1.8 2.9'),
    answers: rules('identity/password-policy'),
  },
  {
    id: 'console-mfa',
    title: 'Users with a password have MFA',
    ids: catalogue('1.10 1.10 1.9 2.10', 'IAM.5 IAM.19'),
    answers: resources('aws_iam_policy', 'aws_iam_group_policy_attachment'),
    open: 'that a given user has enrolled only the account shows',
    seenTo: 'account',
  },
  {
    id: 'no-key-at-creation',
    title: 'No access key is made together with a password',
    ids: catalogue('1.11 1.11 1.10 -'),
    answers: rules('identity/key-at-creation'),
  },
  {
    id: 'unused-credentials',
    title: 'Credentials unused for 45 days are disabled',
    ids: catalogue('1.12 1.12 1.11 2.11', 'IAM.8'),
    answers: [],
    open: 'shown by the account only: a watcher is not made yet',
  },
  {
    id: 'one-active-key',
    title: 'A user has one active access key',
    ids: catalogue('1.13 1.13 1.12 -'),
    answers: [],
    open: 'shown by the account only',
    seenTo: 'account',
  },
  {
    id: 'key-rotation-90-days',
    title: 'Access keys are rotated within 90 days',
    ids: catalogue('1.14 1.14 1.13 2.12', 'IAM.3'),
    answers: [...rules('access/credential-life-cycle'), ...resources('aws_iam_policy')],
    open: 'users may and can rotate their own keys (plinth rotate-access-key); that they do only the account shows',
    seenTo: 'account',
  },
  {
    id: 'permissions-by-group',
    title: 'Users have permissions through groups only',
    ids: catalogue('1.15 1.15 1.14 2.13', 'IAM.2'),
    answers: rules('identity/no-user-policies'),
  },
  {
    id: 'no-full-admin',
    title: 'No policy allows everything',
    ids: catalogue('1.16 1.16 1.15 2.14', 'IAM.1 IAM.21'),
    answers: rules('identity/no-full-admin', 'access/escalation', 'plan/administrators'),
  },
  {
    id: 'support-role',
    title: 'A role for AWS Support exists',
    ids: catalogue('1.17 1.17 1.16 2.15'),
    answers: rules('identity/support-role'),
  },
  {
    id: 'instance-roles',
    title: 'Instances have roles',
    ids: catalogue('1.18 1.18 1.17 2.16'),
    answers: rules('compute/instance-profile'),
  },
  {
    id: 'no-expired-certificates',
    title: 'IAM holds no expired certificates',
    ids: catalogue('1.19 1.19 1.18 2.17'),
    answers: rules('identity/no-server-certificates'),
  },
  {
    id: 'access-analyzer',
    title: 'External access is analysed in all Regions',
    ids: catalogue('1.20 1.20 1.19 2.18', 'IAM.28'),
    answers: [],
    open: 'aws_accessanalyzer_analyzer is not made yet',
  },
  {
    id: 'central-users',
    title: 'Users come from a central directory',
    ids: catalogue('1.21 1.21 1.20 2.19'),
    answers: [],
    open: 'federation is not made yet',
  },
  {
    id: 'no-cloudshell-full-access',
    title: 'AWSCloudShellFullAccess is not attached',
    ids: catalogue('- 1.22 1.21 2.20'),
    answers: rules('identity/no-cloudshell-full-access'),
  },
  {
    id: 'no-public-resource-policies',
    title: 'No policy of a resource lets everybody in',
    ids: catalogue('- - - 2.21', 'S3.2 S3.3 KMS.5 Lambda.1 SNS.4 SQS.3'),
    answers: rules(
      'storage/no-public-policy',
      'encryption/key-policy-not-public',
      'identity/trust/named-grantees',
      'identity/trust/named-principals',
      'encryption/messaging-not-public',
      'delivery/function/named-callers',
      'plan/public-data',
    ),
  },
  {
    id: 'external-trust',
    title: 'Roles trust no stranger without a condition',
    ids: catalogue(''),
    answers: rules('identity/trust/no-strangers'),
  },
];
