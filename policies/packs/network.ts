import { claims } from '../rules/reachability/claims';
import { flows } from '../rules/reachability/flows';
import { needlessRules } from '../rules/reachability/needless-rules';
import { undeclared } from '../rules/reachability/undeclared';
import { wideRules } from '../rules/reachability/wide-rules';
import type { Pack } from './pack';

/** What networks have to prove: they do what their authors state, all of it and nothing else. Silent where nobody states any. */
export const network: Pack = {
  id: 'network',
  title: 'Networks do what their authors state, all of it and nothing else',
  entries: [
    { rule: claims, level: 'error' },
    { rule: flows, level: 'error' },
    { rule: undeclared, level: 'error' },
    { rule: wideRules, level: 'error' },
    { rule: needlessRules, level: 'error' },
  ],
};
