import type { Json } from '../../../../../policies/model/universe';
import type { PlannedResource } from '../plan-json';
import { type ModuleParts, read, to } from './expressions';

/** Two subnets by count that are to be made, one that is, one that is there already, and a load balancer whose subnets are open. */
const RESOURCES: readonly PlannedResource[] = [
  { address: 'aws_subnet.many[0]', unknown: { id: true } },
  { address: 'aws_subnet.many[1]', unknown: { id: true } },
  { address: 'aws_subnet.one', unknown: { id: true } },
  { address: 'aws_subnet.old', known: { id: 'subnet-old', zone: 'a' } },
  { address: 'aws_lb.l', unknown: { subnets: true } },
  { address: 'aws_lb.w', unknown: { subnets: true } },
  { address: 'aws_x.host', unknown: { id: true, network_id: true } },
  { address: 'data.aws_subnets.read', known: { ids: ['subnet-old'] } },
  { address: 'data.aws_subnets.many[0]', known: { ids: ['subnet-old'] } },
  { address: 'data.aws_subnets.many[1]', unknown: { ids: true } },
];
const LISTED: ModuleParts['written'] = {
  'aws_lb.l': { subnets: to('aws_subnet.many') },
  'aws_lb.w': { subnets: to('aws_subnet.many[0].id', 'aws_subnet.many[1].id') },
};

function readRoot(argument: string, expression: Json, resources = RESOURCES, more: ModuleParts = {}): unknown {
  const all = [...resources, { address: 'aws_user.it', unknown: { [argument]: true } }];
  return read('aws_user.it', argument, all, { ...more, written: { ...LISTED, 'aws_user.it': { [argument]: expression } } });
}

const ONE = '-> aws_subnet.one.id';
const FIRST = '-> aws_subnet.many[0].id';
const SECOND = '-> aws_subnet.many[1].id';
const EITHER = '-> aws_subnet.many[0].id | aws_subnet.one.id';
const MANY = '-> aws_subnet.many[0].id | aws_subnet.many[1].id';
const BY_HAND = "? a plan doesn't show ids that are written by hand: judge the state after the apply";

test('a set of ids that are written out holds each, and some by hand', () => {
  expect(readRoot('subnet_ids', to('aws_subnet.many[0].id', 'aws_subnet.one.id'))).toEqual([FIRST, ONE, BY_HAND]);
});

test.each([
  ['an attribute that is known', 'aws_subnet.old.zone'],
  ['a variable', 'var.public'],
  ['a part of a variable', 'var.settings.subnet_id'],
  ['a data source that was read', 'data.aws_subnets.read'],
  ['one that is called subnets', 'data.aws_subnets.subnets'],
  ['an attribute of one', 'data.aws_subnets.read.ids'],
  ['an index', 'count.index'],
])('a set of two ids and %s, which may choose, holds one of both, twice', (_, condition) => {
  const set = readRoot('subnet_ids', to(condition, 'aws_subnet.many[0].id', 'aws_subnet.one.id'));
  expect(set).toEqual([EITHER, EITHER, BY_HAND]);
});

test.each(['local.network.subnet_id', 'each.value.subnet_id', 'module.network.subnet_id'])(
  'a set by %s holds some of all that it may be',
  (reference) => {
    const both = to('aws_subnet.many[0].id', 'aws_subnet.many[1].id');
    const network = { outputs: { subnet_id: to('var.it') }, handed: { it: both } };
    const more = { calls: { network }, forEach: { 'aws_user.it': both } };
    expect(readRoot('subnet_ids', to(reference), RESOURCES.slice(0, 2), more)).toEqual([MANY, MANY, BY_HAND]);
  },
);

test('a set that is another one, of which some are picked, and an id: of each it is not known whether it is in it', () => {
  const all = `${MANY} | aws_subnet.one.id`;
  expect(readRoot('subnet_ids', to('aws_lb.l.subnets', 'aws_subnet.one.id'))).toEqual([all, all, all, BY_HAND]);
});

test('a set that is another one, in which each is written out, holds each; a set with an element of it holds one of them', () => {
  expect(readRoot('subnet_ids', to('aws_lb.w.subnets'))).toEqual([FIRST, SECOND, BY_HAND]);
  expect(readRoot('subnet_ids', to('aws_lb.w.subnets[0]'))).toEqual([MANY, MANY, BY_HAND]);
});

test('a condition by a local that is a switch, or tags, chooses, and is none of what it chooses from', () => {
  expect(readRoot('subnet_id', to('local.create', 'local.subnet_tags', 'aws_subnet.many[1].id'))).toBe(SECOND);
});

test.each(['local.attach_to_subnet_id', 'local.tags_of_subnet', 'local.subnetags'])(
  '%s is no switch and no tags',
  (reference) => {
    expect(readRoot('subnet_id', to(reference, 'aws_subnet.many[1].id'), RESOURCES.slice(0, 2))).toBe(
      '-> aws_subnet.many[0].id | aws_subnet.many[1].id',
    );
  },
);

test.each(['count.index', 'path.module', 'terraform.workspace', 'var.at', 'each.key'])(
  'an id by another name is taken for what is asked for, by an index such as %s too',
  (index) => {
    expect(readRoot('subnet_id', to('aws_x.host.network_id', index))).toBe('-> aws_x.host.network_id');
  },
);

test('an id by another name beside ids of subnets may choose: unknown', () => {
  expect(readRoot('subnet_id', to('aws_x.host.network_id', 'aws_subnet.one.id'))).toBe(
    '? depends on aws_x.host.network_id, known only after apply',
  );
});

test.each<[string, readonly string[], string]>([
  ['all of a resource that is no subnet', ['aws_x.host'], "it is a part of aws_x.host that a plan doesn't show"],
  [
    'one of several data sources that is read during the apply',
    ['data.aws_subnets.many'],
    'comes from data.aws_subnets.many, which is read during the apply: judge the state after the apply',
  ],
  ['each.value where there is no for_each', ['each.value'], 'it comes from each.value'],
  ['something without a name', ['self'], 'it comes from self'],
  ['an output of which there is none', ['module.gone.id'], 'it comes from module.gone.id'],
  [
    'an element of a set that is not known',
    ['aws_lb.l.subnets[0]'],
    'is an element of aws_lb.l.subnets[0], known only after apply',
  ],
  ['two of these', ['each.value', 'module.gone.id'], 'it comes from each.value; it comes from module.gone.id'],
])('subnet_id by %s is unknown', (_, references, why) => {
  expect(readRoot('subnet_id', to(...references))).toBe(`? ${why}`);
});
