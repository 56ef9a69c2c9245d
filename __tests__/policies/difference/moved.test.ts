import { differenceOf, lines, written } from './differences';

const VPC = { cidr_block: '10.0.0.0/16' };

describe('what moves, comes in or leaves without being made or destroyed', () => {
  it('is moved by a moved block, and whoever names it is the same', () => {
    const before = written({ 'aws_vpc.a': VPC, 'aws_subnet.s': { vpc_id: '${aws_vpc.a.id}', depends_on: ['aws_vpc.a'] } });
    const after = written(
      { 'aws_vpc.b': VPC, 'aws_subnet.s': { vpc_id: '${aws_vpc.b.id}', depends_on: ['aws_vpc.b'] } },
      { moved: [{ from: 'aws_vpc.a', to: 'aws_vpc.b' }] },
    );

    expect(lines(differenceOf(before, after))).toEqual(['moved aws_vpc.b from aws_vpc.a']);
  });

  it('is changed as well where an argument is another one', () => {
    const after = written({ 'aws_vpc.b': { ...VPC, tags: { Name: 'b' } } }, { moved: [{ from: 'aws_vpc.a', to: 'aws_vpc.b' }] });

    expect(lines(differenceOf(written({ 'aws_vpc.a': VPC }), after))).toEqual(['changed aws_vpc.b from aws_vpc.a']);
  });

  it('follows moves one after the other', () => {
    const moved = [
      { from: 'aws_vpc.a', to: 'aws_vpc.b' },
      { from: 'aws_vpc.b', to: 'aws_vpc.c' },
    ];

    expect(lines(differenceOf(written({ 'aws_vpc.a': VPC }), written({ 'aws_vpc.c': VPC }, { moved })))).toEqual([
      'moved aws_vpc.c from aws_vpc.a',
    ]);
  });

  it('moves nothing to where something is', () => {
    const moved = [{ from: 'aws_vpc.a', to: 'aws_vpc.b' }];
    const before = written({ 'aws_vpc.a': VPC, 'aws_vpc.b': VPC });

    expect(lines(differenceOf(before, written({ 'aws_vpc.b': VPC }, { moved })))).toEqual(['removed aws_vpc.a']);
  });

  it('moves one to the first of several by itself, as Terraform does where count is written', () => {
    const after = written({ 'aws_vpc.a': { ...VPC, count: 2 } });

    expect(lines(differenceOf(written({ 'aws_vpc.a': VPC }), after))).toEqual([
      'added aws_vpc.a[1]',
      'moved aws_vpc.a[0] from aws_vpc.a',
    ]);
  });

  it('does not know what comes or goes where only a plan tells how many there are', () => {
    const after = written({ 'aws_vpc.a': { ...VPC, count: '${var.vpcs}' } });
    const { counts, changes } = differenceOf(written({ 'aws_vpc.a': { ...VPC, count: 2 } }), after);

    expect(counts).toMatchObject({ unknown: changes.length, added: 0, removed: 0 });
  });

  it('is imported where an import block names an address that was not there', () => {
    const after = written({ 'aws_vpc.a': VPC }, { import: [{ to: 'aws_vpc.a', id: 'vpc-1' }] });

    expect(differenceOf(written({}), after).changes).toMatchObject([{ action: 'imported', importedAs: 'vpc-1' }]);
  });

  it.each([
    ['forgotten', false],
    ['removed', true],
  ])('is %s where a removed block says destroy = %s', (action, destroy) => {
    const after = written({}, { removed: [{ from: 'aws_vpc.a', lifecycle: { destroy } }] });

    expect(lines(differenceOf(written({ 'aws_vpc.a': VPC }), after))).toEqual([`${action} aws_vpc.a`]);
  });
});
