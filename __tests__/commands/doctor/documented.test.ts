import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { clockCheck } from '../../../commands/doctor/account/clock';
import { credentialsCheck } from '../../../commands/doctor/account/credentials';
import { accountCheck } from '../../../commands/doctor/account/identity';
import { rolesUnchecked } from '../../../commands/doctor/account/roles';
import { type Check, ok } from '../../../commands/doctor/check';
import { emulatorUnchecked } from '../../../commands/doctor/machine/emulator-start';
import { nodeCheck } from '../../../commands/doctor/machine/node';
import { opensslCheck, pythonCheck } from '../../../commands/doctor/machine/python';
import { outputCheck, terraformCheck } from '../../../commands/doctor/machine/terraform';
import { fileChecks, proxyCheck } from '../../../commands/doctor/machine/variables';
import { renderReport, reportOf } from '../../../commands/doctor/report';
import { Secrets } from '../../../commands/doctor/secrets';
import { bucketChecks } from '../../../commands/doctor/state/bucket';
import { lockChecks } from '../../../commands/doctor/state/locks';
import { objectsCheck } from '../../../commands/doctor/state/objects';
import { done, machineWith, printed } from './answers';
import { bucketOf } from './state/bucket-of';

const PAGE = readFileSync(join(__dirname, '../../../docs/doctor.md'), 'utf8');
const NOW = new Date('2026-01-01T12:00:00Z');

const names = ['dev', 'network', 'prod'].map((account) => `${account}-eu-west-1-network`);
const stacks = names.map((name) => ({ name, stateKey: `acme/${name}.tfstate`, requiredVersion: '>= 1.11.0' }));
const machine = machineWith({
  terraform: printed('{"terraform_version": "1.10.5"}'),
  python3: printed('3.11.7'),
  openssl: printed('OpenSSL 3.0.19 27 Jan 2026'),
});
const lock = {
  ID: '8a0c4f8e-33a1-41b6-b0f5-1f86a3c5c06e',
  Operation: 'OperationTypeApply',
  Who: 'alice@build-7',
  Created: '2026-01-01T11:34:56.789123456Z',
};
const bucket = bucketOf({
  head: () => Promise.resolve(done(undefined)),
  lock: async (key) => (key.includes('prod') ? done(JSON.stringify(lock)) : bucketOf().lock(key)),
});

/** A machine in some trouble: its findings by the same functions that look at a real one. */
async function troubled(): Promise<Check[]> {
  const synthesised = { stacks, unreadable: [] };
  const environment = ok({ id: 'emulator-environment', title: "emulator's environment" }, 'moto 5.2.1');
  return [
    nodeCheck('v20.20.2', '>=20.19'),
    await terraformCheck(machine, synthesised),
    await pythonCheck(machine),
    await opensslCheck(machine),
    environment,
    emulatorUnchecked(environment, false) ?? environment,
    proxyCheck({ HTTPS_PROXY: 'http://proxy.example.com:3128' }),
    ...fileChecks({ TF_CLI_CONFIG_FILE: '/home/alice/.terraformrc' }),
    outputCheck(synthesised, 'cdktf.out'),
    credentialsCheck(done({ expiration: new Date('2026-01-01T20:00:00Z') }), {
      env: { AWS_PROFILE: 'acme' },
      profiles: [],
      now: NOW,
    }),
    clockCheck(done(0)),
    accountCheck(done({ accountId: '222222222222', arn: 'arn:aws:iam::222222222222:user/alice' }), '111111111111'),
    rolesUnchecked('only with --accounts'),
    ...(await bucketChecks({ kind: 's3', bucket: 'acme-state', region: 'eu-west-1' }, bucket)),
    await objectsCheck(stacks, bucket),
    ...(await lockChecks(stacks, bucket)),
  ];
}

test('the report that docs/doctor.md shows is the one that its findings give', async () => {
  const shown = /```text\n([^]*?)```/.exec(PAGE)?.[1];

  expect(shown).toBe(renderReport(reportOf(await troubled(), new Secrets()), false));
});

/** The ids that sources state: literals of subjects, and the beginnings of composed ones. */
function ids(): string[] {
  const folder = join(__dirname, '../../../commands/doctor');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return sources.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/\bid: (?:'([^']+)'|`([^`$]+)\$\{)/g)].map(([, whole, start]) => whole ?? start ?? '');
  });
}

test('every check has its row in docs/doctor.md, and every row its check', () => {
  const rows = [...PAGE.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)]);
  const documented = rows.map(([, id = '']) => id.replace(/<.*>/, ''));

  expect(ids().filter((id) => !documented.some((one) => (one.endsWith('-') ? id.startsWith(one) : id === one)))).toEqual([]);
  expect(documented.filter((one) => !ids().some((id) => (one.endsWith('-') ? id.startsWith(one) : id === one)))).toEqual([]);
});
