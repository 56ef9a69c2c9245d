import { Unknown } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { refusalOf } from '../../../refusal';
import { type Document, documentsOf } from '../../universe';

/** The resources of a document, by address. */
function bodiesOf(document: Document): Readonly<Record<string, ResourceFact['body']>> {
  const [dev] = documentsOf({ dev: document });
  return Object.fromEntries((dev?.resources ?? []).map(({ address, body }) => [address, body]));
}

const VPCS = { 'aws_vpc.a': { cidr_block: '10.0.0.0/16' }, 'aws_vpc.b': {} };

describe("Terraform's JSON syntax", () => {
  it.each<[string, Document]>([
    ['one object', { resource: { aws_vpc: { a: { cidr_block: '10.0.0.0/16' }, b: {} } } }],
    ['a list of objects', { resource: [{ aws_vpc: { a: { cidr_block: '10.0.0.0/16' } } }, { aws_vpc: { b: {} } }] }],
    ['a list for the name', { resource: { aws_vpc: [{ a: { cidr_block: '10.0.0.0/16' } }, { b: {} }] } }],
    ['a list for the body', { resource: { aws_vpc: { a: [{ cidr_block: '10.0.0.0/16' }], b: [{}] } } }],
    ['comments', { resource: { '//': 'mine', aws_vpc: { a: { '//': 'x', cidr_block: '10.0.0.0/16' }, b: {} } } }],
  ])('takes blocks as %s', (_, document) => {
    expect(bodiesOf(document)).toEqual(VPCS);
  });

  it('keeps nested blocks as they stand, objects or lists', () => {
    expect(bodiesOf({ resource: { aws_x: { a: { one: { b: 1 } }, b: { one: [{ b: 1 }] } } } })).toEqual({
      'aws_x.a': { one: { b: 1 } },
      'aws_x.b': { one: [{ b: 1 }] },
    });
  });

  it('keeps what Terraform reads for itself out of the arguments', () => {
    const own = {
      '//': { metadata: { path: 'dev/a' } },
      provider: 'aws.x',
      lifecycle: { prevent_destroy: true },
      depends_on: ['aws_vpc.b'],
      provisioner: [{ 'local-exec': { command: '${self.id}' } }],
      connection: { host: '${self.ip}' },
      for_each: { k: 1 },
    };

    expect(bodiesOf({ resource: { aws_vpc: { a: { ...own, cidr_block: '10.0.0.0/16' } } } })).toEqual({
      'aws_vpc.a["k"]': { cidr_block: '10.0.0.0/16' },
    });
  });

  it('keeps data sources apart, and where a resource was made in code', () => {
    const [dev] = documentsOf({
      dev: {
        data: { aws_vpc: { a: { default: true } } },
        resource: { aws_vpc: { a: { '//': { metadata: { path: 'dev/shop/a' } } } } },
      },
    });

    expect(dev?.resources).toEqual([
      {
        key: 'dev:aws_vpc.a',
        stack: 'dev',
        address: 'aws_vpc.a',
        mode: 'managed',
        type: 'aws_vpc',
        body: {},
        constructPath: 'dev/shop/a',
      },
      {
        key: 'dev:data.aws_vpc.a',
        stack: 'dev',
        address: 'data.aws_vpc.a',
        mode: 'data',
        type: 'aws_vpc',
        body: { default: true },
      },
    ]);
  });

  it('says which modules may hold more', () => {
    const [dev] = documentsOf({ dev: { module: [{ net: { source: './net' } }, { 'db-x': {} }] } });

    expect(dev?.opaque).toEqual([
      new Unknown('module.net may hold more: what a module makes only a plan or a state tells'),
      new Unknown('module.db-x may hold more: what a module makes only a plan or a state tells'),
    ]);
  });

  it('makes arguments that others may change unknown, and leaves out what is not set', () => {
    const lifecycle = [{ ignore_changes: ['ingress', 'tags["x"]', 'egress'] }];

    expect(bodiesOf({ resource: { aws_x: { a: { lifecycle, ingress: [], tags: {}, name: 'a' } } } })).toEqual({
      'aws_x.a': {
        ingress: new Unknown('others may change ingress: lifecycle.ignore_changes leaves it to them'),
        tags: new Unknown('others may change tags: lifecycle.ignore_changes leaves it to them'),
        name: 'a',
      },
    });
  });

  it.each(['all', ['all']])('makes all of them unknown by ignore_changes %j', (ignore_changes) => {
    expect(bodiesOf({ resource: { aws_x: { a: { lifecycle: { ignore_changes }, name: 'a' } } } })).toEqual({
      'aws_x.a': { name: new Unknown('others may change name: lifecycle.ignore_changes leaves it to them') },
    });
  });

  it('takes a key called __proto__ for a key', () => {
    const document = JSON.parse(
      '{"resource":{"aws_x":{"a":{"__proto__":{"name":"b"},"tags":{"__proto__":"${local.x}"}}}}}',
    ) as Document;
    const { 'aws_x.a': body } = bodiesOf(document);

    expect(body?.name).toBeUndefined();
    expect(Object.keys(body?.tags ?? {})).toEqual(['__proto__']);
  });

  it('refuses what is no block, all of it at once', () => {
    const document = { resource: { aws_vpc: { a: 3 }, aws_subnet: 'x' }, provider: true, locals: [7] };

    expect(refusalOf(() => documentsOf({ dev: document }))).toBe(
      [
        'dev/cdk.tf.json: resource.aws_vpc.a is no block, got 3; write an object, as JSON syntax has it for blocks [LZ-READ-4]',
        'dev/cdk.tf.json: resource.aws_subnet is no block, got "x"; write an object, as JSON syntax has it for blocks [LZ-READ-4]',
        'dev/cdk.tf.json: provider is no block, got true; write an object, as JSON syntax has it for blocks [LZ-READ-4]',
        'dev/cdk.tf.json: locals is no block, got 7; write an object, as JSON syntax has it for blocks [LZ-READ-4]',
      ].join('\n'),
    );
  });

  it('refuses a name that is there twice', () => {
    const document = { resource: [{ aws_vpc: { a: {} } }, { aws_vpc: { a: {} } }] };

    expect(refusalOf(() => documentsOf({ dev: document }))).toBe(
      'dev/cdk.tf.json: aws_vpc.a is there twice; give each resource a name of its own, as Terraform wants it [LZ-READ-5]',
    );
  });
});

