import { findCloudBlock } from '../../../../policies/model/files/cloud-block';
import { readUniverse } from '../../../../policies/model/read-universe';
import { withFiles } from './folder';

const CLOUD = `# Where the state lies.
terraform {
  cloud {
    hostname     = "app.terraform.io"
    organization = "acme"

    workspaces {
      name    = "dev-eu-west-1-network" // as the stack
      project = "Default Project"
    }
  }
}
`;

const inTerraform = (body: string): string => `terraform {\n  cloud {\n    ${body}\n  }\n}\n`;

describe('a file that only names the workspace', () => {
  it('is read as JSON would say it', () => {
    expect(findCloudBlock(CLOUD)).toEqual({
      terraform: {
        cloud: {
          hostname: 'app.terraform.io',
          organization: 'acme',
          workspaces: { name: 'dev-eu-west-1-network', project: 'Default Project' },
        },
      },
    });
  });

  it('may hold what Terraform would take for a template, if that is escaped', () => {
    expect(findCloudBlock(inTerraform('organization = "a \\"b\\" $${c} %%{d}"'))).toEqual({
      terraform: { cloud: { organization: 'a "b" ${c} %{d}' } },
    });
  });

  it.each([
    ['an expression', inTerraform('organization = var.organization')],
    ['a template', inTerraform('organization = "${var.organization}"')],
    ['a list', inTerraform('tags = ["a"]')],
    ['a text across lines', inTerraform('organization = "a\nb"')],
    ['an escape that there is not', inTerraform('organization = "\\q"')],
    ['a key twice', inTerraform('organization = "a"\n    organization = "b"')],
    ['a value that is missing', inTerraform('organization =')],
    ['more in the terraform block', 'terraform {\n  required_version = "1.10.0"\n  cloud {\n  }\n}\n'],
    ['another block beside', `${CLOUD}locals {\n}\n`],
    ['a brace too many', `${CLOUD}}\n`],
    ['a brace too few', 'terraform {\n  cloud {\n'],
    ['a comment that does not end', `/* ${CLOUD}`],
    ['a backend', 'terraform {\n  backend {\n  }\n}\n'],
    ['nothing', ''],
  ])('holds nothing else: not with %s', (_, source) => {
    expect(findCloudBlock(source)).toBeUndefined();
  });

  it('leaves nothing of the stack unknown, and any other file does', () => {
    const stack = { resource: { aws_vpc: { shop: { cidr_block: '10.0.0.0/16' } } } };
    const read = (text: string): unknown =>
      withFiles({ 'stacks/dev/cdk.tf.json': stack, 'stacks/dev/cloud.tf': text }, (folder) => {
        const [dev] = readUniverse(folder).stacks;
        return { opaque: (dev?.opaque ?? []).map(({ why }) => why), cloud: dev?.terraform.cloud };
      });

    expect(read(CLOUD)).toMatchObject({ opaque: [], cloud: { organization: 'acme' } });
    expect(read(`${CLOUD}locals {\n}\n`)).toEqual({
      opaque: ["cloud.tf isn't read: its expressions only Terraform evaluates"],
      cloud: undefined,
    });
  });
});
