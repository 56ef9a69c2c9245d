import { Unknown } from '../../../model/term';
import type { ResourceFact } from '../../../model/universe';
import { findLiteral } from '../../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';

const ID = 'delivery/function/supported-runtime';
const FIX = 'move to a runtime that AWS supports';

/**
 * Runtimes without security patches, and since when. Those of Amazon Linux 2 that AWS goes on patching aren't among them.
 * @source "Lambda runtimes", Lambda developer guide, and its forecast of deprecations, read 2026-11
 */
const DEPRECATED: Readonly<Record<string, string>> = {
  dotnet5: '2022-05-10',
  dotnet6: '2024-12-20',
  dotnet7: '2024-05-14',
  dotnet8: '2026-11-10',
  'dotnetcore1.0': '2019-06-27',
  'dotnetcore2.0': '2019-05-30',
  'dotnetcore2.1': '2022-01-05',
  'dotnetcore3.1': '2023-04-03',
  'go1.x': '2024-01-08',
  java8: '2024-01-08',
  nodejs: '2016-10-31',
  'nodejs4.3': '2020-03-05',
  'nodejs4.3-edge': '2019-04-30',
  'nodejs6.10': '2019-08-12',
  'nodejs8.10': '2020-03-06',
  'nodejs10.x': '2021-07-30',
  'nodejs12.x': '2023-03-31',
  'nodejs14.x': '2023-12-04',
  'nodejs16.x': '2024-06-12',
  'nodejs18.x': '2025-09-01',
  'nodejs20.x': '2026-04-30',
  provided: '2024-01-08',
  'python2.7': '2021-07-15',
  'python3.6': '2022-07-18',
  'python3.7': '2023-12-04',
  'python3.8': '2024-10-14',
  'python3.9': '2025-12-15',
  'ruby2.5': '2021-07-30',
  'ruby2.7': '2023-12-07',
  'ruby3.2': '2026-03-31',
};

function judgeRuntime(fact: ResourceFact): readonly Finding[] {
  const runtime = findLiteral(fact.body.runtime);
  // An image brings its own.
  if (runtime === undefined) return [];
  if (runtime instanceof Unknown) return [findingOn(ID, fact, `runtime isn't known: ${runtime.why}`, FIX, 'unknown')];
  const since = DEPRECATED[runtime];
  return since === undefined ? [] : [findingOn(ID, fact, `runtime ${runtime} is deprecated since ${since}`, FIX)];
}

/** Every function runs on what AWS still patches. */
export const supportedRuntime: Rule = {
  id: ID,
  summary: 'Functions run on runtimes that AWS supports',
  judge: (universe) => [...factsOf(universe, 'aws_lambda_function')].flatMap(judgeRuntime),
};
