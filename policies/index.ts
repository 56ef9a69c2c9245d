export { readUniverse } from './model/read-universe';
export type { Universe } from './model/universe';
export { landingZone } from './packs/landing-zone';
export { network } from './packs/network';
export { structure } from './packs/structure';
export { judge, type Judgement, renderFinding } from './report/judgement';
export { countProven, type ProofCounts, reachabilityDocument } from './report/reachability-document';
export type { Finding, Rule, Verdict } from './rules/rule';
