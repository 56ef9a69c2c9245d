import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import {
  CloudWatchClient,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import {
  ConfigServiceClient,
  PutConfigRuleCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  PutEvaluationsCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';

import { type Administrator, DeliveredZone, MAIN, PRODUCTION } from './delivered-zone';

const THREE = ['111111111111', '222222222222', '333333333333'];
const SHOP = '333333333333 eu-west-1';

let zone: DeliveredZone;
beforeAll(async () => {
  zone = await DeliveredZone.open();
}, 600_000);
afterAll(() => zone.close());

const gate = (...args: readonly string[]): ReturnType<DeliveredZone['run']> => zone.run(MAIN, ['gate', ...args]);

/** The lines of the shop, without the times in them. */
function shopOf(text: string): string {
  const [, lines = ''] = new RegExp(`^${SHOP}: (.*\n(?:  .*\n)*)`, 'm').exec(text) ?? [];
  return lines.replace(/ since [\dT:.-]+Z/g, '');
}

/** An instant that lies between what was done and what will be. */
async function now(): Promise<string> {
  await pause(20);
  const instant = new Date().toISOString();
  await pause(20);
  return instant;
}

const metricAlarm = (AlarmName: string, ...AlarmActions: string[]): PutMetricAlarmCommand =>
  new PutMetricAlarmCommand({
    AlarmName,
    AlarmActions,
    Namespace: 'shop',
    MetricName: 'errors',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
  });

async function become(cloudwatch: CloudWatchClient, AlarmName: string, StateValue: StateValue): Promise<void> {
  await cloudwatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: `${AlarmName} was set` }));
}

async function ring(shop: Administrator, ...names: readonly string[]): Promise<void> {
  const cloudwatch = new CloudWatchClient(shop);
  const one = async (name: string): Promise<void> => {
    await cloudwatch.send(metricAlarm(name));
    await become(cloudwatch, name, 'ALARM');
  };
  await Promise.all(names.map(one));
}

async function find(shop: Administrator, ConfigRuleName: string, ...buckets: readonly string[]): Promise<void> {
  const config = new ConfigServiceClient(shop);
  const Source = { Owner: 'AWS', SourceIdentifier: 'S3_BUCKET_SSL_REQUESTS_ONLY' } as const;
  await config.send(new PutConfigRuleCommand({ ConfigRule: { ConfigRuleName, Source } }));
  for (let start = 0; start < buckets.length; start += 100) {
    const Evaluations = buckets.slice(start, start + 100).map((ComplianceResourceId) => ({
      ComplianceResourceType: 'AWS::S3::Bucket',
      ComplianceResourceId,
      ComplianceType: 'NON_COMPLIANT' as const,
      OrderingTimestamp: new Date('2026-01-01T00:00:00Z'),
      Annotation: 'plain HTTP is let in',
    }));
    await config.send(new PutEvaluationsCommand({ ResultToken: ConfigRuleName, Evaluations }));
  }
}

async function record(shop: Administrator): Promise<void> {
  const [config, name] = [new ConfigServiceClient(shop), 'default'];
  await new S3Client(shop).send(
    new CreateBucketCommand({ Bucket: 'shop-config', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
  );
  const roleARN = 'arn:aws:iam::333333333333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig';
  await config.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name, roleARN } }));
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name, s3BucketName: 'shop-config' } }));
  await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: name }));
}