describe('where a provider works', () => {
  const place = (provider: Document[string], body: Document = {}, type = 'aws_vpc'): readonly (string | undefined)[] => {
    const [dev] = documentsOf({ dev: { provider, resource: { [type]: { a: body } }, locals: { r: 'eu-west-1' } } });
    const [fact] = dev?.resources ?? [];
    return [fact?.accountId, fact?.region];
  };
  const role = 'arn:aws:iam::222222222222:role/Access';

  it.each<[string, Document[string], readonly (string | undefined)[]]>([
    [
      'the account that it allows',
      { aws: { allowed_account_ids: ['111111111111'], region: 'eu-west-1' } },
      ['111111111111', 'eu-west-1'],
    ],
    [
      'the account that it allows, not that of its role',
      { aws: [{ allowed_account_ids: ['111111111111'], assume_role: [{ role_arn: role }] }] },
      ['111111111111', undefined],
    ],
    ['the account of its role', { aws: [{ assume_role: [{ role_arn: role }] }] }, ['222222222222', undefined]],
    ['the account of its role as an object', { aws: { assume_role: { role_arn: role } } }, ['222222222222', undefined]],
    [
      'the account of the last role',
      { aws: { assume_role: [{ role_arn: 'arn:aws:iam::333333333333:role/A' }, { role_arn: role }] } },
      ['222222222222', undefined],
    ],
    [
      'the account of a role by web identity',
      { aws: { assume_role_with_web_identity: { role_arn: role } } },
      ['222222222222', undefined],
    ],
    [
      'none where a role from outside follows',
      { aws: { assume_role: { role_arn: '${var.r}' }, assume_role_with_web_identity: { role_arn: role } } },
      [undefined, undefined],
    ],
    ['none of two that it allows', { aws: { allowed_account_ids: ['111111111111', '222222222222'] } }, [undefined, undefined]],
    ['none that is none', { aws: { allowed_account_ids: ['123'], region: '' } }, [undefined, undefined]],
    ['the Region of a local', { aws: { region: '${local.r}' } }, [undefined, 'eu-west-1']],
    ['no Region from outside', { aws: { region: '${var.r}' } }, [undefined, undefined]],
  ])('is %s', (_, provider, told) => {
    expect(place(provider)).toEqual(told);
  });

  const two = [{ aws: { region: 'eu-west-1' } }, { aws: { alias: 'dev_eu-west-1', region: 'us-east-1' } }];

  it.each<[string, Document, string | undefined]>([
    ['by its alias', { provider: 'aws.dev_eu-west-1' }, 'us-east-1'],
    ['by its alias in braces', { provider: '${aws.dev_eu-west-1}' }, 'us-east-1'],
    ['by default', {}, 'eu-west-1'],
    ['by an alias that is not there', { provider: 'aws.gone' }, undefined],
    ['by its own argument', { region: 'eu-north-1' }, 'eu-north-1'],
    ['not by an argument from outside', { region: '${var.r}' }, undefined],
  ])('is told %s', (_, body, region) => {
    expect(place(two, body)).toEqual([undefined, region]);
  });

  it('is told by the first word of the type', () => {
    expect(place({ aws: { region: 'eu-west-1' }, awscc: { region: 'eu-west-2' } }, {}, 'awscc_x')).toEqual([
      undefined,
      'eu-west-2',
    ]);
  });
});
