export { readUniverse } from './model/read-universe';
export type { Universe } from './model/universe';
export { structure } from './packs/structure';
export { judge, type Judgement, renderFinding } from './report/judgement';
export type { Finding, Rule, Verdict } from './rules/rule';
