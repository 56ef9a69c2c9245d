import { documented } from './documented';
import { judge } from './judge';

describe.each(Object.entries(documented))('%s', (_theme, cases) => {
  judge(cases);
});
