import { differenceOf, lines, stacksDifference, written } from './differences';

const VPC = { cidr_block: '10.0.0.0/16', tags: { Name: 'a' } };
const SUBNET = { vpc_id: '${aws_vpc.a.id}', cidr_block: '10.0.1.0/24' };

describe('what differs between two synths', () => {
  it('is nothing between a document and itself', () => {
    const document = written({ 'aws_vpc.a': VPC, 'aws_subnet.b': SUBNET, 'other_thing.c': { x: '${var.y}' } });

    expect(differenceOf(document, document)).toMatchObject({ changes: [], doubts: [] });
  });

  it('is what was added and what was removed', () => {
    expect(lines(differenceOf(written({ 'aws_vpc.a': VPC }), written({ 'aws_vpc.b': VPC })))).toEqual([
      'removed aws_vpc.a',
      'added aws_vpc.b',
    ]);
  });

  it('changes tags in place', () => {
    const [change] = differenceOf(
      written({ 'aws_vpc.a': VPC }),
      written({ 'aws_vpc.a': { ...VPC, tags: { Name: 'b' } } }),
    ).changes;

    expect(change).toMatchObject({
      action: 'changed',
      attributes: [{ path: 'tags.Name', before: { value: 'a' }, after: { value: 'b' } }],
    });
  });

  it('replaces a VPC of another range, and the subnet in it since its id will be another one', () => {
    const after = written({ 'aws_vpc.a': { ...VPC, cidr_block: '10.1.0.0/16' }, 'aws_subnet.b': SUBNET });
    const { changes } = differenceOf(written({ 'aws_vpc.a': VPC, 'aws_subnet.b': SUBNET }), after);

    expect(changes).toMatchObject([
      { action: 'replaced', address: 'aws_subnet.b', forcedBy: ['vpc_id'] },
      { action: 'replaced', address: 'aws_vpc.a', forcedBy: ['cidr_block'] },
    ]);
    expect(changes[0]?.attributes).toEqual([
      { path: 'vpc_id', before: { expression: 'aws_vpc.a.id' }, after: { knownAfterApply: true } },
    ]);
  });

  it('leaves the subnet alone where its VPC is changed in place', () => {
    const after = written({ 'aws_vpc.a': { ...VPC, tags: { Name: 'b' } }, 'aws_subnet.b': SUBNET });

    expect(lines(differenceOf(written({ 'aws_vpc.a': VPC, 'aws_subnet.b': SUBNET }), after))).toEqual(['changed aws_vpc.a']);
  });

  it.each([
    ['aws_db_instance', { engine: 'mysql' }, { engine: 'postgres' }, "the table doesn't know aws_db_instance"],
    [
      'aws_vpc',
      { ipv4_ipam_pool_id: 'a' },
      { ipv4_ipam_pool_id: 'b' },
      "the table doesn't know what ipv4_ipam_pool_id of aws_vpc does",
    ],
  ])('says of %s that it is not known what %j → %j does', (type, one, other, why) => {
    const [change] = differenceOf(written({ [`${type}.a`]: one }), written({ [`${type}.a`]: other })).changes;

    expect(change).toMatchObject({ action: 'unknown', rank: 'loss', why });
  });

  it('says that a resource is rewritten where only what Terraform reads for itself differs', () => {
    const guarded = { ...VPC, lifecycle: { prevent_destroy: true } };
    const [change] = differenceOf(written({ 'aws_vpc.a': guarded }), written({ 'aws_vpc.a': VPC })).changes;

    expect(change).toMatchObject({
      action: 'rewritten',
      attributes: [{ path: 'lifecycle', before: { value: { prevent_destroy: true } } }],
    });
  });

  it('leaves what is left to others alone, and does not know what becomes of what was left to them', () => {
    const left = { ...VPC, tags: { Name: 'b' }, lifecycle: { ignore_changes: ['tags'] } };
    const ignored = differenceOf(written({ 'aws_vpc.a': VPC }), written({ 'aws_vpc.a': left }));
    const taken = differenceOf(written({ 'aws_vpc.a': left }), written({ 'aws_vpc.a': VPC }));

    expect(lines(ignored)).toEqual(['rewritten aws_vpc.a']);
    expect(taken.changes[0]).toMatchObject({
      action: 'unknown',
      why: "tags was left to others so far: what it is now isn't told",
    });
  });

  it('replaces what is to be made anew when another one changes', () => {
    const subnet = { ...SUBNET, lifecycle: { replace_triggered_by: ['aws_vpc.a'] } };
    const after = { 'aws_vpc.a': { ...VPC, tags: { Name: 'b' } }, 'aws_subnet.b': subnet };
    const [change] = differenceOf(written({ 'aws_vpc.a': VPC, 'aws_subnet.b': subnet }), written(after)).changes;

    expect(change).toMatchObject({ address: 'aws_subnet.b', action: 'replaced', forcedBy: ['lifecycle.replace_triggered_by'] });
  });

  it('changes all that take tags where the provider gives others to all, but for those with a tag of their own', () => {
    const own = { ...VPC, tags: { owner: 'me' } };
    const of = (owner: string): ReturnType<typeof written> =>
      written(
        { 'aws_vpc.a': VPC, 'aws_vpc.own': own, 'aws_route.r': { gateway_id: 'igw-1' } },
        { provider: { aws: { default_tags: [{ tags: { owner } }] } } },
      );
    const { changes } = differenceOf(of('a'), of('b'));

    expect(changes).toMatchObject([
      { address: 'aws_vpc.a', action: 'changed', attributes: [{ path: 'tags_all.owner', after: { value: 'b' } }] },
    ]);
  });

  it('doubts what is there where the provider works elsewhere, or the state lies elsewhere', () => {
    const of = (region: string, path: string): ReturnType<typeof written> =>
      written({ 'aws_vpc.a': VPC }, { provider: { aws: { region } }, terraform: { backend: { local: { path } } } });
    const { doubts, changes } = differenceOf(of('eu-west-1', 'a'), of('us-east-1', 'b'));

    expect(doubts).toEqual([
      {
        stack: 'dev',
        why: 'provider aws has region "eu-west-1" → "us-east-1": what is there for its resources isn\'t told',
      },
      { stack: 'dev', why: 'backend.local.path "a" → "b": Terraform looks for the state elsewhere' },
    ]);
    expect(changes).toMatchObject([{ action: 'unknown', why: 'its provider works in another account or Region' }]);
  });

  it('tells of a stack that is gone that nobody plans it, and of its twin that it may be the same', () => {
    const stack = written({ 'aws_vpc.a': VPC, 'aws_subnet.b': SUBNET });
    const { doubts, counts } = stacksDifference({ dev: stack, keep: stack }, { keep: stack, development: stack });

    expect(counts).toMatchObject({ removed: 2, added: 2 });
    expect(doubts).toEqual([
      {
        stack: 'dev',
        why:
          'the stack is gone, so nobody plans it: what it made stays in AWS until its state is planned once more without it. ' +
          'development has most of its addresses: if the stack was renamed, move its state there, or all of it is made a second time',
      },
    ]);
  });

  it('tells policies apart by their statements', () => {
    const policy = (...statements: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
    const read = { Sid: 'Read', Effect: 'Allow', Action: 's3:Get*', Resource: '*' };
    const list = { Sid: 'List', Effect: 'Allow', Action: 's3:List*', Resource: '*' };
    const deny = { Sid: 'Deny', Effect: 'Deny', Action: 's3:Delete*', Resource: '*' };
    const body = (...statements: object[]): object => ({ name: 'p', policy: policy(...statements) });
    const [change] = differenceOf(
      written({ 'aws_iam_policy.a': body(read, list) }),
      written({ 'aws_iam_policy.a': body(deny, { ...read, Action: ['s3:*'] }) }),
    ).changes;

    expect(change).toMatchObject({ action: 'changed', rank: 'security' });
    expect(change?.attributes[0]?.statements).toEqual([
      { action: 'changed', name: 'statement "Read"', before: { Action: 's3:Get*' }, after: { Action: 's3:*' } },
      { action: 'removed', name: 'statement "List"', before: list },
      { action: 'added', name: 'statement "Deny"', after: deny },
    ]);
  });

  it('does not know what the provider does about a policy that says the same in other words', () => {
    const statement = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' };
    const policy = (action: unknown): string => JSON.stringify({ Statement: [{ ...statement, Action: action }] });
    const [change] = differenceOf(
      written({ 'aws_iam_policy.a': { policy: policy('s3:Get*') } }),
      written({ 'aws_iam_policy.a': { policy: policy(['s3:Get*']) } }),
    ).changes;

    expect(change).toMatchObject({
      action: 'unknown',
      attributes: [{ path: 'policy', statements: [] }],
      why: 'policy says the same in other words, of which the provider may take no notice',
    });
  });

  it('shows no secret, and tells two of them apart', () => {
    const parameter = { type: 'SecureString', name: '/a' };
    const difference = differenceOf(
      written({ 'aws_ssm_parameter.a': { ...parameter, value: 'hunter2' }, 'aws_db_instance.d': { password: 'hunter3' } }),
      written({ 'aws_ssm_parameter.a': { ...parameter, value: 'hunter4' }, 'aws_db_instance.d': { password: 'hunter5' } }),
    );

    expect(lines(difference)).toEqual(['unknown aws_db_instance.d', 'changed aws_ssm_parameter.a']);
    expect(JSON.stringify(difference)).not.toMatch(/hunter/);
  });
});
