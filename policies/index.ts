export { readUniverse, type Universe } from './model/stack-document';
export { structure } from './packs/structure';
export { judge, type Judgement, renderFinding } from './report/judgement';
export type { Finding, Rule, Verdict } from './rules/rule';
