import { HOME, user } from '../../iam';
import type { Case, CaseRequest } from '../../policies/iam/evaluate/cases/case';

/** Who asks in most cases. */
const ALICE = user('alice').arn;

/** Calls that the cases ask without the resource that AWS judges them by. */
const RESOURCES: Readonly<Record<string, string>> = {
  'iam:GetUser': ALICE,
  'iam:CreateUser': `arn:aws:iam::${HOME}:user/new`,
  'iam:CreatePolicy': `arn:aws:iam::${HOME}:policy/new`,
};

const renamed = <T>(value: T, from: string, to: string): T => JSON.parse(JSON.stringify(value).replaceAll(from, to)) as T;

/** The keys of several values are those of the tags that alice gives herself. */
function byTagKeys({ set, request, ...one }: Case): Case {
  const actual = request.context['x:Key'];
  return {
    ...one,
    set: renamed(renamed(set, '"x:Key"', '"aws:TagKeys"'), '"s3:*"', '"iam:TagUser"'),
    request: {
      ...request,
      action: 'iam:TagUser',
      resource: ALICE,
      context: { 'aws:TagKeys': actual === undefined || actual.length === 0 ? 'absent' : actual },
    },
  };
}

function realRequest(request: CaseRequest): CaseRequest {
  const { action, resource, context } = request;
  if ('s3:prefix' in context) return { ...request, action: 's3:ListBucket', resource: 'arn:aws:s3:::logs' };
  return { ...request, resource: resource === '*' ? (RESOURCES[action] ?? resource) : resource };
}

/**
 * A case with what a real call can have: keys that no service knows become tags of whoever asks, or of what is tagged; and
 * a call that is about something names it. The answer stays what it was.
 */
export function realCase(one: Case): Case {
  if (JSON.stringify(one.set).includes('"For')) return byTagKeys(one);
  const { set, request } = renamed({ set: one.set, request: one.request }, '"x:', '"aws:PrincipalTag/');
  return { ...one, set, request: realRequest(request) };
}
