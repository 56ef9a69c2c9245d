import { isTermMap, type Term, Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { findLiteral } from '../../literal';
import { blocksOf } from '../../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';

const ID = 'delivery/container/container-insights';
const FIX = 'add setting { name = "containerInsights", value = "enabled" }';
const ON: readonly string[] = ['enabled', 'enhanced'];

const isOn = (value: string): boolean => ON.includes(value);

/** The value of the setting; undefined where the cluster doesn't say. */
function findSetting(settings: readonly Term[]): string | Unknown | undefined {
  for (const setting of settings) {
    if (!isTermMap(setting)) return setting instanceof Unknown ? setting : new Unknown('its settings are known only after apply');
    const name = findLiteral(setting.name);
    if (name instanceof Unknown) return name;
    if (name === 'containerInsights') return findLiteral(setting.value);
  }
  return undefined;
}

/** What new clusters of the account begin with. */
function findAccountSetting(cluster: ResourceFact, universe: Universe): string | Unknown {
  for (const { accountId, region, stack, body } of factsOf(universe, 'aws_ecs_account_setting_default')) {
    const isHere = stack === cluster.stack && accountId === cluster.accountId && region === cluster.region;
    if (isHere && body.name === 'containerInsights') return findLiteral(body.value) ?? 'disabled';
  }
  return 'disabled';
}

function judgeCluster(cluster: ResourceFact, universe: Universe): readonly Finding[] {
  const own = findSetting(blocksOf(cluster.body.setting));
  const value = own ?? findAccountSetting(cluster, universe);
  if (value instanceof Unknown) {
    return [findingOn(ID, cluster, `whether Container Insights is on isn't known: ${value.why}`, FIX, 'unknown')];
  }
  if (isOn(value)) return [];
  return [
    findingOn(ID, cluster, `Container Insights is off: containerInsights is ${own === undefined ? 'left out' : value}`, FIX),
  ];
}

/** Every cluster tells how its tasks fare. */
export const containerInsights: Rule = {
  id: ID,
  summary: 'Clusters have Container Insights on',
  judge: (universe) => [...factsOf(universe, 'aws_ecs_cluster')].flatMap((cluster) => judgeCluster(cluster, universe)),
};
