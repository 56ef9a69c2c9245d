import { projectRoot } from '../../commands/sandbox/environment';
import { runSandbox } from '../../commands/sandbox/sandbox';
import { estate, estateWaves } from './estate/estate';
import { writing } from './estate/write-estate';

const SECONDS = 1000;

test(
  'every resource type of the networks is applied, planned empty and destroyed',
  async () => {
    const { stacks } = await runSandbox({
      root: projectRoot(),
      synthesise: writing(estate, estateWaves),
      stacks: [],
      destroy: true,
      keep: false,
      report: () => undefined,
      signal: new AbortController().signal,
    });
    expect(stacks).toEqual([
      { name: 'archive-eu-west-1-logging', added: 2, secondPlanChanges: 0, destroyed: 2 },
      { name: 'hub-eu-west-1-network', added: 66, secondPlanChanges: 0, destroyed: 66 },
      { name: 'spoke-eu-west-1-network', added: 12, secondPlanChanges: 0, destroyed: 12 },
    ]);
  },
  600 * SECONDS,
);
