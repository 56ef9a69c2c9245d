import fc from 'fast-check';

import { readShown } from '../../../../../policies/model/shown';
import { Reference } from '../../../../../policies/model/term';
import { planJson, type PlannedResource } from '../plan-json';

/** What an expression refers to, as Terraform lists it, and each value that it may have: an instance's id, or a text. */
interface Expression {
  readonly references: readonly string[];
  readonly values: readonly string[];
}

/** Two subnets by count that are to be made, one that is, and one that is there already. */
const SUBNETS: readonly PlannedResource[] = [
  { address: 'aws_subnet.many[0]', unknown: { id: true } },
  { address: 'aws_subnet.many[1]', unknown: { id: true } },
  { address: 'aws_subnet.one', unknown: { id: true, vpc_id: true, zone: true } },
  { address: 'aws_subnet.old', known: { id: 'subnet-old', zone: 'a' } },
];

const ids = fc.constantFrom<Expression>(
  { references: ['aws_subnet.many[0].id', 'aws_subnet.many[0]', 'aws_subnet.many'], values: ['aws_subnet.many[0]'] },
  { references: ['aws_subnet.one.id', 'aws_subnet.one'], values: ['aws_subnet.one'] },
  { references: ['aws_subnet.old.id', 'aws_subnet.old'], values: ['subnet-old'] },
  { references: ['aws_subnet.many', 'count.index'], values: ['aws_subnet.many[0]', 'aws_subnet.many[1]'] },
  { references: ['aws_subnet.many'], values: ['aws_subnet.many[0]', 'aws_subnet.many[1]'] },
  { references: ['local.subnet'], values: ['aws_subnet.one', 'by hand'] },
  { references: [], values: ['by hand'] },
);
const conditions = fc.constantFrom<readonly string[]>(
  [],
  ['var.public'],
  ['local.public'],
  ['aws_subnet.old.zone', 'aws_subnet.old'],
  ['count.index'],
);

/** `condition ? one : other`, and an element of what is written down as a list, nested. */
const expressions = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    ids,
    fc.tuple(conditions, tie('expression'), tie('expression')).map(([condition, one, other]) => ({
      references: [...condition, ...one.references, ...other.references],
      values: [...one.values, ...other.values],
    })),
  ),
})).expression;

const KNOWN: readonly string[] = ['by hand', 'subnet-old'];

/** The addresses that `subnet_id` is read as; nothing where it is unknown. */
function targetsOf(references: readonly string[], more: readonly PlannedResource[] = []): readonly string[] | undefined {
  const host = { address: 'aws_instance.i', unknown: { subnet_id: true } };
  const subnets = { subnets: { references: ['aws_subnet.one.id', 'aws_subnet.one'] } };
  const written = { 'aws_instance.i': { subnet_id: { references } }, 'aws_lb.l': subnets };
  const plan = planJson({ resources: [...SUBNETS, ...more, host], written });
  const term = readShown('net', plan).resources.find(({ address }) => address === 'aws_instance.i')?.body.subnet_id;
  return term instanceof Reference ? term.targets.map(({ key }) => key.slice('net:'.length)) : undefined;
}

test('whatever the value turns out to be, as long as the plan does not know it: it is among the targets', () => {
  fc.assert(
    fc.property(expressions, ({ references, values }) => {
      // A value that is known would stand in the plan.
      const possible = values.filter((value) => !KNOWN.includes(value));
      const targets = targetsOf(references);
      const missed = targets === undefined ? [] : possible.filter((value) => !targets.includes(value));
      expect(missed).toEqual([]);
    }),
  );
});

test('some target is always found, by way of a local, too', () => {
  fc.assert(
    fc.property(expressions, ({ references, values }) => {
      fc.pre(values.some((value) => !KNOWN.includes(value)));
      expect(targetsOf(references)).toEqual(expect.arrayContaining([expect.stringMatching(/^aws_subnet\./)]));
    }),
  );
});

test('a condition that is itself unknown may choose something written by hand: unknown', () => {
  expect(
    targetsOf(['aws_subnet.one.zone', 'aws_subnet.one', 'aws_subnet.many[0].id', 'aws_subnet.many[0]', 'aws_subnet.many']),
  ).toBe(undefined);
});

test('an id of something else that is unknown may choose, too: unknown', () => {
  expect(
    targetsOf(['aws_subnet.one.vpc_id', 'aws_subnet.one', 'aws_subnet.many[0].id', 'aws_subnet.many[0]', 'aws_subnet.many']),
  ).toBe(undefined);
});

test('one element of a set that is unknown may have been written by hand: unknown', () => {
  expect(targetsOf(['aws_lb.l.subnets', 'aws_lb.l'], [{ address: 'aws_lb.l', unknown: { subnets: true } }])).toBe(undefined);
});

test('two calls of a module that pass each other on end in no answer, not in a circle', () => {
  const call = (name: string): object => ({
    expressions: { id: { references: [`module.${name}.id`, `module.${name}`] } },
    module: { outputs: { id: { expression: { references: ['var.id'] } } } },
  });
  const written = [{ address: 'aws_instance.i', expressions: { subnet_id: { references: ['module.a.id', 'module.a'] } } }];
  const configuration = { root_module: { resources: written, module_calls: { a: call('b'), b: call('a') } } };
  const resources = [{ address: 'aws_instance.i', unknown: { subnet_id: true } }];
  const plan = planJson({ resources, more: { configuration: JSON.parse(JSON.stringify(configuration)) as never } });
  expect(readShown('net', plan).resources[0]?.body.subnet_id).toMatchObject({ why: 'its references go in a circle' });
});
