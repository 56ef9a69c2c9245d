import type { Row } from './row';

const ARCHIVE = 'log_archive: { readers: ["arn:aws:iam::222222222222:role/auditor"] }\nnetworks:\n  web:';
const S3 = 'kind: s3, bucket: acme-state, region: eu-west-1, account: ';
const BACKEND = 'kind: local, directory: terraform.state';

/** The log archive, and the account that holds the states. */
export const ARCHIVE_AND_STATE: readonly Row[] = [
  [
    'settings of a log archive that no account holds',
    [['networks:\n  web:', ARCHIVE]],
    [
      'landing-zone.yaml:8:1 log_archive: there is no log archive, got {"readers":["arn:aws:iam::222222222222:role/auditor"]}; give one account baseline: archive [LZ-CFG-64]',
    ],
  ],
  [
    'flow logs to a log archive that no account holds',
    [['{ cloudwatch: { retention_days: 365 } }', '{ s3: { parquet: true } }']],
    [
      'landing-zone.yaml:19:18 networks.web.flow_logs.s3: there is no log archive, got {"parquet":true}; give one account baseline: archive [LZ-CFG-64]',
    ],
  ],
  [
    'everybody as a reader of the log archive',
    [
      ['networks:\n  web:', ARCHIVE.replace('arn:aws:iam::222222222222:role/auditor', '*')],
      [
        'unit: core, regions: [eu-west-1], network: shared',
        'unit: core, regions: [eu-west-1], network: shared, baseline: archive',
      ],
    ],
    [
      'landing-zone.yaml:8:26 log_archive.readers.0: a principal is one role, user or account, got "*"; name an account by its twelve digits, or a role or user by its ARN, such as arn:aws:iam::111111111111:role/deploy [LZ-ARN-2]',
    ],
  ],
  [
    'states in an account that is closed',
    [
      [BACKEND, `${S3}hub`],
      [
        'unit: core, regions: [eu-west-1], network: shared',
        'unit: core, regions: [eu-west-1], network: shared, lifecycle: closed',
      ],
    ],
    [
      'landing-zone.yaml:3:70 backend.account: the account that holds all states is closed, got "hub"; move the states elsewhere first (terraform init -migrate-state) [LZ-CFG-65]',
    ],
  ],
  [
    'states in an account that there isn’t',
    [[BACKEND, `${S3}hubb`]],
    ['landing-zone.yaml:3:70 backend.account: there is no account of this name, got "hubb"; did you mean "hub"? [LZ-CFG-40]'],
  ],
  [
    'an id of the organisation that is an account’s',
    [['{ name: acme,', '{ name: acme, id: "111111111111",']],
    [
      'landing-zone.yaml:1:33 organization.id: this is not the id of an organisation, got "111111111111"; write it as AWS shows it, like "o-a1b2c3d4e5" [LZ-ARN-5]',
    ],
  ],
];
