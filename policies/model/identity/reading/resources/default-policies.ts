import { fillIn } from '../../../arns';
import type { Policy, Statement } from '../../../policy/policy';
import type { ResourceFact } from '../../../universe';

function policyOf(statement: Omit<Statement, 'index' | 'effect'>): Policy {
  return { version: '2012-10-17', statements: [{ index: 0, effect: 'Allow', ...statement }], faults: [] };
}

/**
 * What AWS writes where a key is made without a policy: the account's own policies decide.
 * @source KMS developer guide, "Default key policy"
 */
function keyPolicy(fact: ResourceFact): Policy {
  return policyOf({
    sid: 'Enable IAM User Permissions',
    principals: { except: false, items: [{ kind: 'AWS', text: fillIn('arn:{partition}:iam::{account}:root', fact) }] },
    actions: { except: false, items: ['kms:*'] },
    resources: { except: false, items: ['*'] },
    conditions: [],
  });
}

/**
 * What AWS writes where a topic is made without a policy: its owner may use it.
 * @source SNS developer guide, "Example cases for Amazon SNS access control", the policy that topics begin with
 */
function topicPolicy(fact: ResourceFact): Policy {
  const actions = [
    'GetTopicAttributes',
    'SetTopicAttributes',
    'AddPermission',
    'RemovePermission',
    'DeleteTopic',
    'Subscribe',
    'ListSubscriptionsByTopic',
    'Publish',
  ];
  return policyOf({
    sid: '__default_statement_ID',
    principals: { except: false, items: [{ kind: 'AWS', text: '*' }] },
    actions: { except: false, items: actions.map((action) => `SNS:${action}`) },
    resources: { except: false, items: ['*'] },
    conditions: [{ operator: 'StringEquals', key: 'AWS:SourceOwner', values: [fillIn('{account}', fact)] }],
  });
}

/**
 * What holds where a file system has no policy: everybody may mount it who comes to one of its mount targets.
 * @source EFS user guide, "Using IAM to control access to file systems", "Default EFS file system policy"
 */
function fileSystemPolicy(): Policy {
  return policyOf({
    principals: { except: false, items: [{ kind: 'AWS', text: '*' }] },
    actions: { except: false, items: ['Mount', 'Write', 'RootAccess'].map((action) => `elasticfilesystem:Client${action}`) },
    resources: { except: false, items: ['*'] },
    conditions: [{ operator: 'Bool', key: 'elasticfilesystem:AccessedViaMountTarget', values: ['true'] }],
  });
}

const DEFAULTS: Readonly<Record<string, (fact: ResourceFact) => Policy>> = {
  kms: keyPolicy,
  sns: topicPolicy,
  elasticfilesystem: fileSystemPolicy,
};

/** The policy that a resource has where nobody writes one; undefined where it has none then. */
export function findDefaultPolicy(service: string, fact: ResourceFact): Policy | undefined {
  return DEFAULTS[service]?.(fact);
}
