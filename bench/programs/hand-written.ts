import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';

import { AccountStack } from '../../modules/terraform';
import { aside, beginWork } from '../measurement/usage';
import { asProps, follow, recipesOf, type StackDocument } from './recipe';

/**
 * The same resources as in a folder of stacks, as if a person had written them one by one:
 * `hand-written.js account-stack|terraform-stack <folder> <output>`, on our base or on cdktf's own.
 */
const [, , base = '', folder = '', outdir = ''] = process.argv;

const plans = aside(() =>
  readdirSync(folder).map((name) => {
    const document = JSON.parse(readFileSync(join(folder, name, 'cdk.tf.json'), 'utf8')) as StackDocument;
    const [provider] = document.provider.aws;
    return {
      name,
      document,
      provider: asProps(provider) as ConstructorParameters<typeof AwsProvider>[2],
      recipes: recipesOf(document),
    };
  }),
);
type Plan = (typeof plans)[number];

function onTerraformStack({ name, document, provider }: Plan): TerraformStack {
  const { required_version, required_providers, backend } = document.terraform;
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, 'aws', provider);
  new LocalBackend(stack, { path: backend.local.path });
  stack.addOverride('terraform.required_version', required_version);
  stack.addOverride('terraform.required_providers.aws.version', required_providers.aws.version);
  stack.addOverride('terraform.required_providers.aws.source', required_providers.aws.source);
  return stack;
}

function onAccountStack({ name }: Plan): TerraformStack {
  const account = name.replace(/-eu-west-1-network$/, '');
  return new AccountStack(app, {
    organization: 'acme',
    account: { name: account, id: account.replace('team-', '20000000'), role: 'OrganizationAccountAccessRole' },
    region: 'eu-west-1',
    layer: 'network',
    backend: { kind: 'local' },
    tags: { owner: 'platform' },
  });
}

beginWork();
const app = new App({ outdir, stackTraces: false });
const stackFor = base === 'account-stack' ? onAccountStack : onTerraformStack;
for (const plan of plans) follow(stackFor(plan), plan.recipes);
app.synth();
