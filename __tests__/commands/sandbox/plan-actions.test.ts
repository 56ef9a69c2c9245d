import { planActions } from '../../../commands/sandbox/plan-actions';

const change = (address: string, actions: string[], more: object = {}): object => ({ address, change: { actions }, ...more });
const read = (...changes: object[]): unknown => planActions(JSON.stringify({ resource_changes: changes }));

test('resources that are read or left alone are no actions', () => {
  expect(read(change('data.aws_vpc.a', ['read']), change('aws_vpc.b', ['no-op']))).toEqual([]);
});

test('creation, change and destruction are named by their address', () => {
  expect(read(change('aws_vpc.a', ['create']), change('aws_vpc.b', ['update']), change('aws_vpc.c', ['delete']))).toEqual([
    { address: 'aws_vpc.a', actions: ['create'] },
    { address: 'aws_vpc.b', actions: ['update'] },
    { address: 'aws_vpc.c', actions: ['delete'] },
  ]);
});

test('a replacement names the attributes that force it', () => {
  const replaced = {
    address: 'aws_vpc.a',
    change: { actions: ['delete', 'create'], replace_paths: [['cidr_block'], ['rule', 0, 'port']] },
  };
  expect(read(replaced)).toEqual([
    { address: 'aws_vpc.a', actions: ['delete', 'create'], replacePaths: ['cidr_block', 'rule.0.port'] },
  ]);
});

test('a mere move is an action, with the address it comes from', () => {
  expect(read(change('aws_vpc.b', ['no-op'], { previous_address: 'aws_vpc.a' }))).toEqual([
    { address: 'aws_vpc.b', actions: ['no-op'], previousAddress: 'aws_vpc.a' },
  ]);
});

test('a plan of outputs alone holds no action', () => {
  expect(planActions('{"output_changes": {"id": {"actions": ["create"]}}}')).toEqual([]);
});
