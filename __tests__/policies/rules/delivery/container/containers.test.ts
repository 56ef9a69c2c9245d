import type { Json } from '../../../../../policies/model/universe';
import { containerInsights } from '../../../../../policies/rules/delivery/container/container-insights';
import { fargatePlatform } from '../../../../../policies/rules/delivery/container/fargate-platform';
import { logDriver } from '../../../../../policies/rules/delivery/container/log-driver';
import { namedUser } from '../../../../../policies/rules/delivery/container/named-user';
import { ownNetwork } from '../../../../../policies/rules/delivery/container/own-network';
import { readOnlyRoot } from '../../../../../policies/rules/delivery/container/read-only-root';
import { unprivileged } from '../../../../../policies/rules/delivery/container/unprivileged';
import type { Rule } from '../../../../../policies/rules/rule';
import { documentsOf, universeOf } from '../../../universe';
import { linesOf } from '../../rule-fixture';

type Body = Readonly<Record<string, Json>>;

/** What a rule says of a task of one container. */
const of = (rule: Rule, container: Body, task: Body = {}): readonly string[] =>
  linesOf(
    rule,
    universeOf({
      'aws_ecs_task_definition.t': { ...task, container_definitions: JSON.stringify([{ name: 'app', ...container }]) },
    }),
  );

describe('container definitions', () => {
  const read = (definitions: Json): readonly string[] =>
    linesOf(unprivileged, universeOf({ 'aws_ecs_task_definition.t': { container_definitions: definitions } }));

  it('are read with values in them that only apply tells', () => {
    expect(read('[{"name":"app","image":"${var.image}","privileged":true}]')).toEqual([
      'violated aws_ecs_task_definition.t: container "app" is privileged',
    ]);
  });

  it('name members in any case, as the provider reads them', () => {
    expect(read('[{"name":"app","PRIVILEGED":true}]')).toHaveLength(1);
  });

  it('may say so where the member itself is known only after apply', () => {
    expect(read('[{"name":"app","privileged":"${var.p}"}]')).toEqual([
      expect.stringContaining('unknown aws_ecs_task_definition.t: container "app" may be privileged: ') as string,
    ]);
  });

  it('may say anything where they are a value of another place', () => {
    expect(read('${var.containers}')).toEqual([
      "unknown aws_ecs_task_definition.t: its containers aren't known: it is set from outside: ${var.containers}",
    ]);
    expect(read('${aws_ssm_parameter.p.value}')).toHaveLength(1);
  });

  it.each<[string, Json, string]>([
    ['no JSON', '[{', 'it is no JSON at line 1, column 3'],
    ['no list', '{"name":"app"}', 'container_definitions is no list'],
    ['a list of something else', '["app"]', 'a container is no object: "app"'],
    ['nothing', null, 'container_definitions is no text'],
  ])('are unknown where they are %s', (_, definitions, why) => {
    expect(read(definitions)).toEqual([`unknown aws_ecs_task_definition.t: its containers aren't known: ${why}`]);
  });
});

describe('a container', () => {
  it.each<[string, Rule, Body, Body]>([
    ['its root file system', readOnlyRoot, { readonlyRootFilesystem: true }, { readonlyRootFilesystem: false }],
    ['its user', namedUser, { user: '1000:0' }, { user: 'root:root' }],
    ['its user by number', namedUser, { user: '10' }, { user: '00' }],
    ['its log', logDriver, { logConfiguration: { logDriver: 'awsfirelens' } }, { logConfiguration: { logDriver: '' } }],
    ['its privileges', unprivileged, { privileged: false }, { privileged: true }],
  ])('is judged by %s', (_, rule, good, bad) => {
    expect(of(rule, good)).toEqual([]);
    expect(of(rule, bad)).toEqual([expect.stringMatching(/^violated aws_ecs_task_definition\.t: container "app" /) as string]);
  });

  it('without a user runs as its image says, which nobody knows', () => {
    expect(of(namedUser, {})).toEqual([
      'unknown aws_ecs_task_definition.t: container "app" may run as root: user is left out, so its image decides',
    ]);
  });

  it('of Windows may write to its root file system, and one of a family that is not known may have to be judged', () => {
    expect(of(readOnlyRoot, {}, { runtime_platform: { operating_system_family: 'WINDOWS_SERVER_2022_CORE' } })).toEqual([]);
    expect(of(readOnlyRoot, {}, { runtime_platform: { operating_system_family: '${var.os}' } })).toEqual([
      'unknown aws_ecs_task_definition.t: container "app" may write to its root file system: it is set from outside: ${var.os}',
    ]);
  });
});

