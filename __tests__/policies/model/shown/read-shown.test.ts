import { readShown } from '../../../../policies/model/shown';
import { Unknown } from '../../../../policies/model/term';
import { refusalOf } from '../../../refusal';
import { argument } from '../../foreign/foreign';
import { planJson } from './plan-json';

const VPC = { address: 'aws_vpc.a', unknown: { id: true } };

test('an attribute that is unknown and stands in no expression is computed', () => {
  const plan = readShown('net', planJson({ resources: [VPC], written: { 'aws_vpc.a': {} } }));
  expect(argument(plan, 'aws_vpc.a', 'id')).toBe('computed');
});

test('an expression without references whose value is unknown is written, not computed', () => {
  const resources = [{ address: 'aws_vpc.a', unknown: { cidr_block: true } }];
  const plan = readShown('net', planJson({ resources, written: { 'aws_vpc.a': { cidr_block: {} } } }));
  expect(argument(plan, 'aws_vpc.a', 'cidr_block')).toBe('? known only after apply');
});

test('what a plan deletes is not there', () => {
  const gone = { address: 'aws_vpc.gone', change: { actions: ['delete'], after: null, before: { id: 'vpc-1' } } };
  expect(readShown('net', planJson({ more: { resource_changes: [gone] } })).resources).toEqual([]);
});

test('the object that a replacement deposes says nothing about the one that stays', () => {
  const changes = [
    { address: 'aws_vpc.a', change: { actions: ['no-op'], after: { cidr_block: '10.0.0.0/16' }, after_unknown: {} } },
    { address: 'aws_vpc.a', deposed: '0a1b2c3d', change: { actions: ['delete'], after: null, after_unknown: {} } },
  ];
  const plan = readShown('net', planJson({ resources: [VPC], more: { resource_changes: changes } }));
  expect(argument(plan, 'aws_vpc.a', 'cidr_block')).toBe('10.0.0.0/16');
});

test('data that was read while planning is told by the prior state, other resources of it are not', () => {
  const values = {
    root_module: {
      resources: [
        { address: 'data.aws_vpc.old', mode: 'data', type: 'aws_vpc', name: 'old', values: { id: 'vpc-0123456789abcdef0' } },
        { address: 'aws_vpc.gone', mode: 'managed', type: 'aws_vpc', name: 'gone', values: {} },
      ],
    },
  };
  const plan = readShown('net', planJson({ more: { prior_state: { values } } }));
  expect(plan.resources.map(({ address, mode, body }) => [address, mode, body])).toEqual([
    ['data.aws_vpc.old', 'data', { id: 'vpc-0123456789abcdef0' }],
  ]);
});

test('data that is read again during the apply is there once, and is not known', () => {
  const read = {
    address: 'data.aws_vpc.old',
    mode: 'data',
    type: 'aws_vpc',
    name: 'old',
    values: { id: 'vpc-0123456789abcdef0' },
  };
  const again = { address: read.address, unknown: { id: true } };
  const plan = readShown(
    'net',
    planJson({ resources: [again], more: { prior_state: { values: { root_module: { resources: [read] } } } } }),
  );
  expect(plan.resources.map(({ address }) => [address, argument(plan, address, 'id')])).toEqual([[read.address, 'computed']]);
});

test('a part of what functions alone make is written, not computed', () => {
  const resources = [{ address: 'aws_vpc.a', known: { tags: {} }, unknown: { tags: { at: true } } }];
  const plan = readShown('net', planJson({ resources, written: { 'aws_vpc.a': { tags: {} } } }));
  expect(argument(plan, 'aws_vpc.a', 'tags')).toEqual({ at: '? known only after apply' });
});

test.each([
  ['aws_instance.i', 'network_interface', 'subnet_id', 'computed'],
  ['aws_instance.i', 'network_interface', 'vpc_security_group_ids', 'computed'],
  [
    'aws_instance.i',
    'network_interface',
    'ami',
    "? written in a dynamic block, which a plan doesn't show: judge the state after the apply",
  ],
])('of %s the block %s that nobody wrote is, beside %s, %s', (address, block, beside, expected) => {
  const plan = planJson({
    resources: [{ address, unknown: { [block]: true } }],
    written: { [address]: { [beside]: { constant_value: 'x' } } },
  });
  expect(argument(readShown('net', plan), address, block)).toBe(expected);
});

