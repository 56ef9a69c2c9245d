import { claims } from '../rules/reachability/claims';
import { flows } from '../rules/reachability/flows';
import { needlessRules } from '../rules/reachability/needless-rules';
import { undeclared } from '../rules/reachability/undeclared';
import { wideRules } from '../rules/reachability/wide-rules';
import type { Rule } from '../rules/rule';

/** What networks have to prove: they do what their authors state, all of it and nothing else. */
export const network: readonly Rule[] = [claims, flows, undeclared, wideRules, needlessRules];
