import { join } from 'node:path';

import { Reference, Unknown } from '../../../../policies/model/term';
import { readUniverse } from '../../../../policies/model/read-universe';
import type { StackDocument } from '../../../../policies/model/universe';
import { withFiles } from './folder';

const stack = (name: string): object => ({ resource: { aws_vpc: { [name]: { cidr_block: '10.0.0.0/16' } } } });
const INSTANCE = {
  mode: 'managed',
  type: 'aws_vpc',
  name: 'it',
  provider_name: 'registry.terraform.io/hashicorp/aws',
  schema_version: 1,
};
const vpcState = (id: string): object => ({
  format_version: '1.0',
  terraform_version: '1.11.4',
  values: { root_module: { resources: [{ address: 'aws_vpc.it', ...INSTANCE, values: { id }, sensitive_values: {} }] } },
});
const PLAN = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  planned_values: { root_module: { resources: [{ address: 'aws_vpc.it', ...INSTANCE, values: { cidr_block: '10.0.0.0/16' } }] } },
  resource_changes: [],
  configuration: {},
};

/** What a path comes to: `<document> <form> <addresses>`. */
function read(files: Readonly<Record<string, string | object>>, path = ''): readonly string[] {
  const shown = ({ name, form, resources }: StackDocument): string => [name, form, ...resources.map(({ key }) => key)].join(' ');
  return withFiles(files, (folder) => readUniverse(join(folder, path)).stacks.map(shown));
}

describe('a universe is read from', () => {
  it('an output directory, whatever else lies in it', () => {
    const files = {
      'stacks/dev/cdk.tf.json': stack('a'),
      'stacks/dev/.terraform/modules/x/cdk.tf.json': stack('no'),
      'stacks/prod/cdk.tf.json': stack('b'),
      'stacks/empty/readme.txt': '',
      'stacks/file.tf.json': stack('no'),
      'manifest.json': { version: '0.21.0' },
      'order.json': [],
    };

    expect(read(files)).toEqual(['dev synthesised dev:aws_vpc.a', 'prod synthesised prod:aws_vpc.b']);
  });

  it('an output directory without stacks', () => {
    expect(read({ 'stacks/readme.txt': '', 'manifest.json': {} })).toEqual([]);
  });

  it('a directory of stacks', () => {
    expect(
      read({ 'x/dev/cdk.tf.json': stack('a'), 'x/prod/cdk.tf.json': stack('b'), 'x/.old/cdk.tf.json': stack('no') }, 'x'),
    ).toEqual(['dev synthesised dev:aws_vpc.a', 'prod synthesised prod:aws_vpc.b']);
  });

  it('one stack, by its folder or its file', () => {
    const files = { 'dev/cdk.tf.json': stack('a'), 'dev/package.json': { name: 'x' } };

    expect(read(files, 'dev')).toEqual(['dev synthesised dev:aws_vpc.a']);
    expect(read(files, 'dev/cdk.tf.json')).toEqual(['dev synthesised dev:aws_vpc.a']);
  });

  it('any file of JSON syntax, by its name', () => {
    expect(read({ 'net.tf.json': stack('a') }, 'net.tf.json')).toEqual(['net synthesised net:aws_vpc.a']);
    expect(read({ 'net.json': stack('a') }, 'net.json')).toEqual(['net synthesised net:aws_vpc.a']);
  });

  it('a plan and a state, by the name of the file', () => {
    expect(read({ 'dev.json': PLAN }, 'dev.json')).toEqual(['dev plan dev:aws_vpc.it']);
    expect(read({ 'dev.json': vpcState('vpc-1') }, 'dev.json')).toEqual(['dev state dev:aws_vpc.it']);
  });

  it('the state of nothing', () => {
    expect(read({ 'dev.json': { format_version: '1.0' } }, 'dev.json')).toEqual(['dev state']);
  });

  it('a directory of plans and states', () => {
    expect(read({ 'b.json': PLAN, 'a.json': vpcState('vpc-1'), 'notes.md': '' })).toEqual([
      'a state a:aws_vpc.it',
      'b plan b:aws_vpc.it',
    ]);
  });

  it('a file with a byte order mark', () => {
    expect(read({ 'a.tf.json': `\uFEFF${JSON.stringify(stack('a'))}` }, 'a.tf.json')).toEqual(['a synthesised a:aws_vpc.a']);
  });
});

describe('what is read', () => {
  it('takes all files of a folder as one document, as Terraform does', () => {
    const subnet = { resource: { aws_subnet: { s: { vpc_id: '${aws_vpc.a.id}', cidr_block: '${local.c}' } } } };
    const files = { 'dev/a.tf.json': stack('a'), 'dev/b.tf.json': subnet, 'dev/c.tf.json': { locals: { c: '10.0.0.0/24' } } };

    withFiles(files, (folder) => {
      const [dev] = readUniverse(join(folder, 'dev')).stacks;

      expect(dev?.resources.find(({ type }) => type === 'aws_subnet')?.body).toEqual({
        vpc_id: new Reference([{ key: 'dev:aws_vpc.a', attribute: 'id' }]),
        cidr_block: '10.0.0.0/24',
      });
    });
  });

  it('says that HCL beside it is not read', () => {
    withFiles({ 'dev/cdk.tf.json': stack('a'), 'dev/more.tf': 'resource "aws_vpc" "b" {}' }, (folder) => {
      expect(readUniverse(join(folder, 'dev')).stacks[0]?.opaque).toEqual([
        new Unknown("more.tf isn't read: its expressions only Terraform evaluates"),
      ]);
    });
  });

  it('has the intent beside the stacks', () => {
    const lists = ['stacks', 'networks', 'flows', 'residue', 'claims', 'accessClaims', 'suppressions'];
    const intent = { version: 1, ...Object.fromEntries(lists.map((name) => [name, []])) };
    withFiles({ 'stacks/dev/cdk.tf.json': stack('a'), 'intent.json': intent }, (folder) => {
      expect(readUniverse(folder).intent).toEqual(intent);
      expect(readUniverse(join(folder, 'stacks')).intent).toBeUndefined();
    });
  });

  it('knows the ids of one state in the others', () => {
    const table = { ...INSTANCE, type: 'aws_route_table', address: 'aws_route_table.it', values: { vpc_id: 'vpc-0123abcd' } };
    const other = { format_version: '1.0', values: { root_module: { resources: [table] } } };

    withFiles({ 'a.json': vpcState('vpc-0123abcd'), 'b.json': other }, (folder) => {
      expect(readUniverse(folder).stacks.at(1)?.resources[0]?.body.vpc_id).toEqual(
        new Reference([{ key: 'a:aws_vpc.it', attribute: 'id' }]),
      );
    });
  });
});
