import { isTermMap, type Term, Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { isSetFor } from '../../compute/account-setting';
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

/** Whether new clusters of the account begin with it. */
function beginsOn({ body }: ResourceFact): boolean | Unknown {
  const setting = findSetting([body]);
  return setting === undefined || setting instanceof Unknown ? (setting ?? false) : isOn(setting);
}

function judgeCluster(cluster: ResourceFact, universe: Universe): readonly Finding[] {
  const own = findSetting(blocksOf(cluster.body.setting));
  const value = own ?? isSetFor(universe, cluster, 'aws_ecs_account_setting_default', beginsOn);
  if (value instanceof Unknown) {
    return [findingOn(ID, cluster, `whether Container Insights is on isn't known: ${value.why}`, FIX, 'unknown')];
  }
  if (typeof value === 'string' ? isOn(value) : value) return [];
  const said = typeof value === 'string' ? value : 'left out';
  return [findingOn(ID, cluster, `Container Insights is off: containerInsights is ${said}`, FIX)];
}

/** Every cluster tells how its tasks fare. */
export const containerInsights: Rule = {
  id: ID,
  summary: 'Clusters have Container Insights on',
  judge: (universe) => [...factsOf(universe, 'aws_ecs_cluster')].flatMap((cluster) => judgeCluster(cluster, universe)),
};
