import { PlannedValues } from '../../../../../policies/model/shown/references/document/planned';
import { PolicyDocuments } from '../../../../../policies/model/shown/references/policy-documents';
import { Reference } from '../../../../../policies/model/term';
import type { Json } from '../../../../../policies/model/universe';

/** The text of `open` is known only after apply. */
const CHANGES: Json = [
  {
    address: 'data.aws_iam_policy_document.open',
    change: { after: {}, after_unknown: { json: true } },
  },
];

const document = (address: string, name: string, index?: number): Json => ({
  address,
  mode: 'data',
  type: 'aws_iam_policy_document',
  name,
  ...(index === undefined ? {} : { index }),
  values: {},
});

const PLAN: Readonly<Record<string, Json>> = {
  resource_changes: CHANGES,
  planned_values: {
    root_module: {
      resources: [
        document('data.aws_iam_policy_document.one', 'one'),
        document('data.aws_iam_policy_document.open', 'open'),
        { address: 'data.http.page', mode: 'data', type: 'http', name: 'page', values: {} },
        document('data.aws_iam_policy_document.many[0]', 'many', 0),
        document('data.aws_iam_policy_document.many[1]', 'many', 1),
      ],
      child_modules: [
        {
          address: 'module.m',
          resources: [
            { ...(document('module.m.data.aws_iam_policy_document.own', 'own') as object) },
            { address: 'module.m.aws_iam_policy.p', mode: 'managed', type: 'aws_iam_policy', name: 'p', values: {} },
          ],
        },
      ],
    },
  },
  configuration: {
    root_module: {
      module_calls: {
        m: {
          expressions: {
            text: { references: ['data.aws_iam_policy_document.one.json', 'data.aws_iam_policy_document.one'] },
            word: { constant_value: 'x' },
          },
          module: { variables: { policy: { default: null }, plain: {}, filled: { default: '{}' }, text: {} } },
        },
      },
    },
  },
};

const documents = new PolicyDocuments('net', new PlannedValues(PLAN));
const find = (references: readonly string[], module = ''): unknown => documents.find({ references }, module);

describe('the policy document that an argument is the text of', () => {
  it.each([
    [['data.aws_iam_policy_document.one.json', 'data.aws_iam_policy_document.one'], 'one', 'json'],
    [['data.aws_iam_policy_document.one.minified_json', 'data.aws_iam_policy_document.one'], 'one', 'minified_json'],
    [
      ['data.aws_iam_policy_document.many[1].json', 'data.aws_iam_policy_document.many[1]', 'data.aws_iam_policy_document.many'],
      'many[1]',
      'json',
    ],
  ])('%j is %s', (references, name, attribute) => {
    expect(find(references)).toEqual({ key: `net:data.aws_iam_policy_document.${name}`, attribute });
  });

  it('is found through a variable of a module', () => {
    expect(find(['var.text'], 'module.m')).toEqual({ key: 'net:data.aws_iam_policy_document.one', attribute: 'json' });
  });

  it('is the one beside a variable that is null: coalesce(var.policy, data.aws_iam_policy_document.own.json)', () => {
    const beside = (variable: string): unknown =>
      find([`var.${variable}`, 'data.aws_iam_policy_document.own.json', 'data.aws_iam_policy_document.own'], 'module.m');
    const own = { key: 'net:module.m.data.aws_iam_policy_document.own', attribute: 'json' };

    expect([beside('policy'), beside('plain')]).toEqual([own, own]);
    expect([beside('filled'), beside('word'), beside('unheard')]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    [['data.aws_iam_policy_document.one.json', 'data.aws_iam_policy_document.one', 'var.extra']],
    [['data.aws_iam_policy_document.one.json', 'data.aws_iam_policy_document.many[0].json']],
    [['data.aws_iam_policy_document.one.id', 'data.aws_iam_policy_document.one']],
    [['data.aws_iam_policy_document.one']],
    [['data.aws_iam_policy_document.many.json']],
    [['data.aws_iam_policy_document.gone.json']],
    [['data.aws_iam_policy.one.policy']],
    [['data.http.page.json', 'data.http.page']],
    [['local.aws_iam_policy_document.one.json']],
    [['var.text']],
    [[]],
  ])('is none where %j is referred to: it may be more, or another', (references) => {
    expect(find(references)).toBeUndefined();
  });

  it.each([[['local.text']], [['var.text.json', 'var.text']], [['var.text', 'data.aws_iam_policy_document.own.json']]])(
    'is none in a module that is given a text, where %j is referred to',
    (references) => {
      expect(find(references, 'module.m')).toBeUndefined();
    },
  );

  it('is none beside a local or a part of a variable, though a variable of that name is null', () => {
    const own = 'data.aws_iam_policy_document.own.json';
    expect([find(['local.policy', own], 'module.m'), find(['var.policy.json', 'var.policy', own], 'module.m')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is none where a module is given something else', () => {
    expect([find(['var.word'], 'module.m'), find(['var.none'], 'module.m')]).toEqual([undefined, undefined]);
  });
});

describe('the policy documents that a list is made of', () => {
  const [one, open] = ['one', 'open'].map((name) => `data.aws_iam_policy_document.${name}.json`) as [string, string];
  const list = (after: Json | undefined, marks: Json, ...references: readonly string[]): unknown =>
    documents.findList('source_policy_documents', after, marks, { references }, '');
  const text = (name: string): unknown => new Reference([{ key: `net:data.aws_iam_policy_document.${name}`, attribute: 'json' }]);

  it('are all to which it refers, where nothing of it is known: compact([one, open])', () => {
    expect(list(undefined, true, one, open)).toEqual([text('one'), text('open')]);
  });

  it('are those that are not known, beside the texts that are', () => {
    expect(list(['{}', null], [false, true], one, open)).toEqual(['{}', text('open')]);
    expect(list([null], [true], open)).toEqual([text('open')]);
  });

  it.each<[string, Json | undefined, Json, readonly string[]]>([
    ['it is in another order', [null, '{}'], [true, false], [one, open]],
    ['it has more than it refers to', ['{}', '{}', null], [false, false, true], [one, open]],
    ['it ends with more than it refers to', ['{}', null, '{}'], [false, true, false], [one, open]],
    ['a text that is known is none of its known ones', [null, null], [true, true], [one, open]],
    ['it refers to something else', undefined, true, [one, 'var.extra']],
    ['it refers to nothing', undefined, true, []],
  ])('are not told where %s', (_why, after, marks, references) => {
    expect(list(after, marks, ...references)).toBeUndefined();
  });

  it('are looked for in lists of documents alone', () => {
    expect(documents.findList('override_policy_documents', undefined, true, { references: [one] }, '')).toEqual([text('one')]);
    expect(documents.findList('resources', undefined, true, { references: [one, open] }, '')).toBeUndefined();
  });
});