test('deposed objects of a state are on their way out', () => {
  const vpc = { address: 'aws_vpc.a', mode: 'managed', type: 'aws_vpc', name: 'a', values: {} };
  const state = { format_version: '1.0', values: { root_module: { resources: [{ ...vpc, deposed_key: '0a1b2c3d' }] } } };
  expect(readShown('net', state).resources).toEqual([]);
});

test('the state of nothing is a state without resources', () => {
  expect(readShown('net', { format_version: '1.0' })).toEqual({ name: 'net', form: 'state', terraform: {}, resources: [] });
});

test('a plan of a part is read, and says that it is a part', () => {
  expect(readShown('net', planJson({ more: { complete: false } })).opaque).toEqual([
    new Unknown('the plan covers a part of its configuration: it was made with -target, or defers changes'),
  ]);
});

test('a plan of everything says nothing of parts', () => {
  expect(readShown('net', planJson({ more: { complete: true } })).opaque).toBe(undefined);
});

test('a plan that failed half-way is refused', () => {
  expect(refusalOf(() => readShown('net.json', planJson({ more: { errored: true } })))).toBe(
    'net.json: the plan failed half-way, so it shows a part of what will be there; mend the configuration and plan again [LZ-SHOWN-1]',
  );
});

test('format 2.0 is refused', () => {
  expect(refusalOf(() => readShown('net.json', { format_version: '2.0' }))).toBe(
    'net.json: the format of plans and states in JSON must be 1, got "2.0"; print it by terraform show -json [LZ-SHOWN-2]',
  );
});

test('something without a format is refused, and what stands in it is not told', () => {
  expect(refusalOf(() => readShown('net.json', { secret: 'hunter2' }))).toBe(
    'net.json: the format of plans and states in JSON must be 1, got undefined; print it by terraform show -json [LZ-SHOWN-2]',
  );
});

