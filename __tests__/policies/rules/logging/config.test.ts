import { configDelivery } from '../../../../policies/rules/logging/config-delivery';
import { configRecorder } from '../../../../policies/rules/logging/config-recorder';
import { logGroupRetention } from '../../../../policies/rules/logging/log-group-retention';
import { documentsOf, universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';

const TYPE = 'aws_config_configuration_recorder';
const STARTED = { [`${TYPE}_status.all`]: { name: `\${${TYPE}.all.name}`, is_enabled: true } };
const GLOBAL = { recording_group: [{ all_supported: true, include_global_resource_types: true }] };
const found = (recorder: object, others: Readonly<Record<string, object>> = STARTED): readonly string[] =>
  linesOf(configRecorder, universeOf({ [`${TYPE}.all`]: { name: 'all', ...recorder }, ...others }));
const stack = (account: string, region: string, resource: object): never =>
  ({ provider: { aws: [{ region, allowed_account_ids: [account] }] }, resource }) as never;

describe('logging/config-recorder', () => {
  const LEFT_OUT = `violated ${TYPE}.all: it leaves types of resources out`;
  const NO_GLOBAL = `violated ${TYPE}.all: no recorder of its account records IAM and other global types`;

  it('takes a recorder of everything that is started', () => {
    expect(found(GLOBAL)).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    [
      'some types',
      { recording_group: [{ all_supported: false, resource_types: ['AWS::EC2::VPC'], include_global_resource_types: true }] },
      [LEFT_OUT],
    ],
    [
      'all types but some',
      {
        recording_group: [
          { include_global_resource_types: true, recording_strategy: [{ use_only: 'EXCLUSION_BY_RESOURCE_TYPES' }] },
        ],
      },
      [LEFT_OUT],
    ],
    ['all types but global ones', { recording_group: [{ all_supported: true }] }, [NO_GLOBAL]],
    ['what AWS Config records where nobody says', {}, [NO_GLOBAL]],
  ])('finds a recorder of %s', (_, recorder, expected) => {
    expect(found(recorder)).toEqual(expected);
  });

  it('finds a recorder that nothing starts, or that is stopped', () => {
    const stopped = { [`${TYPE}_status.all`]: { name: 'all', is_enabled: false } };

    expect(found(GLOBAL, {})).toEqual([`violated ${TYPE}.all: nothing starts it`]);
    expect(found(GLOBAL, stopped)).toEqual([`violated ${TYPE}.all: nothing starts it`]);
  });

  it('asks for global types once in an account', () => {
    const recorder = (group: object): object => ({
      [TYPE]: { all: { name: 'all', ...group } },
      [`${TYPE}_status`]: { all: { name: `\${${TYPE}.all.name}`, is_enabled: true } },
    });
    const stacks = documentsOf({
      home: stack('111111111111', 'eu-west-1', recorder(GLOBAL)),
      far: stack('111111111111', 'eu-north-1', recorder({})),
      other: stack('222222222222', 'eu-west-1', recorder({})),
    });

    expect(configRecorder.judge({ stacks }).map(({ stack: name, problem }) => [name, problem])).toEqual([
      ['other', 'no recorder of its account records IAM and other global types'],
    ]);
  });

  it('knows nothing where a recorder, or what starts one, may be of its account', () => {
    const untold = (resource: object): never => ({ resource }) as never;
    const status = { [`${TYPE}_status`]: { all: { name: 'all', is_enabled: true } } };
    const stacks = documentsOf({
      home: untold({ [TYPE]: { all: { name: 'all', ...GLOBAL } }, ...status }),
      far: untold({ [TYPE]: { all: { name: 'all' } } }),
    });

    expect(linesOf(configRecorder, { stacks })).toEqual([
      `unknown ${TYPE}.all: whether no recorder of its account records IAM and other global types isn't known: home:${TYPE}.all may be of its account`,
      `unknown ${TYPE}.all: whether nothing starts it isn't known: home:${TYPE}_status.all may be of its account and Region`,
    ]);
  });

  it('knows nothing of a switch from outside', () => {
    expect(found({ recording_group: [{ all_supported: '${var.all}', include_global_resource_types: true }] })).toEqual([
      `unknown ${TYPE}.all: whether it leaves types of resources out isn't known: it is set from outside: \${var.all}`,
    ]);
  });
});

describe('logging/config-delivery', () => {
  const recorder = { [TYPE]: { all: { name: 'all' } } };
  const channel = { aws_config_delivery_channel: { all: { s3_bucket_name: 'acme-config' } } };
  const MISSING = `violated ${TYPE}.all: no aws_config_delivery_channel is there for it`;
  const inStacks = (stacks: Readonly<Record<string, never>>): readonly string[] =>
    linesOf(configDelivery, { stacks: documentsOf(stacks) });

  it('takes a channel of the same account and Region in another stack', () => {
    expect(inStacks({ a: stack('111111111111', 'eu-west-1', recorder), b: stack('111111111111', 'eu-west-1', channel) })).toEqual(
      [],
    );
  });

  it.each([
    ['another Region', '111111111111', 'eu-north-1'],
    ['another account', '222222222222', 'eu-west-1'],
  ])('takes none of %s', (_, account, region) => {
    expect(inStacks({ a: stack('111111111111', 'eu-west-1', recorder), b: stack(account, region, channel) })).toEqual([MISSING]);
  });

  it('knows nothing where a module may hold the channel', () => {
    expect(inStacks({ a: { resource: recorder, module: { config: { source: './config' } } } as never })).toEqual([
      `unknown ${TYPE}.all: no aws_config_delivery_channel is there for it, and module.config may hold more: what a module makes only a plan or a state tells`,
    ]);
  });
});

describe('logging/log-group-retention', () => {
  it.each([
    [undefined, []],
    [0, []],
    [365, []],
    [364, ['violated aws_cloudwatch_log_group.app: retention_in_days is 364']],
  ])('of %s days', (retention_in_days, expected) => {
    expect(
      linesOf(logGroupRetention, universeOf({ 'aws_cloudwatch_log_group.app': { name: 'app', retention_in_days } })),
    ).toEqual(expected);
  });
});
