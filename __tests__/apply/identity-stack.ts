import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';

import type { Statement } from '../../modules/core/policy/statement';
import { resourceName } from '../../modules/core/resource-name';
import { SelfRotation, UserGroup } from '../../modules/identity';
import { define } from '../../modules/terraform';

/** The order in which the source names users, statements and actions; the Terraform must not know it. */
export type Order = 'forth' | 'back';

/** Users by name, with their paths. */
export const USERS = { alice: '/', bob: '/', 'carol@example.com': '/ops/', dave: '/ops/night/' } as const;

const GROUPS: readonly Statement[] = [
  { Sid: 'Look', Effect: 'Allow', Action: ['iam:ListGroups', 'iam:ListRoles'], Resource: '*' },
  { Sid: 'Count', Effect: 'Allow', Action: 'iam:GetAccountSummary', Resource: '*' },
];

/** A library user's own stack, which knows no account of Plinth's: users, the seed's policy, and the one with MFA. */
export function writeIdentityStack(outdir: string, order: Order): string {
  const inOrder = <T>(items: readonly T[]): readonly T[] => (order === 'forth' ? items : [...items].reverse());
  const app = new App({ outdir, stackTraces: false });
  const stack = new TerraformStack(app, 'people');
  // Left out, the state would lie where the tests are run from.
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  // The bindings ask for exactly the version that they were made from.
  stack.addOverride('terraform.required_providers.aws.version', '>= 5.100.0, < 7.0.0');
  const users = inOrder(Object.entries(USERS)).map(([name, path]) =>
    define(stack, IamUser, resourceName(name.replace(/@.*/, '')), { name, path, forceDestroy: true }),
  );
  const plain = users.filter(({ pathInput }) => pathInput === '/');
  new SelfRotation(stack, 'rotation', { users: plain });
  new SelfRotation(stack, 'rotation-ops', {
    name: 'rotation-ops',
    path: '/ops/',
    users: users.filter((user) => !plain.includes(user)),
  });
  new SelfRotation(stack, 'rotation-mfa', { name: 'rotation-mfa', mfa: true, userPaths: true, machineUsers: [] });
  new UserGroup(stack, 'lookers', {
    name: 'lookers',
    users: plain,
    policies: { look: inOrder(GROUPS.map((statement) => ({ ...statement, Action: inOrder([statement.Action ?? []].flat()) }))) },
  });
  app.synth();
  return stack.node.id;
}
