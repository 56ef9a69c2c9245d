import { App } from 'cdktf';

import { assertUnchanged } from 'plinth/core';
import { checkConfiguration, defineLandingZone, type LandingZoneInput, readLedger, writeLedger } from 'plinth/landing-zone';

const LEDGER = 'examples/in-code/addresses.lock.json';

const teams = { red: '222222222222', blue: '333333333333' };

const input: LandingZoneInput = {
  organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1', regions: ['eu-west-1'] },
  backend: { kind: 'local' },
  networks: {
    batch: {
      zones: ['a', 'b'],
      tiers: { workers: { kind: 'private' }, queue: { kind: 'isolated' } },
      flows: [{ from: 'workers', to: 'queue', port: 'tcp/6379', why: 'Workers take their jobs' }],
    },
  },
  accounts: {
    management: { id: '111111111111', unit: 'management' },
    ...Object.fromEntries(Object.entries(teams).map(([name, id]) => [name, { id, unit: 'workloads', network: 'batch' }])),
  },
};

checkConfiguration(input);
const app = new App();
const { ledger, ledgerChanges } = defineLandingZone(app, input, readLedger(LEDGER));
if (process.env.CI === 'true') assertUnchanged(ledgerChanges, LEDGER);
app.synth();
writeLedger(LEDGER, ledger);
