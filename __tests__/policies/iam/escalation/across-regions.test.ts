import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { documentsOf } from '../../universe';
import { ACCOUNT, policyOf } from '../inquiry/organization';
import { adminOf, may, type Resources } from './world';

/** A stack of some account, in some Region. */
function stack(resource: Resources, region = 'eu-west-1', account = ACCOUNT): never {
  const provider = { aws: { region, allowed_account_ids: [account] } };
  return JSON.parse(JSON.stringify({ terraform: { backend: { local: { path: 'x' } } }, provider, resource })) as never;
}

/** How ann comes by all rights, who may do this in these stacks. */
function found(action: string, stacks: Readonly<Record<string, never>>): readonly string[] {
  const ann = {
    aws_iam_user: { ann: { name: 'ann' } },
    aws_iam_user_policy: { ann: { user: 'ann', name: 'a', policy: policyOf(may(action)) } },
  };
  const all = escalationsOf(Inquiry.of({ stacks: documentsOf({ dev: stack(ann), ...stacks }) }));
  return all.filter(({ actor }) => actor.key === 'dev:aws_iam_user.ann').map(escalationText);
}

it('a role and an instance profile are named by their names alone from whatever Region of their account', () => {
  const OPENS = 'opens a shell on an instance that has roles:aws_iam_role.admin, web:aws_instance.box, (ssm:StartSession)';
  const profile = { aws_iam_instance_profile: { p: { name: 'box', role: 'admin' } } };
  const box = { aws_instance: { box: { ami: 'ami-1', iam_instance_profile: 'box' } } };
  const wayFrom = (account?: string): readonly string[] =>
    found('ssm:StartSession', {
      roles: stack(adminOf('ec2'), 'us-east-1'),
      profiles: stack(profile, 'eu-central-1'),
      web: stack(box, 'eu-west-1', account),
    });

  expect([wayFrom(), wayFrom('222222222222')]).toEqual([[OPENS], []]);
});

it('a task is surely run where its account surely has a cluster, else perhaps', () => {
  const RUNS = 'runs a task with roles:aws_iam_role.admin (iam:PassRole, ecs:RegisterTaskDefinition, ecs:RunTask)';
  const calls = policyOf(may(['ecs:RegisterTaskDefinition', 'ecs:RunTask']));
  const ways = (cluster: object, account?: string): readonly string[] =>
    found('iam:PassRole', {
      roles: stack(adminOf('ecs-tasks')),
      more: stack({ aws_iam_user_policy: { ann: { user: 'ann', name: 'b', policy: calls } } }),
      clusters: stack({ aws_ecs_cluster: { one: { name: 'one', ...cluster } } }, 'eu-west-1', account),
    });

  expect([ways({}), ways({}, '222222222222'), ways({ count: '${var.clusters}' })]).toEqual([
    [RUNS],
    [`perhaps ${RUNS}`],
    [`perhaps ${RUNS}`],
  ]);
});

it('a boundary that is put in the place of another one is of the own account', () => {
  const tight = policyOf(may('iam:AttachUserPolicy'), {
    ...may('iam:PutUserPermissionsBoundary'),
    Condition: { ArnLike: { 'iam:PermissionsBoundary': 'arn:aws:iam::*:policy/wide' } },
  });
  const bob = {
    aws_iam_user: { bob: { name: 'bob', permissions_boundary: `arn:aws:iam::${ACCOUNT}:policy/tight` } },
    aws_iam_user_policy: { bob: { user: 'bob', name: 'b', policy: policyOf(may('iam:AttachUserPolicy')) } },
    aws_iam_policy: { tight: { name: 'tight', policy: tight } },
  };
  const wide = { aws_iam_policy: { wide: { name: 'wide', policy: policyOf(may('*')) } } };
  const ways = (account: string): readonly string[] => {
    const stacks = documentsOf({ dev: stack(bob), other: stack(wide, 'eu-west-1', account) });
    return escalationsOf(Inquiry.of({ stacks })).map(escalationText);
  };

  expect([ways(ACCOUNT), ways('222222222222')]).toEqual([
    ['attaches any policy to itself (iam:AttachUserPolicy, iam:PutUserPermissionsBoundary)'],
    [],
  ]);
});
