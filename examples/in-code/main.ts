import { App } from 'cdktf';

import { assertUnchanged } from '../../modules/core/ledger';
import {
  checkConfiguration,
  defineLandingZone,
  type LandingZoneInput,
  ledgerFileOf,
  readLedger,
  writeLedger,
} from '../../modules/landing-zone';

/** The ledger lies beside this file, as it does beside a landing-zone.yaml. */
const HERE = 'examples/in-code/main.ts';

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
const { ledger, ledgerChanges } = defineLandingZone(app, input, readLedger(HERE));
if (process.env.CI === 'true') assertUnchanged(ledgerChanges, ledgerFileOf(HERE));
app.synth();
writeLedger(HERE, ledger);
