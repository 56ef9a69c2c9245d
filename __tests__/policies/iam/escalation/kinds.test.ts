import { ESCALATION_KINDS, type EscalationKind } from '../../../../policies/iam/escalation/kinds';
import { type Escalation, escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { ACCOUNT, policyOf, universeOf } from '../inquiry/organization';

type Resources = Record<string, Record<string, object>>;
type StatementJson = Readonly<Record<string, unknown>>;

const ADMIN = { Sid: 'Admin', Effect: 'Allow', Action: '*', Resource: '*' };
const trust = (principal: object): string =>
  policyOf({ Sid: 'T', Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal });

/** What a resource that works with the admin role looks like. */
const PROFILE = '${aws_iam_instance_profile.admin.name}';
const HOLDERS: Readonly<Record<string, object>> = {
  aws_instance: { ami: 'ami-1', instance_type: 't3.micro', iam_instance_profile: PROFILE },
  aws_launch_template: { name: 'held', iam_instance_profile: { name: PROFILE } },
  aws_apprunner_service: {
    service_name: 'held',
    instance_configuration: { instance_role_arn: '${aws_iam_role.admin.arn}' },
  },
};

/**
 * Somebody who may call these actions on anything; an administrator of the kind that the way leads to; a group and a managed
 * policy of their own.
 */
function world(
  kind: EscalationKind,
  actions: readonly string[],
  more: readonly StatementJson[] = [],
  boundary = false,
): Resources {
  const isRole = kind.for === 'role' || kind.id.startsWith('create-user-');
  const own = isRole ? '${aws_iam_role.eve.name}' : '${aws_iam_user.eve.name}';
  const allowed = actions.length === 0 ? [] : [{ Sid: 'Ways', Effect: 'Allow', Action: [...actions], Resource: '*' }];
  const text = policyOf({ Sid: 'Nothing', Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*' }, ...allowed, ...more);
  const limit = boundary ? { permissions_boundary: '${aws_iam_policy.boundary.arn}' } : {};
  const service = kind.service ?? 'ec2.amazonaws.com';
  const resources: Resources = {
    aws_iam_policy: {
      eve: { name: 'eve', policy: text },
      boundary: { name: 'boundary', policy: policyOf({ Sid: 'B', Effect: 'Allow', Action: 's3:*', Resource: '*' }) },
    },
    ...(isRole
      ? { aws_iam_role_policy_attachment: { eve: { role: own, policy_arn: '${aws_iam_policy.eve.arn}' } } }
      : {
          aws_iam_user: { eve: { name: 'eve', ...limit } },
          aws_iam_group: { eves: { name: 'eves' } },
          aws_iam_user_group_membership: { eve: { user: own, groups: ['${aws_iam_group.eves.name}'] } },
          aws_iam_user_policy_attachment: { eve: { user: own, policy_arn: '${aws_iam_policy.eve.arn}' } },
        }),
    aws_iam_role: isRole
      ? { eve: { name: 'eve', assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }), ...limit } }
      : {},
  };
  if (kind.leadsTo === 'user') {
    resources.aws_iam_user = { ...resources.aws_iam_user, admin: { name: 'admin' } };
    resources.aws_iam_user_policy = { admin: { user: '${aws_iam_user.admin.name}', name: 'all', policy: policyOf(ADMIN) } };
    if (kind.id === 'replace-access-key') {
      resources.aws_iam_access_key = { one: { user: 'admin' }, two: { user: 'admin' } };
    }
    if (kind.needs === 'password') resources.aws_iam_user_login_profile = { admin: { user: '${aws_iam_user.admin.name}' } };
  }
  if (kind.leadsTo === 'group') {
    resources.aws_iam_group = { ...resources.aws_iam_group, admin: { name: 'admin' } };
    resources.aws_iam_group_policy = { admin: { group: '${aws_iam_group.admin.name}', name: 'all', policy: policyOf(ADMIN) } };
  }
  if (kind.leadsTo === 'role') {
    const principal = kind.id === 'assume-role' ? { AWS: `arn:aws:iam::${ACCOUNT}:root` } : { Service: service };
    resources.aws_iam_role = { ...resources.aws_iam_role, admin: { name: 'admin', assume_role_policy: trust(principal) } };
    resources.aws_iam_role_policy = { admin: { role: '${aws_iam_role.admin.name}', name: 'all', policy: policyOf(ADMIN) } };
    if (kind.needs === 'instance profile' || kind.holder !== undefined) {
      resources.aws_iam_instance_profile = { admin: { name: 'admin', role: '${aws_iam_role.admin.name}' } };
    }
    if (kind.needs === 'cluster') resources.aws_ecs_cluster = { one: { name: 'one' } };
    if (kind.holder !== undefined) {
      const { type, argument } = kind.holder;
      resources[type] = {
        held: HOLDERS[type] ?? { name: 'held', function_name: 'held', [argument]: '${aws_iam_role.admin.arn}' },
      };
    }
  }
  return resources;
}

/** How eve escalates, if she does. */
function ofEve(resources: Resources): Escalation | undefined {
  return escalationsOf(Inquiry.of(universeOf(resources))).find(({ actor }) => actor.key.endsWith('.eve'));
}

function path(resources: Resources): string {
  const found = ofEve(resources);
  if (found === undefined) return 'none';
  return `${found.certain ? '' : 'perhaps '}${found.chain.map(({ kind }) => kind.id).join(', ')}`;
}

/** What policies of hers have to allow: a role whose trust policy names her needs none. */
const actionsOf = ({ steps }: EscalationKind): readonly string[] =>
  steps.flatMap(({ action, on }) => (on.startsWith('opened') ? [] : [action]));

/** What may be found where these calls are allowed, other ways that need no more of them included. */
function expected(wanted: string, kind: EscalationKind, actions: readonly string[]): readonly string[] {
  const others = ESCALATION_KINDS.filter((each) => each !== kind && actionsOf(each).every((one) => actions.includes(one)));
  return [wanted, ...others.flatMap(({ id }) => [id, `perhaps ${id}`])];
}

it('knows the ways that are published, and more', () => {
  const ids = ESCALATION_KINDS.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z0-9]+)+$/.test(id))).toEqual([]);
  expect(ids.length).toBeGreaterThanOrEqual(90);
});

describe.each(ESCALATION_KINDS.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
  const actions = actionsOf(kind);

  it('is found where all of its calls are allowed, only perhaps where it needs what no document tells', () => {
    const wanted = typeof kind.needs === 'object' || kind.needs === 'assignment' ? `perhaps ${id}` : id;

    expect(expected(wanted, kind, actions)).toContain(path(world(kind, actions)));
  });

  it.each(actions)('is not there without %s', (missing) => {
    const without = actions.filter((action) => action !== missing);

    expect(expected('none', kind, without)).toContain(path(world(kind, without)));
  });

  it('is not there where one call is denied, or a boundary allows none of them', () => {
    const [first = '', ...others] = actions;
    const deny = { Sid: 'Not', Effect: 'Deny', Action: first, Resource: '*' };

    expect(expected('none', kind, others)).toContain(path(world(kind, actions, [deny])));
    expect(path(world(kind, actions, [], true))).toBe('none');
  });

  it('is only perhaps there where a condition decides that nobody knows', () => {
    const [first = '', ...others] = actions;
    const unless = {
      Sid: 'Unless',
      Effect: 'Allow',
      Action: first,
      Resource: '*',
      Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    };

    expect(expected(`perhaps ${id}`, kind, actions)).toContain(path(world(kind, others, [unless])));
  });
});
