import { rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Accounts and their root users. */
export const accounts: readonly Control[] = [
  {
    id: 'contact-details',
    title: 'Contact details are current',
    ids: catalogue('1.1 1.1 1.1 2.1'),
    answers: [],
    open: 'aws_account_primary_contact is not made yet, and what is current only people know',
  },
  {
    id: 'security-contact',
    title: 'The account has a security contact',
    ids: catalogue('1.2 1.2 1.2 2.3', 'Account.1'),
    answers: [],
    open: 'aws_account_alternate_contact is not made yet',
  },
  {
    id: 'security-questions',
    title: 'Security questions are registered',
    ids: catalogue('1.3 1.3 - -'),
    answers: [],
    open: 'no API sets them: a person does, in the console',
    seenTo: 'people',
  },
  {
    id: 'root-access-key',
    title: 'The root user has no access key',
    ids: catalogue('1.4 1.4 1.3 2.4', 'IAM.4'),
    answers: [],
    open: 'shown by the account only: root credentials are removed by aws_iam_organizations_features, which is not made yet',
  },
  {
    id: 'root-mfa',
    title: 'The root user has MFA',
    ids: catalogue('1.5 1.5 1.4 2.5', 'IAM.9'),
    answers: [],
    open: 'shown by the account only',
    seenTo: 'account',
  },
  {
    id: 'root-hardware-mfa',
    title: 'The root user has hardware MFA',
    ids: catalogue('1.6 1.6 1.5 2.6', 'IAM.6'),
    answers: [],
    open: 'shown by the account only',
    seenTo: 'account',
  },
  {
    id: 'root-not-used',
    title: 'The root user is not used for daily work',
    ids: catalogue('1.7 1.7 1.6 2.7'),
    answers: [],
    open: 'shown by an alarm and a guardrail that are not made yet',
  },
  {
    id: 'central-root-access',
    title: 'Root access of member accounts is central',
    ids: catalogue('- - - 2.1.1'),
    answers: rules('identity/root-access'),
  },
  {
    id: 'guardrails',
    title: 'The organisation has authorization guardrails',
    ids: catalogue('- - - 2.1.2'),
    answers: [],
    open: 'aws_organizations_policy is not made yet',
  },
  {
    id: 'management-account-empty',
    title: 'The management account holds no workloads',
    ids: catalogue('- - - 2.1.3'),
    answers: rules('identity/management-account-empty'),
  },
  {
    id: 'units-by-environment',
    title: 'Units of the organisation follow environments',
    ids: catalogue('- - - 2.1.4'),
    answers: [],
    open: 'aws_organizations_organizational_unit is not made yet',
  },
  {
    id: 'delegated-administrators',
    title: 'Services are administered by delegated accounts',
    ids: catalogue('- - - 2.1.5/2.1.6'),
    answers: [],
    open: 'aws_organizations_delegated_administrator is not made yet',
  },
];
