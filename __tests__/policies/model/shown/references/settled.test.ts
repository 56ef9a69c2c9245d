import { readShown } from '../../../../../policies/model/shown';
import { Unknown } from '../../../../../policies/model/term';
import type { Json } from '../../../../../policies/model/universe';
import { planJson, type PlannedResource } from '../plan-json';
import { type CallParts, read, to } from './expressions';

const RESOURCES: readonly PlannedResource[] = [
  { address: 'module.store.aws_sqs_queue.it', unknown: { kms_master_key_id: true } },
  { address: 'aws_kms_key.new', known: { policy: '{}' }, unknown: { arn: true } },
  { address: 'data.aws_kms_alias.read', known: { target_key_arn: 'arn:aws:kms:eu-west-1:111122223333:key/1' } },
  { address: 'data.aws_kms_alias.later', unknown: { target_key_arn: true } },
];

/** Whether `kms_master_key_id`, which isn't known, is one that nobody set: the queue's module is called with these arguments. */
function isLeftOut(references: readonly string[], handed: Readonly<Record<string, Json>> = {}, forEach?: Json): boolean {
  const queue = { address: 'aws_sqs_queue.it', expressions: { kms_master_key_id: { references } } };
  const store = {
    expressions: handed,
    module: { resources: [forEach === undefined ? queue : { ...queue, for_each_expression: forEach }] },
  };
  const none = { module: { resources: [], outputs: { arn: { expression: { references: ['aws_kms_key.none'] } } } } };
  const written = ['aws_kms_key.new', 'aws_kms_key.none', 'data.aws_kms_alias.read', 'data.aws_kms_alias.later'];
  const root = { resources: written.map((address) => ({ address })), module_calls: { store, none } };
  const plan = planJson({
    resources: RESOURCES,
    more: { configuration: { root_module: root } },
  });
  const term = readShown('app', plan).resources.find(({ type }) => type === 'aws_sqs_queue')?.body.kms_master_key_id;
  return term instanceof Unknown && term.computed;
}

test('an argument by a variable that the module was given no value for is left out: kms_master_key_id = var.key', () => {
  expect(isLeftOut(['var.key'])).toBe(true);
});

test.each<[string, Json, boolean]>([
  ['a constant', { constant_value: null }, true],
  ['a key by JSON', { constant_value: '${aws_kms_key.new.arn}', references: ['aws_kms_key.new.arn', 'aws_kms_key.new'] }, false],
  ['a variable of the root module', { references: ['var.key'] }, true],
  ['a key that is still to be made', { references: ['aws_kms_key.new.arn', 'aws_kms_key.new'] }, false],
  ['an attribute of it that is known', { references: ['aws_kms_key.new.policy', 'aws_kms_key.new'] }, true],
  ['the whole of it', { references: ['aws_kms_key.new'] }, false],
  ['a key of which there is none', { references: ['aws_kms_key.none[0].arn', 'aws_kms_key.none[0]', 'aws_kms_key.none'] }, true],
  ['a data source that was read', { references: ['data.aws_kms_alias.read.target_key_arn', 'data.aws_kms_alias.read'] }, true],
  [
    'one that is read during the apply',
    { references: ['data.aws_kms_alias.later.target_key_arn', 'data.aws_kms_alias.later'] },
    false,
  ],
  ['a local', { references: ['local.key'] }, false],
  ['a function of no values, as uuid() is', {}, false],
  ['an output of which there is none', { references: ['module.none.arn', 'module.none'] }, false],
  ["a module that isn't there", { references: ['module.gone.arn', 'module.gone'] }, false],
  ['something that Terraform has learned since', { references: ['ephemeral.key.it'] }, false],
])('given %s, it is left out or not as the value is known or not', (_, handed, expected) => {
  expect(isLeftOut(['var.key'], { key: handed })).toBe(expected);
});

test('one reference among several that is not known is enough: it is not left out', () => {
  expect(isLeftOut(['var.key', 'var.use'], { key: { references: ['local.key'] }, use: { constant_value: true } })).toBe(false);
});

