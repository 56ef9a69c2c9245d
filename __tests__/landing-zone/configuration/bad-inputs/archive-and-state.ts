import type { Row } from './row';

const ARCHIVE = 'log_archive: { readers: ["arn:aws:iam::222222222222:role/auditor"] }\nnetworks:\n  web:';
const S3 = 'kind: s3, bucket: acme-state, region: eu-west-1, account: ';
/** The account of the base that holds the archive. */
const HOLDER = [
  'unit: core, regions: [eu-west-1], network: shared',
  'unit: core, regions: [eu-west-1], network: shared, baseline: archive',
] as const;
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
    [['networks:\n  web:', ARCHIVE.replace('arn:aws:iam::222222222222:role/auditor', '*')], HOLDER],
    [
      'landing-zone.yaml:8:26 log_archive.readers.0: a principal is one role, user or account, got "*"; name an account by its twelve digits, or a role or user by its ARN, such as arn:aws:iam::111111111111:role/deploy [LZ-ARN-2]',
    ],
  ],
  [
    'logs that would expire before they have moved',
    [['networks:\n  web:', 'log_archive: { retention_days: 60 }\nnetworks:\n  web:'], HOLDER],
    [
      'landing-zone.yaml:8:1 log_archive: objects would expire before they have moved, got expireAfterDays 60, GLACIER_IR after 90; let them expire after 91 days or more, or leave the move out [LZ-BUCKET-9]',
    ],
  ],
  [
    'logs that would expire while they are locked',
    [
      [
        'networks:\n  web:',
        'log_archive: { retention_days: 364, object_lock: { mode: governance, days: 365 } }\nnetworks:\n  web:',
      ],
      HOLDER,
    ],
    [
      'landing-zone.yaml:8:1 log_archive: objects would expire while they are locked for 365 days, got expireAfterDays 364; let them expire after 365 days or more, or lock them for less [LZ-BUCKET-10]',
    ],
  ],
  [
    'a lock of no days',
    [['networks:\n  web:', 'log_archive: { object_lock: { mode: governance, days: 0 } }\nnetworks:\n  web:'], HOLDER],
    [
      'landing-zone.yaml:8:55 log_archive.object_lock.days: Object Lock keeps objects for 1 to 36500 whole days, got 0; say the days for which nobody may delete what was written [LZ-BUCKET-4]',
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
