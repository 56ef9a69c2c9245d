import { tmpdir } from 'node:os';

import { Eip } from '@cdktf/provider-aws/lib/eip';
import { App } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import { AccountStack, type AccountStackProps, define } from '../../modules/terraform';
import { refusalOf } from '../refusal';

const PROPS: AccountStackProps = {
  organization: 'acme',
  account: { name: 'dev', id: '555555555555', role: 'OrganizationAccountAccessRole' },
  region: 'eu-west-1',
  layer: 'network',
  backend: { kind: 'local' },
};

function stackOf(change: Partial<AccountStackProps> = {}): AccountStack {
  return new AccountStack(new App({ outdir: tmpdir() }), { ...PROPS, ...change });
}

function json(stack: AccountStack): { terraform: Record<string, unknown>; provider: { aws: unknown[] } } {
  return JSON.parse(JSON.stringify(stack.toTerraform())) as { terraform: Record<string, unknown>; provider: { aws: unknown[] } };
}

describe('AccountStack', () => {
  it('is called <account>-<region>-<layer>, and <account>-global-<layer> for what has no region', () => {
    expect(stackOf().node.id).toBe('dev-eu-west-1-network');
    expect(stackOf({ global: true, layer: 'identity' }).node.id).toBe('dev-global-identity');
  });

  it('takes providers 5.100 to 6 and Terraform 1.10, and keeps its state beside the output, by a relative path', () => {
    expect(json(stackOf()).terraform).toEqual({
      backend: { local: { path: '../../../terraform.state/acme/dev-eu-west-1-network.tfstate' } },
      required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' } },
      required_version: '>= 1.10.0',
    });
  });

  it('keeps state in S3 with a lock file and encryption', () => {
    expect(json(stackOf({ backend: { kind: 's3', bucket: 'acme-state', region: 'eu-west-1' } })).terraform.backend).toEqual({
      s3: {
        bucket: 'acme-state',
        region: 'eu-west-1',
        key: 'acme/dev-eu-west-1-network.tfstate',
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it('assumes the role of its account and stops in any other', () => {
    expect(json(stackOf({ tags: { owner: 'platform' } })).provider.aws).toEqual([
      {
        allowed_account_ids: ['555555555555'],
        assume_role: [{ role_arn: 'arn:aws:iam::555555555555:role/OrganizationAccountAccessRole' }],
        default_tags: [{ tags: { owner: 'platform' } }],
        region: 'eu-west-1',
      },
    ]);
  });

  it.each([
    ['cn-north-1', 'arn:aws-cn:iam::555555555555:role/OrganizationAccountAccessRole'],
    ['us-gov-west-1', 'arn:aws-us-gov:iam::555555555555:role/OrganizationAccountAccessRole'],
  ])('knows the partition of %s', (region, arn) => {
    expect(JSON.stringify(json(stackOf({ region })).provider.aws)).toContain(arn);
  });

  it('takes 300 resources and refuses 301', () => {
    const stack = stackOf();
    for (let n = 1; n <= 300; n++) {
      define(stack, Eip, resourceName(`eip-${String(n)}`), {});
    }
    expect(json(stack)).toHaveProperty('resource.aws_eip.eip-300');
    define(stack, Eip, resourceName('eip-301'), {});

    expect(refusalOf(() => stack.toTerraform())).toBe(
      'stack dev-eu-west-1-network: a stack holds at most 300 resources, got 301; split the network in two, or use fewer tiers or zones: a stack is never split by itself, since its name is the key of its state [LZ-STACK-1]',
    );
  });

  it('refuses a tag that repeats a default one, after every escape hatch', () => {
    const stack = stackOf({ tags: { owner: 'platform' } });
    define(stack, Eip, resourceName('nat'), {}).addOverride('tags', { owner: 'me' });

    expect(refusalOf(() => stack.toTerraform())).toBe(
      'dev-eu-west-1-network:aws_eip.nat: a tag repeats a default tag, which every plan shows as a change, got "owner"; leave it out here, or take it out of tags: in the configuration [LZ-STACK-2]',
    );
  });

  it('makes the provider of another account once', () => {
    const stack = stackOf();
    const account = { name: 'network', id: '444444444444', role: 'OrganizationAccountAccessRole' };

    expect(stack.providerFor(account, 'eu-west-1')).toBe(stack.providerFor(account, 'eu-west-1'));
    expect(json(stack).provider.aws).toHaveLength(2);
  });
});
