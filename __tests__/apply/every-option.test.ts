import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../main';
import { livesOf, liveAndDie } from './applied';

jest.setTimeout(1_800_000);

test('dual stack, five zones, a further range, DHCP, zone ids, two regions, on-premises routes and a peering in one account live and die', async () => {
  const home = mkdtempSync(join(tmpdir(), 'every-option-'));
  const config = join(home, 'landing-zone.yaml');
  cpSync(join(__dirname, 'every-option.yaml'), config);
  try {
    const result = await liveAndDie((out, lifecycle) => {
      synth({ config, out, frozen: false, ...(lifecycle === 'living' ? {} : { lifecycle }) });
      return Promise.resolve();
    });

    expect(livesOf(result)).toEqual([
      { name: 'acme-us-east-1-network', secondPlanChanges: 0, leftOver: 0 },
      { name: 'far-eu-west-1-network', secondPlanChanges: 0, leftOver: 0 },
      { name: 'far-us-east-1-network', secondPlanChanges: 0, leftOver: 0 },
    ]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