describe('sets of ids, where others written by hand may stand beside', () => {
  const group = { address: 'aws_security_group.a', unknown: { id: true, vpc_id: true } };
  const host = { address: 'aws_instance.i', unknown: { vpc_security_group_ids: true } };
  const byHand = "? a plan doesn't show ids that are written by hand: judge the state after the apply";
  const id = { vpc_security_group_ids: { references: ['aws_security_group.a.id', 'aws_security_group.a'] } };
  const inNew = { 'aws_security_group.a': { vpc_id: { references: ['aws_vpc.a.id', 'aws_vpc.a'] } }, 'aws_instance.i': id };

  test('in a VPC that is still to be made nobody knows an id to write', () => {
    const plan = readShown('net', planJson({ resources: [VPC, group, host], written: inNew }));
    expect(argument(plan, 'aws_instance.i', 'vpc_security_group_ids')).toEqual(['-> aws_security_group.a.id']);
  });

  test('in a VPC that is there somebody may', () => {
    const old = { ...group, known: { vpc_id: 'vpc-0123456789abcdef0' }, unknown: { id: true } };
    const plan = readShown('net', planJson({ resources: [old, host], written: { 'aws_instance.i': id } }));
    expect(argument(plan, 'aws_instance.i', 'vpc_security_group_ids')).toEqual(['-> aws_security_group.a.id', byHand]);
  });

  test('one group in a VPC that is still to be made tells of all that stand with it', () => {
    const other = { address: 'aws_security_group.b', unknown: { id: true, vpc_id: true } };
    const both = [...id.vpc_security_group_ids.references, 'aws_security_group.b.id', 'aws_security_group.b'];
    const written = {
      ...inNew,
      'aws_security_group.b': { vpc_id: { references: ['module.gone.vpc'] } },
      'aws_instance.i': { vpc_security_group_ids: { references: both } },
    };
    const groups = (references: readonly string[]): unknown => {
      const mine = { ...written, 'aws_instance.i': { vpc_security_group_ids: { references } } };
      return argument(
        readShown('net', planJson({ resources: [VPC, group, other, host], written: mine })),
        'aws_instance.i',
        'vpc_security_group_ids',
      );
    };
    const either = '-> aws_security_group.a.id | aws_security_group.b.id';
    expect(groups(both)).toEqual(['-> aws_security_group.a.id', '-> aws_security_group.b.id']);
    // Where a condition chooses between them, the one in the new VPC may be left out.
    expect(groups([...both, 'local.which'])).toEqual([either, either, byHand]);
  });

  test('a name that the provider makes up of name_prefix is the id of its role: a policy attached to it is attached to that one', () => {
    const role = { address: 'aws_iam_role.r', unknown: { id: true, name: true } };
    const attachment = { address: 'aws_iam_role_policy_attachment.a', unknown: { role: true } };
    const written = {
      'aws_iam_role.r': { name: { references: ['var.role_name'] } },
      'aws_iam_role_policy_attachment.a': { role: { references: ['aws_iam_role.r.name', 'aws_iam_role.r'] } },
    };
    const plan = readShown('iam', planJson({ resources: [role, attachment], written }));
    expect(argument(plan, 'aws_iam_role_policy_attachment.a', 'role')).toBe('-> aws_iam_role.r.name');
  });

  test('what is named by the policy of a bucket is the bucket, by whose name both go', () => {
    const bucket = { address: 'aws_s3_bucket.b', unknown: { id: true } };
    const policy = { address: 'aws_s3_bucket_policy.p', unknown: { id: true, bucket: true } };
    const controls = { address: 'aws_s3_bucket_ownership_controls.c', unknown: { bucket: true } };
    const ofBucket = ['aws_s3_bucket.b.id', 'aws_s3_bucket.b'];
    const written = {
      'aws_s3_bucket_policy.p': { bucket: { references: ofBucket } },
      'aws_s3_bucket_ownership_controls.c': {
        bucket: { references: ['local.attach_policy', 'aws_s3_bucket_policy.p.id', 'aws_s3_bucket_policy.p', ...ofBucket] },
      },
    };
    const plan = readShown('s3', planJson({ resources: [bucket, policy, controls], written }));
    expect(argument(plan, 'aws_s3_bucket_ownership_controls.c', 'bucket')).toBe('-> aws_s3_bucket.b.id');
  });

  test('what is no subnet, group or table of a VPC may be written by hand wherever it is', () => {
    const share = { address: 'aws_share.s', unknown: { resource_arns: true } };
    const arns = { resource_arns: { references: ['aws_security_group.a.arn', 'aws_security_group.a'] } };
    const named = { ...group, unknown: { ...group.unknown, arn: true } };
    const plan = readShown('net', planJson({ resources: [VPC, named, share], written: { ...inNew, 'aws_share.s': arns } }));
    expect(argument(plan, 'aws_share.s', 'resource_arns')).toEqual(['-> aws_security_group.a.arn', byHand]);
  });

  test('groups that are lent to other VPCs may be written by hand anywhere', () => {
    const lent = { address: 'aws_vpc_security_group_vpc_association.x' };
    const plan = readShown('net', planJson({ resources: [VPC, group, host, lent], written: inNew }));
    expect(argument(plan, 'aws_instance.i', 'vpc_security_group_ids')).toEqual(['-> aws_security_group.a.id', byHand]);
  });

  test('rules name groups of peers by hand where there is a peering, and only there', () => {
    const rule = { address: 'aws_security_group.b', unknown: { ingress: [{ security_groups: true }] }, known: { ingress: [{}] } };
    const written = { ...inNew, 'aws_security_group.b': { ingress: id.vpc_security_group_ids } };
    const peering = { address: 'aws_vpc_peering_connection.p' };
    const peersOf = (...more: { address: string }[]): unknown =>
      argument(
        readShown('net', planJson({ resources: [VPC, group, rule, ...more], written })),
        'aws_security_group.b',
        'ingress',
      );
    expect(peersOf()).toEqual([{ security_groups: ['-> aws_security_group.a.id'] }]);
    expect(peersOf(peering)).toEqual([{ security_groups: ['-> aws_security_group.a.id', byHand] }]);
  });

  test('more than 32 that may be in it are not listed, those that are written out are', () => {
    const subnets = (count: number, references = ['aws_subnet.s']): unknown => {
      const some = Array.from({ length: count }, (_, index) => ({
        address: `aws_subnet.s[${String(index)}]`,
        unknown: { id: true },
      }));
      const lb = { address: 'aws_lb.l', unknown: { subnets: true } };
      const written = { 'aws_lb.l': { subnets: { references } } };
      return argument(readShown('net', planJson({ resources: [...some, lb], written })), 'aws_lb.l', 'subnets');
    };
    expect(subnets(32)).toHaveLength(33);
    expect(subnets(33)).toBe('? known only after apply, from aws_subnet.s');
    const each = Array.from({ length: 33 }, (_, index) => `aws_subnet.s[${String(index)}].id`);
    expect(subnets(33, each)).toHaveLength(34);
  });
});