test('what each goes over is followed: a map of constants sets nothing, one of a local may', () => {
  expect(isLeftOut(['each.value'], {}, { references: ['var.queues'] })).toBe(true);
  expect(isLeftOut(['each.value'], {}, { references: ['local.queues'] })).toBe(false);
  // A condition there has to be known before anything is planned; elsewhere it need not be.
  expect(isLeftOut(['each.value'], {}, { references: ['var.queues', 'local.create'] })).toBe(true);
  expect(isLeftOut(['var.key', 'local.create'])).toBe(false);
  expect(isLeftOut(['each.key'], {}, { references: ['local.queues'] })).toBe(true);
  expect(isLeftOut(['each.value'])).toBe(false);
});

test.each<[string, Json, boolean]>([
  ['a map that is written out', { constant_value: { a: {} } }, true],
  ['a map made by functions alone', {}, false],
  ['a map and a local, which is no condition', to('var.queues', 'local.queues'), false],
  ['a map and a part of a local, whatever it is called', to('var.queues', 'local.create_all.arn'), false],
  ['a map and a local called create_key_arn, which is no condition', to('var.queues', 'local.create_key_arn'), false],
])('each.value of %s is left out or not as it is known or not', (_, forEach, expected) => {
  expect(isLeftOut(['each.value'], {}, forEach)).toBe(expected);
});

test('a variable that is a condition is followed as others are', () => {
  const forEach = to('var.queues', 'var.create');
  expect(isLeftOut(['each.value'], { create: to('local.something') }, forEach)).toBe(false);
  expect(isLeftOut(['each.value'], { create: { constant_value: true } }, forEach)).toBe(true);
});

test.each(['count.index', 'path.module', 'terraform.workspace'])('%s is known beside a variable', (reference) => {
  expect(isLeftOut(['var.key', reference])).toBe(true);
});

test('two modules that hand each other the same key end in no answer, not in a circle', () => {
  const call = (name: string): CallParts => ({ handed: { key: to(`module.${name}.key`) }, outputs: { key: to('var.key') } });
  const resources = [{ address: 'aws_sqs_queue.it', unknown: { kms_master_key_id: true } }];
  const written = { 'aws_sqs_queue.it': { kms_master_key_id: to('module.a.key') } };
  expect(read('aws_sqs_queue.it', 'kms_master_key_id', resources, { written, calls: { a: call('b'), b: call('a') } })).toBe(
    '? its references go in a circle',
  );
});

/** Whether a key is left out that two modules by key, and one without, hand out. */
function isLeftOutBy(reference: string): boolean {
  const key = (address: string, known: boolean): PlannedResource => {
    return { address, known: {}, unknown: known ? { policy: true } : { arn: true } };
  };
  const resources = [
    { address: 'aws_sqs_queue.it', unknown: { kms_master_key_id: true } },
    key('aws_kms_key.many[0]', true),
    key('aws_kms_key.many[1]', false),
    key('module.zoned["a"].aws_kms_key.it', true),
    key('module.zoned["b"].aws_kms_key.it', false),
  ];
  const written = { 'aws_sqs_queue.it': { kms_master_key_id: to(reference) }, 'aws_kms_key.many': {} };
  const zoned: CallParts = { written: { 'aws_kms_key.it': {} }, outputs: { arn: to('aws_kms_key.it.arn') } };
  const outputs = { text: { constant_value: 'a' }, arn: to('local.arn'), given: to('var.given') };
  const plain: CallParts = { outputs, handed: { given: to('var.anything') } };
  return read('aws_sqs_queue.it', 'kms_master_key_id', resources, { written, calls: { zoned, plain } }) === 'computed';
}

test.each([
  ['one of several instances that is known', 'aws_kms_key.many[0].arn', true],
  ['one that is not', 'aws_kms_key.many[1].arn', false],
  ['any of them', 'aws_kms_key.many', false],
  ['an output that is a text', 'module.plain.text', true],
  ['an output that was given', 'module.plain.given', true],
  ['an output that is a local', 'module.plain.arn', false],
  ['any output', 'module.plain', false],
  ['an output of one instance of a module, where it is known', 'module.zoned["a"].arn', true],
  ['the same output of another, where it is not', 'module.zoned["b"].arn', false],
  ['that of any of them', 'module.zoned', false],
  ['something without a name', 'self', false],
])('by %s, %s, it is left out or not as that is known or not', (_, reference, expected) => {
  expect(isLeftOutBy(reference)).toBe(expected);
});

test('an expression of constants and functions alone is not followed', () => {
  expect(isLeftOut([])).toBe(false);
});
