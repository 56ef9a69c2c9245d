import fc from 'fast-check';

import { keyText, stepsOf, traversalsOf, type Step } from '../../../../../../policies/model/shown/references/document/traversal';

function textsOf(...references: string[]): string[] {
  return traversalsOf(references).map(({ text }) => text);
}

test('a reference is told with everything that it begins with, and read once', () => {
  expect(textsOf('aws_vpc.main.id', 'aws_vpc.main')).toEqual(['aws_vpc.main.id']);
  expect(textsOf('aws_subnet.a[0].id', 'aws_subnet.a[0]', 'aws_subnet.a', 'count.index')).toEqual([
    'aws_subnet.a[0].id',
    'count.index',
  ]);
});

test('a reference to all of a resource beside one to its attribute is a second one', () => {
  expect(textsOf('aws_vpc.main.id', 'aws_vpc.main', 'aws_vpc.main')).toEqual(['aws_vpc.main.id', 'aws_vpc.main']);
});

test('aws_vpc.main is no beginning of aws_vpc.mainland.id', () => {
  expect(textsOf('aws_vpc.mainland.id', 'aws_vpc.mainland', 'aws_vpc.main')).toEqual(['aws_vpc.mainland.id', 'aws_vpc.main']);
});

test('keys are taken apart, dots and quotes in them included', () => {
  expect(stepsOf('module.vpc["a.b\\"c"].aws_subnet.app[12].id')).toEqual([
    { name: 'module' },
    { name: 'vpc' },
    { key: 'a.b"c' },
    { name: 'aws_subnet' },
    { name: 'app' },
    { key: 12 },
    { name: 'id' },
  ]);
});

test('a text that is no reference has no steps', () => {
  expect(stepsOf('aws_vpc.main[*].id')).toEqual([]);
});

test('whatever the names and keys: steps written down are read again', () => {
  const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,6}$/);
  const later = fc.array(
    fc.oneof(
      name.map((each): Step => ({ name: each })),
      fc.oneof(fc.nat(), fc.string()).map((key): Step => ({ key })),
    ),
  );
  fc.assert(
    fc.property(name, later, (first, rest) => {
      const text = rest.map((step) => ('name' in step ? `.${step.name}` : keyText(step.key))).join('');
      expect(stepsOf(`${first}${text}`)).toEqual([{ name: first }, ...rest]);
    }),
  );
});
