import { Ledger } from '../../../modules/core/ledger';
import type { LandingZoneInput, LogArchiveInput } from '../../../modules/landing-zone';
import { compose, type ComposedStack, namesOf, ORGANISATION } from './composed';

const HOME = 'logs-eu-west-1-logging';
const BUCKETS = ['access-logs', 'config-logs', 'flow-logs', 'load-balancer-logs', 'trail-logs'];

const withArchive = (logArchive: LogArchiveInput, change: Partial<LandingZoneInput> = {}): LandingZoneInput => ({
  ...ORGANISATION,
  ...change,
  logArchive,
});

function home(input: LandingZoneInput): ComposedStack {
  const stack = compose(input).stacks.get(HOME);
  if (stack === undefined) throw new Error(`no stack ${HOME}`);
  return stack;
}

interface PolicyStatement {
  readonly Sid: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function statementsOf(stack: ComposedStack, bucket: string): readonly PolicyStatement[] {
  const { policy } = stack.resource?.aws_s3_bucket_policy?.[bucket] ?? {};
  return (JSON.parse(String(policy)) as { Statement: readonly PolicyStatement[] }).Statement;
}

describe('the log archive', () => {
  it('stands in the account with baseline: archive: all kinds in the home Region, load balancers in every Region', () => {
    const { stacks } = compose(ORGANISATION);

    expect([...stacks.keys()].sort()).toEqual(['logs-eu-central-1-logging', HOME, 'shop-eu-west-1-network']);
    expect(namesOf(stacks.get(HOME), 'aws_s3_bucket')).toEqual(BUCKETS);
    expect(namesOf(stacks.get('logs-eu-central-1-logging'), 'aws_s3_bucket')).toEqual(['access-logs', 'load-balancer-logs']);
  });

  it('names its buckets after organisation, account, Region and use', () => {
    const { aws_s3_bucket: buckets = {} } = home(ORGANISATION).resource ?? {};

    expect(Object.values(buckets).map(({ bucket }) => bucket)).toEqual([
      'acme-222222222222-eu-west-1-access',
      'acme-222222222222-eu-west-1-elb',
      'acme-222222222222-eu-west-1-trail',
      'acme-222222222222-eu-west-1-config',
      'acme-222222222222-eu-west-1-flow',
    ]);
  });

  it('is not there without such an account', () => {
    const { management, shop } = ORGANISATION.accounts;

    expect([...compose({ ...ORGANISATION, accounts: { management: management!, shop: shop! } }).stacks.keys()]).toEqual([
      'shop-eu-west-1-network',
    ]);
  });

  it('encrypts by its key where AWS lets the kind be, and by S3 where it does not', () => {
    const { aws_s3_bucket_server_side_encryption_configuration: encryption = {} } = home(ORGANISATION).resource ?? {};
    const keyed = Object.entries(encryption).filter(([, body]) =>
      JSON.stringify(body).includes('${aws_kms_key.log-archive.arn}'),
    );

    expect(keyed.map(([name]) => name).sort()).toEqual(['config-logs', 'flow-logs', 'trail-logs']);
  });

  it('leaves the ARN of its key to other stacks', () => {
    expect(home(ORGANISATION).resource?.aws_ssm_parameter?.['log-archive-key']).toMatchObject({
      name: '/lz/logs/logging/key_arn',
      value: '${aws_kms_key.log-archive.arn}',
    });
  });

  it('locks trails and flow logs when asked to, which AWS Config and access logs would not survive', () => {
    const locked = withArchive({ objectLock: { mode: 'governance', days: 365 } });

    expect(namesOf(home(locked), 'aws_s3_bucket_object_lock_configuration')).toEqual(['flow-logs', 'trail-logs']);
    expect(namesOf(home(ORGANISATION), 'aws_s3_bucket_object_lock_configuration')).toEqual([]);
  });

  it('keeps sessions once the roles that write them are named', () => {
    const sessions = withArchive({ sessionWriters: ['arn:aws:iam::333333333333:role/shop'] });

    expect(namesOf(home(sessions), 'aws_s3_bucket')).toEqual([...BUCKETS.slice(0, 4), 'session-logs', 'trail-logs']);
  });

  it('moves logs to Glacier Instant Retrieval after 90 days and lets them go after 2557, or as the configuration says', () => {
    const ruleOf = (input: LandingZoneInput): unknown =>
      (home(input).resource?.aws_s3_bucket_lifecycle_configuration?.['trail-logs']?.rule as readonly unknown[])[0];

    expect(ruleOf(ORGANISATION)).toMatchObject({
      transition: [{ days: 90, storage_class: 'GLACIER_IR' }],
      expiration: [{ days: 2557 }],
    });
    expect(ruleOf(withArchive({ retentionDays: 400, archiveAfterDays: 0 }))).toEqual({
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      expiration: [{ days: 400 }],
      filter: [{}],
      id: 'everything',
      noncurrent_version_expiration: [{ noncurrent_days: 400 }],
      status: 'Enabled',
    });
  });

  it('lets deliver whoever belongs to the organisation by its id, and without one each account that is not closed', () => {
    const sourcesIn = (input: LandingZoneInput): unknown[] =>
      statementsOf(home(input), 'config-logs')
        .filter(({ Sid }) => Sid === 'ConfigLooks')
        .map(({ Condition }) => Condition?.StringEquals);
    const named = { ...ORGANISATION, organization: { ...ORGANISATION.organization, id: 'o-a1b2c3d4e5' } };

    expect(sourcesIn(named)).toEqual([{ 'aws:SourceOrgID': 'o-a1b2c3d4e5' }]);
    expect(sourcesIn(ORGANISATION)).toEqual([{ 'aws:SourceAccount': ['111111111111', '222222222222', '333333333333'] }]);
  });

  it("takes the organisation's trail of the management account only", () => {
    const conditions = statementsOf(home(ORGANISATION), 'trail-logs').map(({ Condition }) => JSON.stringify(Condition ?? {}));

    expect(
      conditions.filter((condition) => condition.includes('arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme')),
    ).toHaveLength(2);
  });

  it('lets readers read every bucket, and decrypt', () => {
    const read = home(withArchive({ readers: ['arn:aws:iam::111111111111:role/auditor'] }));
    const open = BUCKETS.filter((bucket) => statementsOf(read, bucket).some(({ Sid }) => Sid === 'ReadersRead'));

    expect(open).toEqual(BUCKETS);
    expect(String(read.resource?.aws_kms_key?.['log-archive']?.policy)).toContain('"Sid":"ReadBuckets"');
  });
});

describe('the end of the archive', () => {
  const ending = (lifecycle: 'closing' | 'closed'): LandingZoneInput => ({
    ...ORGANISATION,
    logArchive: { objectLock: { mode: 'governance', days: 365 } },
    accounts: { ...ORGANISATION.accounts, logs: { ...ORGANISATION.accounts.logs!, lifecycle } },
  });

  it('is refused to destroy while it lives', () => {
    const { aws_s3_bucket: buckets = {} } = home(ORGANISATION).resource ?? {};

    expect(Object.values(buckets).map(({ lifecycle }) => lifecycle)).toEqual(BUCKETS.map(() => ({ prevent_destroy: true })));
  });

  it('closing drops protection, lock and the refusal to delete, and empties buckets when they go', () => {
    const stack = compose(ending('closing')).stacks.get(HOME)!;
    const { aws_s3_bucket: buckets = {} } = stack.resource ?? {};

    expect(Object.values(buckets).map(({ lifecycle, force_destroy: force }) => [lifecycle, force])).toEqual(
      BUCKETS.map(() => [undefined, true]),
    );
    expect(namesOf(stack, 'aws_s3_bucket_object_lock_configuration')).toEqual([]);
    expect(BUCKETS.flatMap((bucket) => statementsOf(stack, bucket).map(({ Sid }) => Sid))).not.toContain('KeepEverything');
  });

  it('closed leaves its stacks with provider and backend alone', () => {
    const ledger = compose(ending('closing'), Ledger.empty).ledger;
    const { stacks } = compose(ending('closed'), ledger);

    expect(stacks.get(HOME)?.resource).toBe(undefined);
    expect(stacks.get('logs-eu-central-1-logging')?.resource).toBe(undefined);
  });
});

describe('an archive whose logs are kept when it closes', () => {
  const kept = (lifecycle: 'closing' | 'closed'): LandingZoneInput => ({
    ...ORGANISATION,
    logArchive: { whenClosed: 'keep' },
    accounts: { ...ORGANISATION.accounts, logs: { ...ORGANISATION.accounts.logs!, lifecycle } },
  });

  it('stays protected while it is closing', () => {
    expect(compose(kept('closing')).stacks.get(HOME)).toEqual(compose({ ...ORGANISATION, logArchive: {} }).stacks.get(HOME));
  });

  it('is forgotten by Terraform once it is closed, and nothing of it destroyed', () => {
    const { stacks } = compose(kept('closed'), compose(kept('closing')).ledger);
    const { resource = {} } = home(ORGANISATION);
    const held = Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));
    const { resource: left, removed } = stacks.get(HOME) as ComposedStack & { readonly removed: readonly { from: string }[] };

    expect(left).toBe(undefined);
    expect(removed.map(({ from }) => from)).toEqual(held.sort());
    expect(removed[0]).toEqual({ from: 'aws_kms_alias.log-archive', lifecycle: { destroy: false } });
  });
});

