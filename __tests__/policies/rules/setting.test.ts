import { readShown } from '../../../policies/model/shown';
import { Unknown } from '../../../policies/model/term';
import type { Json, Universe } from '../../../policies/model/universe';
import { isTrue } from '../../../policies/rules/literal';
import { type Setting, settingRule } from '../../../policies/rules/setting';
import { universeOf } from '../universe';
import { linesOf } from './rule-fixture';

const SETTING: Setting = {
  types: ['aws_lb'],
  argument: 'access_logs.enabled',
  accepts: isTrue,
  otherwise: 'false',
  fix: 'switch it on',
};

function linesFor(setting: Partial<Setting>, universe: Universe): readonly string[] {
  return linesOf(settingRule({ id: 'x/y', summary: 'It is on', settings: [{ ...SETTING, ...setting }] }), universe);
}

const lines = (setting: Partial<Setting>, body: Readonly<Record<string, Json>>): readonly string[] =>
  linesFor(setting, universeOf({ 'aws_lb.x': body }));

describe('an argument that has to be true', () => {
  const on = { argument: 'on' };

  it.each<[Json]>([[true], ['true'], ['1']])('may be written %p', (value) => {
    expect(lines(on, { on: value })).toEqual([]);
  });

  it.each<[Json, string]>([
    [false, 'on is false'],
    ['false', 'on is false'],
    ['yes', 'on is "yes"'],
    [0, 'on is 0'],
    [null, 'on is left out, which means false'],
    ['', 'on is left out, which means false'],
  ])('is not where it is %p', (value, problem) => {
    expect(lines(on, { on: value })).toEqual([`violated aws_lb.x: ${problem}`]);
  });

  it('is unknown where it is set from outside, and where another resource will tell', () => {
    expect(lines(on, { on: '${var.on}' })).toEqual(["unknown aws_lb.x: on isn't known: it is set from outside: ${var.on}"]);
    expect(linesFor(on, universeOf({ 'aws_lb.x': { on: '${aws_vpc.v.main}' }, 'aws_vpc.v': {} }))).toEqual([
      "unknown aws_lb.x: on isn't known: known only after apply: dev:aws_vpc.v.main",
    ]);
    expect(linesFor(on, universeOf({ 'aws_lb.x': { on: 'a${aws_vpc.v.id}' }, 'aws_vpc.v': {} }))).toEqual([
      'unknown aws_lb.x: on isn\'t known: known only after apply: "a<dev:aws_vpc.v.id>"',
    ]);
  });

  it('holds by default where it is left out and the default does', () => {
    expect(lines({ ...on, otherwise: 'true' }, {})).toEqual([]);
    expect(lines({ ...on, otherwise: () => 'true' }, {})).toEqual([]);
  });

  it('is unknown where it is left out and nobody tells the default', () => {
    expect(lines({ ...on, otherwise: new Unknown('versions differ') }, {})).toEqual([
      'unknown aws_lb.x: on is left out: versions differ',
    ]);
  });

  it('is unknown where it is odd and nobody tells whether that matters', () => {
    expect(lines({ ...on, accepts: () => new Unknown('nobody knows it') }, { on: 'odd' })).toEqual([
      'unknown aws_lb.x: on is "odd": nobody knows it',
    ]);
  });

  it('need not be for what is spared, and is unknown where that is', () => {
    expect(lines({ ...on, spares: () => true }, {})).toEqual([]);
    expect(lines({ ...on, spares: () => new Unknown('its kind is not known') }, {})).toEqual([
      'unknown aws_lb.x: on is left out, which means false: its kind is not known',
    ]);
    expect(lines({ ...on, spares: () => new Unknown('its kind is not known') }, { on: true })).toEqual([]);
  });
});

describe('an argument inside of a block', () => {
  it.each<[string, Json]>([
    ['a block', { enabled: true }],
    ['a list of one block', [{ enabled: true }]],
    ['every block of several', [{ enabled: true }, { enabled: true }]],
  ])('is read in %s', (_, block) => {
    expect(lines({}, { access_logs: block })).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['the block is not there', null, 'is left out, which means false'],
    ['the list of blocks is empty', [], 'is left out, which means false'],
    ['the block leaves it out', { bucket: 'x' }, 'is left out, which means false'],
    ['one of two says otherwise', [{ enabled: true }, { enabled: false }], 'is false'],
  ])('is missed where %s', (_, block, problem) => {
    expect(lines({}, { access_logs: block })).toEqual([`violated aws_lb.x: access_logs.enabled ${problem}`]);
  });

  it('is told once where two blocks have the same fault', () => {
    expect(lines({}, { access_logs: [{ enabled: false }, { enabled: false }] })).toHaveLength(1);
  });

  it('is unknown where the blocks are generated', () => {
    const [line = '', ...others] = lines(
      {},
      { dynamic: { access_logs: { for_each: '${var.logs}', content: { enabled: true } } } },
    );

    expect(line).toContain("unknown aws_lb.x: access_logs.enabled isn't known: ");
    expect(others).toEqual([]);
  });

  it('is read two blocks deep', () => {
    const deep = { argument: 'target.ecs.public' };

    expect(lines(deep, { target: { ecs: [{ public: 'true' }] } })).toEqual([]);
    expect(lines(deep, { target: { ecs: [{ public: false }] } })).toEqual(['violated aws_lb.x: target.ecs.public is false']);
  });
});

describe('an argument of a plan and of a state', () => {
  const resource = (values: Json): Json => ({
    address: 'aws_lb.x',
    mode: 'managed',
    type: 'aws_lb',
    name: 'x',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    schema_version: 0,
    values,
  });
  const root = (values: Json): Json => ({ root_module: { resources: [resource(values)] } });
  const state = (values: Json): Universe => ({ stacks: [readShown('dev', { format_version: '1.0', values: root(values) })] });
  const plan = (after: Json, unknown: Json, expressions: Json): Universe => {
    const place = { address: 'aws_lb.x', mode: 'managed', type: 'aws_lb', name: 'x' };
    return {
      stacks: [
        readShown('dev', {
          format_version: '1.2',
          planned_values: root(after),
          resource_changes: [{ ...place, change: { actions: ['create'], before: null, after, after_unknown: unknown } }],
          configuration: { root_module: { resources: [{ ...place, provider_config_key: 'aws', expressions }] } },
        }),
      ],
    };
  };

  it('that the provider fills in has its default', () => {
    expect(linesFor({ argument: 'on' }, plan({}, { on: true }, {}))).toEqual([
      'violated aws_lb.x: on is left out, which means false',
    ]);
  });

  it('that somebody set to what only apply tells is unknown', () => {
    const universe = plan({}, { on: true }, { on: { references: ['aws_vpc.v.main', 'aws_vpc.v'] } });

    expect(linesFor({ argument: 'on' }, universe)).toEqual([
      "unknown aws_lb.x: on isn't known: known only after apply, from aws_vpc.v.main",
    ]);
  });

  it('is read where its blocks are a list, as both have them', () => {
    expect(linesFor({}, plan({ access_logs: [{ enabled: true }] }, {}, {}))).toEqual([]);
    expect(linesFor({}, state({ access_logs: [{ enabled: true }] }))).toEqual([]);
    expect(linesFor({}, state({ access_logs: [] }))).toEqual([
      'violated aws_lb.x: access_logs.enabled is left out, which means false',
    ]);
  });
});
