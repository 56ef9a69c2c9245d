import { readFileSync } from 'node:fs';

import { App } from 'cdktf';

import { Ledger } from '../../modules/core/ledger';
import { defineLandingZone } from '../../modules/landing-zone';
import { beginWork } from '../measurement/usage';
import { organizationOf } from '../organization';

/** The small networks by our modules: `modules.js <accounts> <ledger> <output>`. */
const [, , accounts = '', ledgerFile = '', outdir = ''] = process.argv;
const input = organizationOf(Number(accounts));
const ledger = Ledger.parse(readFileSync(ledgerFile, 'utf8'), ledgerFile);

beginWork();
const app = new App({ outdir, stackTraces: false });
defineLandingZone(app, input, ledger);
app.synth();
