import { readShown } from '../../../../../policies/model/shown';
import { Unknown } from '../../../../../policies/model/term';
import type { Json } from '../../../../../policies/model/universe';
import { planJson, type PlannedResource } from '../plan-json';

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

test('an expression of constants and functions alone is not followed', () => {
  expect(isLeftOut([])).toBe(false);
});
