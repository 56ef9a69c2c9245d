import { nodeCheck } from '../../../../commands/doctor/machine/node';

const node = { id: 'node', title: 'Node' };

test('Node 20.18.3 is a problem where package.json asks for >=20.19', () => {
  expect(nodeCheck('v20.18.3', '>=20.19')).toEqual({
    ...node,
    level: 'problem',
    found: '20.18.3',
    expected: '>=20.19',
    remedy: 'install Node 20.19 or later',
  });
});

test('Node 20.19.0 is well there', () => {
  expect(nodeCheck('v20.19.0', '>=20.19')).toEqual({ ...node, level: 'ok', found: '20.19.0' });
});

test('a range of another form is said to be beyond comparison, not to be met', () => {
  expect(nodeCheck('v20.19.0', '^20 || ^22')).toEqual({
    ...node,
    level: 'not checked',
    found: '20.19.0; package.json asks for "^20 || ^22", which can\'t be compared',
  });
});
