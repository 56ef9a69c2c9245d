import { evasions } from './evasion';
import { judge } from './judge';

describe.each(Object.entries(evasions))('%s', (_theme, cases) => {
  judge(cases);
});