describe('flow logs to the archive', () => {
  const flowLogs = (s3: object): LandingZoneInput => ({
    ...ORGANISATION,
    networks: { web: { ...ORGANISATION.networks!.web!, flowLogs: { cloudwatch: {}, s3 } } },
  });

  it('go to its bucket, and their stack is applied after it', () => {
    const { stacks, order } = compose(flowLogs({ parquet: true }));

    expect(stacks.get('shop-eu-west-1-network')?.resource?.aws_flow_log?.['web_flow-log_s3']).toMatchObject({
      log_destination: 'arn:aws:s3:::acme-222222222222-eu-west-1-flow',
    });
    expect(order.waves).toEqual([['logs-eu-central-1-logging', HOME], ['shop-eu-west-1-network']]);
  });

  it('go to the bucket that is named, if one is', () => {
    const { stacks } = compose(flowLogs({ bucketArn: 'arn:aws:s3:::elsewhere' }));

    expect(stacks.get('shop-eu-west-1-network')?.resource?.aws_flow_log?.['web_flow-log_s3']).toMatchObject({
      log_destination: 'arn:aws:s3:::elsewhere',
    });
  });
});

describe('the key of flow logs', () => {
  const groupKey = (input: LandingZoneInput): unknown =>
    compose(input).stacks.get('shop-eu-west-1-network')?.resource?.aws_cloudwatch_log_group?.['web_flow-log_cloudwatch']
      ?.kms_key_id;

  it('is one for all networks of a stack', () => {
    const { web } = ORGANISATION.networks!;
    const two = {
      ...ORGANISATION,
      networks: { web: web!, jobs: web! },
      accounts: {
        ...ORGANISATION.accounts,
        shop: { id: '333333333333', unit: 'workloads', regions: ['eu-west-1'], networks: { web: {}, jobs: {} } },
      },
    };

    expect(namesOf(compose(two).stacks.get('shop-eu-west-1-network'), 'aws_kms_key')).toEqual(['flow-logs']);
    expect(groupKey(two)).toBe('${aws_kms_key.flow-logs.arn}');
  });

  it('is the one that the network names, if it does', () => {
    const kmsKeyArn = 'arn:aws:kms:eu-west-1:333333333333:key/0a1b2c3d-0000-0000-0000-000000000000';
    const own = {
      ...ORGANISATION,
      networks: { web: { ...ORGANISATION.networks!.web!, flowLogs: { cloudwatch: { kmsKeyArn } } } },
    };

    expect(groupKey(own)).toBe(kmsKeyArn);
    expect(namesOf(compose(own).stacks.get('shop-eu-west-1-network'), 'aws_kms_key')).toEqual([]);
  });
});