describe('a task', () => {
  it('has a network of its own by default, and may not where its mode is not known', () => {
    expect(of(ownNetwork, {})).toEqual([]);
    expect(of(ownNetwork, {}, { network_mode: '${var.mode}' })).toEqual([
      "unknown aws_ecs_task_definition.t: network_mode isn't known: it is set from outside: ${var.mode}",
    ]);
  });

  it('runs on platform 1.4.0, and 1.3.0 is no longer the latest', () => {
    const service = (version: string): readonly string[] =>
      linesOf(fargatePlatform, universeOf({ 'aws_ecs_service.s': { platform_version: version } }));

    expect(service('1.4.0')).toEqual([]);
    expect(service('1.3.0')).toEqual(['violated aws_ecs_service.s: platform_version is "1.3.0"']);
  });
});

describe('Container Insights', () => {
  const cluster = (setting: Json, others: Readonly<Record<string, Body>> = {}): readonly string[] =>
    linesOf(containerInsights, universeOf({ 'aws_ecs_cluster.c': { setting }, ...others }));
  const account = (value: string): Readonly<Record<string, Body>> => ({
    'aws_ecs_account_setting_default.a': { name: 'containerInsights', value },
  });

  it("are on by the cluster's own setting or the account's", () => {
    expect(cluster({ name: 'containerInsights', value: 'enhanced' })).toEqual([]);
    expect(cluster(null, account('enabled'))).toEqual([]);
  });

  it('are off where the account or the cluster says so', () => {
    expect(cluster(null, account('disabled'))).toHaveLength(1);
    expect(cluster({ name: 'containerInsights', value: 'disabled' }, account('enabled'))).toEqual([
      'violated aws_ecs_cluster.c: Container Insights is off: containerInsights is disabled',
    ]);
  });

  it("are on by the account's setting in another stack, and may be where that names no account", () => {
    const of = (accounts: Json): readonly string[] => {
      const own = { provider: { aws: { region: 'eu-west-1', allowed_account_ids: ['111111111111'] } } };
      const provider = { aws: { region: 'eu-west-1', allowed_account_ids: accounts } };
      const setting = { name: 'containerInsights', value: 'enabled' };
      const baseline = { provider, resource: { aws_ecs_account_setting_default: { a: setting } } };
      const stacks = documentsOf({ baseline, shop: { ...own, resource: { aws_ecs_cluster: { c: {} } } } });
      return linesOf(containerInsights, { stacks });
    };

    expect(of(['111111111111'])).toEqual([]);
    expect(of(null)).toEqual([
      "unknown aws_ecs_cluster.c: whether Container Insights is on isn't known: baseline:aws_ecs_account_setting_default.a may be for its account and Region",
    ]);
  });

  it('may be off where the setting is not known', () => {
    expect(cluster(null, { 'aws_ecs_account_setting_default.a': { name: 'containerInsights', value: '${var.v}' } })).toHaveLength(
      1,
    );
    expect(cluster({ name: 'containerInsights', value: '${var.v}' })).toEqual([
      "unknown aws_ecs_cluster.c: whether Container Insights is on isn't known: it is set from outside: ${var.v}",
    ]);
  });
});