// One life, in its order: each step stands on those before it.
describe('a gate, by roles whose policies are enforced', () => {
  test('passes where nothing rings, and says that rules are not known without a recorder', async () => {
    expect(await gate()).toEqual({
      code: 0,
      out: THREE.map(
        (account) => `${account} eu-west-1: no alarms, no violations\n  not recorded: AWS Config has no recorder\n`,
      ).join(''),
      err: 'gate: 111111111111 eu-west-1, 222222222222 eu-west-1, 333333333333 eu-west-1\n',
    });
  });

  test('stops at an alarm that rang after the apply began, with its name, Region and reason', async () => {
    await zone.byHand(record);
    const since = await now();
    await zone.byHand((shop) => ring(shop, 'errors'));
    const { code, out, err } = await gate('--since', since);

    expect([code, out]).toEqual([1, '']);
    expect(shopOf(err)).toBe('1 alarm, no violations\n  alarm errors: errors was set\n');
    expect(err).toMatch(/\nthe pipeline stops here: docs\/pipelines\.md says how to go on\n$/);
  });

  test('passes an alarm that rang before, and tells of it', async () => {
    const { code, out } = await gate('--since', await now());

    expect([code, shopOf(out)]).toEqual([0, 'no alarms, no violations\n  before: alarm errors: errors was set\n']);
  });

  test('counts an alarm from the moment it rang, though its state is found again later', async () => {
    const since = await now();
    await zone.byHand((shop) => become(new CloudWatchClient(shop), 'errors', 'ALARM'));

    expect((await gate('--since', since)).code).toBe(0);
  });

  test('passes an alarm without data, and one that only scales', async () => {
    const since = await now();
    await zone.byHand(async (shop) => {
      const cloudwatch = new CloudWatchClient(shop);
      await cloudwatch.send(metricAlarm('silent'));
      await become(cloudwatch, 'silent', 'INSUFFICIENT_DATA');
      const policy = 'arn:aws:autoscaling:eu-west-1:333333333333:scalingPolicy:1:autoScalingGroupName/web:policyName/fewer';
      await cloudwatch.send(metricAlarm('TargetTracking-web-AlarmLow', policy));
      await become(cloudwatch, 'TargetTracking-web-AlarmLow', 'ALARM');
    });
    const { code, out } = await gate('--since', since);

    expect([code, shopOf(out)]).toEqual([
      0,
      'no alarms, no violations\n  before: alarm errors: errors was set\n  no data: alarm silent\n',
    ]);
  });

  test('stops at 101 alarms on two pages, composite ones too', async () => {
    const since = await now();
    const names = Array.from({ length: 100 }, (_, n) => `many-${String(n)}`);
    await zone.byHand(async (shop) => {
      await ring(shop, ...names);
      const cloudwatch = new CloudWatchClient(shop);
      await cloudwatch.send(new PutCompositeAlarmCommand({ AlarmName: 'all', AlarmRule: 'ALARM("many-0")' }));
      await become(cloudwatch, 'all', 'ALARM');
    });
    const { code, out } = await gate('--since', since, '--json');
    const { places } = JSON.parse(out) as { places: { account: string; rings: { name: string }[] }[] };

    expect(code).toBe(1);
    expect(places[2]?.rings.map(({ name }) => name).sort()).toEqual(['all', ...names].sort());
  });

  test('stops at a rule that is violated, with the resources', async () => {
    const since = await now();
    await zone.byHand((shop) => find(shop, 'bucket-ssl', 'invoices', 'logs'));
    const { code, err } = await gate('--since', since);

    expect(code).toBe(1);
    expect(shopOf(err)).toContain(
      `no alarms, 2 violations
  rule bucket-ssl by AWS::S3::Bucket invoices: plain HTTP is let in
  rule bucket-ssl by AWS::S3::Bucket logs: plain HTTP is let in
`,
    );
  });

  test('stops at 30 rules and 150 resources on two pages each', async () => {
    const since = await now();
    const [buckets, rules] = [150, 30].map((length) => Array.from({ length }, (_, n) => `many-${String(n)}`)) as [
      string[],
      string[],
    ];
    await zone.byHand(async (shop) => {
      await find(shop, 'bucket-many', ...buckets);
      await Promise.all(rules.map((rule) => find(shop, rule, 'one')));
    });
    const { code, out } = await gate('--since', since, '--json');
    const { places } = JSON.parse(out) as { places: { violated: { rule: string; resourceId: string }[] }[] };
    const violated = places[2]?.violated ?? [];

    expect(code).toBe(1);
    expect(violated.flatMap(({ rule, resourceId }) => (rule === 'bucket-many' ? [resourceId] : [])).sort()).toEqual(
      buckets.sort(),
    );
    expect(violated.filter(({ rule }) => rules.includes(rule))).toHaveLength(30);
  });

  test('passes what was violated before and is found again, where it is told what that was', async () => {
    const known = join(zone.folder, 'known.json');
    const before = await gate('--json');
    writeFileSync(known, before.out);
    const since = await now();
    await zone.byHand((shop) => find(shop, 'bucket-ssl', 'invoices', 'logs', 'new'));

    expect((await gate('--since', since)).err).toContain(`${SHOP}: no alarms, 3 violations\n`);
    expect((await gate('--since', since, '--known', known)).err).toContain(
      `${SHOP}: no alarms, 1 violation\n  rule bucket-ssl by AWS::S3::Bucket new since `,
    );
  });

  test('says that rules are not known where the recorder is stopped', async () => {
    await zone.byHand((shop) =>
      new ConfigServiceClient(shop).send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' })),
    );
    const { code, out } = await gate('--since', await now(), 'shop-eu-west-1-network');

    expect([code, out]).toEqual([0, expect.stringContaining('  not recorded: the recorder of AWS Config is stopped\n')]);
  });

  test('watches for 0.05 minutes, and passes where nothing came', async () => {
    const began = Date.now();
    const { code, err } = await gate('--since', await now(), '--wait', '0.05', 'management-global-identity');

    expect([code, err]).toEqual([0, 'gate: 111111111111 eu-west-1\ngate: nothing yet, 1 min left\n']);
    expect(Date.now() - began).toBeGreaterThan(3000);
  });

  test('watches for 5 minutes, and stops as soon as an alarm rings', async () => {
    const watching = gate('--since', await now(), '--wait', '5');
    await pause(1000);
    await zone.byHand((shop) => ring(shop, 'late'));

    expect(shopOf((await watching).err)).toContain('1 alarm, no violations\n  alarm late: late was set\n');
  });

  test('fails where roles may not read', async () => {
    const { code, out } = await zone.whereRolesAre('plan-', 'apply-', () => zone.run(PRODUCTION, ['gate', '--json']));
    const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: { got: string; code: string }[] };

    expect([code, ok, ...problems.map((problem) => problem.code)]).toEqual([3, false, ...THREE.map(() => 'LZ-DELIVER-15')]);
    expect(problems[0]?.got).toMatch(
      /^AccessDeniedException: .* is not authorized to perform: (cloudwatch|config):\w+ \(HTTP 400\)$/,
    );
  });

  test('fails where one role does not let the job in, and tells what the others say', async () => {
    const identity = 'management-global-identity';
    const { code, err } = await zone.whereRolesAre(`plan-${identity}`, `apply-${identity}`, () => gate());

    expect([code, shopOf(err)]).toEqual([3, expect.stringContaining('  alarm late: late was set\n')]);
    expect(err.replace(/AccessDenied: .*sts:AssumeRoleWithWebIdentity.*(?= \(HTTP)/, 'AccessDenied: …')).toContain(
      "\n111111111111 eu-west-1: AWS doesn't let arn:aws:iam::111111111111:role/plinth/apply-management-global-identity read alarms and rules, got AccessDenied: … (HTTP 403); have an administrator apply the account's delivery stack again; docs/delivery.md says what roles may and whom they trust [LZ-DELIVER-15]\n",
    );
  });
});
